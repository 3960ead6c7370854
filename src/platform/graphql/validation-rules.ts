import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { GraphQLError, type ParseOptions, type ValidationContext, type ValidationRule } from 'graphql';
import type { GraphqlLimits } from './graphql-limits.js';

/**
 * Rules that every transport adds to those of the GraphQL specification. They see the document only; what depends on
 * the variables is judged by `refuseCostly`.
 */
export function validationRules({ maxDepth, maxAliases }: GraphqlLimits): ValidationRule[] {
  const tooDeep = refusal('QUERY_TOO_DEEP', `The operation nests fields more than ${maxDepth} levels deep`);
  const tooManyAliases = refusal('TOO_MANY_ALIASES', `The operation has more than ${maxAliases} aliases`);
  return [
    maxDepthRule({ n: maxDepth, flattenFragments: true, ...tooDeep }),
    maxAliasesRule({ n: maxAliases, ...tooManyAliases }),
  ];
}

/** Options for graphql-js `parse`, in every transport. */
export function parseOptions({ maxTokens }: GraphqlLimits): ParseOptions {
  return { maxTokens };
}

/** By default these rules throw out of `validate`, which no transport expects; reporting is what rules should do. */
function refusal(
  code: string,
  message: string,
): {
  propagateOnRejection: false;
  onReject: [(context: ValidationContext | null) => void];
} {
  const report = (context: ValidationContext | null): void =>
    context?.reportError(new GraphQLError(message, { extensions: { code } }));
  return { propagateOnRejection: false, onReject: [report] };
}
