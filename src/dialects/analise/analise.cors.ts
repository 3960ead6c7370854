import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { ANALISE_PATHS } from './analise.errors.js';

/** Development servers that may call this contract besides the origins of the whole server. */
const ORIGINS: ReadonlySet<string> = new Set([
  'http://localhost:3000',
  'http://localhost:5173',
  'http://localhost:5174',
  'http://localhost:5175',
]);

const PREFLIGHT_HEADERS = {
  'access-control-allow-methods': 'GET',
  'access-control-allow-headers': 'Content-Type, Authorization',
  'access-control-max-age': '3600',
};

const isOurs = (url: string): boolean => {
  const path = url.split('?', 1)[0];
  return ANALISE_PATHS.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
};

/** Lets the documented origins read this contract's answers, errors included, and answers their preflights. */
@Injectable()
export class AnaliseCors implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('onRequest', (request, reply, done) => {
      const { origin } = request.headers;
      if (origin === undefined || !ORIGINS.has(origin) || !isOurs(request.url)) return done();
      void reply.headers({ 'access-control-allow-origin': origin, vary: 'Origin' });
      if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return done();
      void reply.status(204).headers(PREFLIGHT_HEADERS).send();
    });
  }
}
