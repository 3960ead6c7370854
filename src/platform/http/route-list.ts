import type { FastifyInstance } from 'fastify';

export interface RegisteredRoute {
  method: string;
  path: string;
}

const lists = new WeakMap<object, RegisteredRoute[]>();

/** From now on remembers every route of the server, whoever registers it. */
export function recordRoutes(fastify: FastifyInstance): void {
  const routes: RegisteredRoute[] = [];
  lists.set(fastify, routes);
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) if (each !== 'HEAD') routes.push({ method: each, path: url });
  });
}

/** What `recordRoutes` has seen. */
export function registeredRoutes(fastify: FastifyInstance): readonly RegisteredRoute[] {
  return lists.get(fastify) ?? [];
}
