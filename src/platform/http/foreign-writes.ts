import { ForbiddenException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses to write for pages of other origins with 403. Browsers ask first before most of such requests, but send forms
 * and requests without a body at once, with the cookies and from inside the network of whoever looks at the page. What is
 * no browser sends no origin.
 */
export function refuseForeignWrites(
  fastify: FastifyInstance,
  isAllowed: (origin: string | undefined, host: string | undefined) => boolean,
): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { origin, host } = request.headers;
    if (READING.has(request.method) || isAllowed(origin, host)) return done();
    done(new ForbiddenException('Pages of this origin may not write here: CORS_ORIGINS does not name it'));
  });
}
