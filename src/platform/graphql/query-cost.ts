import {
  type DocumentNode,
  type FieldNode,
  getNamedType,
  getNullableType,
  GraphQLError,
  type GraphQLErrorOptions,
  type GraphQLSchema,
  isLeafType,
  isListType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { type ComplexityEstimator, fieldExtensionsEstimator, getComplexity } from 'graphql-query-complexity';
import type { ErrorParams } from '#core/kernel/domain-error.js';
import { DEFAULT_PAGE_SIZE, type GraphqlLimits, MAX_PAGE_SIZE } from './graphql-limits.js';

/** Items assumed in a list that neither takes `first` nor says its usual length. */
const ASSUMED_LENGTH = 10;

/** The whole schema is about a third of a megabyte of JSON: what of all an operation may cost each look at it takes. */
const INTROSPECTION: Readonly<Record<string, number>> = { __schema: 0.4, __type: 0.05, __typename: 0 };

type FieldCost = (field: { args: Record<string, unknown>; childComplexity: number }) => number;

/** For the `complexity` of a field: a list of about `length` items. */
export function listOf(length: number): FieldCost {
  return ({ childComplexity }) => length * (1 + childComplexity);
}

/** For the `complexity` of a connection whose whole list has about `length` items, whatever page of it is asked for. */
export function connectionOfAbout(length: number): FieldCost {
  return ({ args, childComplexity }) => 1 + Number(args['first'] ?? args['last'] ?? length) * childComplexity;
}

/** For the `complexity` of a connection's `edges`: the connection has already counted its items. */
export const countedByConnection: FieldCost = ({ childComplexity }) => 1 + childComplexity;

/**
 * Estimates how many objects the operation would return and refuses one that asks for too much, or for a page of a size
 * there is none of. Needs the variables, so it runs after validation and before execution.
 *
 * @throws GraphQLError with code QUERY_TOO_COMPLEX, PAGE_TOO_LARGE or, for arguments that make no sense, BAD_USER_INPUT.
 */
export function refuseCostly(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  { maxComplexity }: GraphqlLimits,
): void {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const query: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] };
  const complexity = estimate(schema, query, variables, maxComplexity);
  if (complexity <= maxComplexity) return;
  const message = `The operation may return ${complexity} objects, more than ${maxComplexity}: ask for smaller pages or fewer fields`;
  throw refusal('QUERY_TOO_COMPLEX', message, { complexity, maxComplexity });
}

function estimate(
  schema: GraphQLSchema,
  query: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  maxComplexity: number,
): number {
  // How deep introspection goes is limited in graphql-js; how often it begins is not.
  const introspection: ComplexityEstimator = ({ field }) =>
    Object.hasOwn(INTROSPECTION, field.name) ? Math.floor(INTROSPECTION[field.name] * maxComplexity) : undefined;
  try {
    return getComplexity({ schema, query, variables: { ...variables }, estimators: [introspection, ...ESTIMATORS] });
  } catch (error) {
    if (!(error instanceof GraphQLError) || error.extensions['code'] !== undefined) throw error;
    // Errors about an argument point at it; the one without a place says that the estimate itself got too large.
    if (!error.nodes) throw refusal('QUERY_TOO_COMPLEX', 'The operation selects too many fields', {});
    throw refusal('BAD_USER_INPUT', error.message, {}, { nodes: error.nodes });
  }
}

const ESTIMATORS: ComplexityEstimator[] = [
  ({ args, node }) => refuseWrongPage(args, node),
  ({ field }) => (isLeafType(getNamedType(field.type)) ? 0 : undefined),
  fieldExtensionsEstimator(),
  ({ field, args, childComplexity }) => {
    const list = isListType(getNullableType(field.type));
    const paged = field.args.some((arg) => arg.name === 'first');
    const length = paged ? Number(args['first'] ?? args['last'] ?? DEFAULT_PAGE_SIZE) : list ? ASSUMED_LENGTH : 1;
    return list ? length * (1 + childComplexity) : 1 + length * childComplexity;
  },
];

/** Page sizes are judged here, because a negative one would make the rest of the operation cheaper. */
function refuseWrongPage(args: Record<string, unknown>, node: FieldNode): void {
  for (const field of ['first', 'last']) {
    const size = args[field];
    if (typeof size !== 'number') continue;
    if (size < 0) throw refusal('BAD_USER_INPUT', `${field} must not be negative`, { field }, { nodes: node });
    if (size <= MAX_PAGE_SIZE) continue;
    const message = `${field} is ${size}, and a page has at most ${MAX_PAGE_SIZE} items`;
    throw refusal('PAGE_TOO_LARGE', message, { field, max: MAX_PAGE_SIZE }, { nodes: node });
  }
}

/** Refusals are the client's to correct, so over HTTP they are status 400 like failed validation. */
function refusal(code: string, message: string, params: ErrorParams, options: GraphQLErrorOptions = {}): GraphQLError {
  return new GraphQLError(message, {
    ...options,
    extensions: { code, kind: 'invalid', params, http: { status: 400 } },
  });
}
