import { HttpException, Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import { DomainError, type ErrorKind } from '#core/kernel/domain-error.js';
import { temporaryFailure } from '#platform/database/temporary-failure.js';

const INTERNAL = 'INTERNAL_SERVER_ERROR';
const logger = new Logger('GraphQL');
const logged = new WeakSet<object>();

/**
 * The error as a client may see it, in every transport. Domain errors keep message, code, kind and params; errors of
 * the GraphQL language keep their message and get a code; of anything else the client learns the request's id only, and
 * the error is logged with its stack, once however many fields it spoiled.
 */
export function formatGraphqlError(error: unknown, requestId?: string): GraphQLFormattedError {
  const { languageErrors, cause } = unwrap(error);
  const [outermost] = languageErrors;
  const place = outermost ? { locations: outermost.locations, path: outermost.path } : {};
  const told = cause instanceof DomainError ? cause : temporaryFailure(cause);
  if (told) {
    if (told !== cause) logOnce(cause, requestId, outermost?.path);
    const { message, code, kind, params } = told;
    return withoutUndefined({ message, ...place, extensions: { code, kind, params } });
  }
  if (cause instanceof HttpException && cause.getStatus() < 500) {
    return withoutUndefined({ message: cause.message, ...place, extensions: extensionsOfStatus(cause.getStatus()) });
  }
  // What a resolver throws has a path, and is ours.
  if (isTooDeepToRead(cause) && !outermost?.path) {
    return { message: 'The document nests values too deeply', extensions: { code: 'QUERY_TOO_LARGE' } };
  }
  if (cause !== undefined || !outermost || isServersFault(languageErrors)) {
    logOnce(cause ?? error, requestId, outermost?.path);
    return withoutUndefined({
      message: 'Internal server error',
      ...place,
      extensions: withoutUndefined({ code: INTERNAL, requestId }),
    });
  }
  return withoutUndefined({ ...describe(languageErrors), ...place });
}

/** GraphQL errors from the outermost inwards, and what caused the innermost when that is no GraphQL error. */
function unwrap(error: unknown): { languageErrors: GraphQLError[]; cause: unknown } {
  const languageErrors: GraphQLError[] = [];
  let current: unknown = error;
  while (current instanceof GraphQLError && !languageErrors.includes(current)) {
    languageErrors.push(current);
    current = current.originalError;
  }
  return { languageErrors, cause: current instanceof GraphQLError ? undefined : current };
}

/** graphql-js reports a result that does not fit the schema like a wrong argument, but without a place in the document. */
function isServersFault(errors: readonly GraphQLError[]): boolean {
  return errors[0].path !== undefined && !errors.some(hasCode) && errors[errors.length - 1].nodes === undefined;
}

function describe(errors: readonly GraphQLError[]): { message: string; extensions: Record<string, unknown> } {
  const innermost = errors[errors.length - 1];
  const { http: _http, stacktrace: _stacktrace, ...extensions } = (errors.findLast(hasCode) ?? errors[0]).extensions;
  const tooLarge = tooLargeMessage(innermost.message);
  if (tooLarge) return { message: tooLarge, extensions: { ...extensions, code: 'QUERY_TOO_LARGE' } };
  return {
    message: errors[0].message,
    extensions: { ...extensions, code: extensions['code'] ?? inferredCode(errors[0]) },
  };
}

/** The limits of graphql-js itself have no code, and the messages say little to somebody who does not know it. */
function tooLargeMessage(message: string): string | undefined {
  const tokens = /^Syntax Error: Document contains more that (\d+) tokens/.exec(message);
  if (tokens) return `The document has more than ${tokens[1]} tokens`;
  return message === 'Validation aborted.' ? 'The document repeats fields too often to be checked' : undefined;
}

function hasCode(error: GraphQLError): boolean {
  return error.extensions['code'] !== undefined;
}

/** What Apollo would call an error of graphql-js, for transports that call graphql-js themselves. */
function inferredCode(error: GraphQLError): string {
  if (error.message.startsWith('Syntax Error: ')) return 'GRAPHQL_PARSE_FAILED';
  const aboutVariable = error.nodes?.length === 1 && error.nodes[0].kind === Kind.VARIABLE_DEFINITION;
  if (aboutVariable && /^Variable "\$\w+" ((got|has) invalid value|of (required|non-null) type) /.test(error.message)) {
    return 'BAD_USER_INPUT';
  }
  return error.path ? 'BAD_USER_INPUT' : 'GRAPHQL_VALIDATION_FAILED';
}

/** The parser of graphql-js calls itself for each list in a list. */
const isTooDeepToRead = (cause: unknown): boolean =>
  cause instanceof RangeError && cause.message.startsWith('Maximum call stack size exceeded');

const KINDS: Record<number, { code: string; kind: ErrorKind }> = {
  401: { code: 'UNAUTHENTICATED', kind: 'unauthenticated' },
  403: { code: 'FORBIDDEN', kind: 'forbidden' },
  404: { code: 'NOT_FOUND', kind: 'not-found' },
  409: { code: 'CONFLICT', kind: 'conflict' },
  429: { code: 'TOO_MANY_REQUESTS', kind: 'exhausted' },
};

/** Guards and pipes of the framework speak in statuses. */
function extensionsOfStatus(status: number): { code: string; kind: ErrorKind } {
  return KINDS[status] ?? { code: 'BAD_USER_INPUT', kind: 'invalid' };
}

function logOnce(error: unknown, requestId: string | undefined, path: GraphQLError['path']): void {
  if (typeof error === 'object' && error !== null) {
    if (logged.has(error)) return;
    logged.add(error);
  }
  const where = [requestId && `request ${requestId}`, path && `at ${path.join('.')}`].filter(Boolean).join(' ');
  logger.error(`${where || 'operation'}: ${String(error)}`, error instanceof Error ? error.stack : undefined);
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;
}
