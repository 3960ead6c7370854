import type { FastifyRequest } from 'fastify';

/** What the resolvers of one operation share. Never reused: it holds what the operation has loaded. */
export interface GraphqlContext {
  /** Names the request in logs and in internal errors. */
  readonly requestId: string;
  /** The HTTP request; absent where the operation came another way. */
  readonly req?: FastifyRequest;
  /** Data loaders by the `BatchLoader` they belong to. */
  readonly loaders: Map<object, unknown>;
}

export function createGraphqlContext(requestId: string, req?: FastifyRequest): GraphqlContext {
  return { requestId, loaders: new Map(), ...(req ? { req } : {}) };
}
