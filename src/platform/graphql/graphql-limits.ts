/** What one operation may ask for. Everything above a limit is refused before any of it is executed. */
export interface GraphqlLimits {
  /** Levels of nested fields; fragments add none, introspection has its own limit in graphql-js. */
  maxDepth: number;
  /** Renamed fields in one operation. */
  maxAliases: number;
  /** Lexical tokens in one document; the parser stops at the first one too many. */
  maxTokens: number;
  /** Estimated number of objects in the answer; a list counts with its page size, or with its usual length. */
  maxComplexity: number;
  /** Bytes of one HTTP request. */
  maxBodyBytes: number;
}

export const DEFAULT_GRAPHQL_LIMITS: GraphqlLimits = {
  maxDepth: 12,
  maxAliases: 30,
  maxTokens: 2_000,
  maxComplexity: 5_000,
  maxBodyBytes: 256 * 1024,
};

/** Injects the `GraphqlLimits` in use. */
export const GRAPHQL_LIMITS = Symbol('GraphqlLimits');

/** Items in a page when the client does not say, and at most. */
export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 100;
