import type { FastifyInstance, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';

/** The caller's request id when it is a sensible one, otherwise a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID();
}

/** Probes and assets would drown the log. */
const QUIET = /^\/(health|assets)\b/;

/** Answers with the request's id and writes one line per request. Query strings may hold keys and are left out. */
export function logRequests(fastify: FastifyInstance, logger: Logger): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  fastify.addHook('onResponse', (request: FastifyRequest, reply, done) => {
    const level = reply.statusCode >= 500 ? 'error' : 'info';
    const path = request.url.split('?', 1)[0];
    if (logger.isLevelEnabled(level) && !QUIET.test(path)) {
      const line = { requestId: request.id, ms: Math.round(reply.elapsedTime * 10) / 10, context: 'HTTP' };
      logger[level](line, `${request.method} ${path} ${reply.statusCode}`);
    }
    done();
  });
}
