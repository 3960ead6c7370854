import { MikroORM } from '@mikro-orm/postgresql';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import { AnaliseModule } from '#dialects/analise/index.js';
import { statsboardsAsyncPart, StatsboardsLiveModule, StatsboardsModule } from '#dialects/statsboards/index.js';
import { Upstreams } from '#modules/providers/index.js';
import type { Config } from '#platform/config/index.js';
import { pendingMigrations } from '#platform/database/migrate.js';
import { inRequestScope } from '#platform/database/request-scope.js';
import { serveApiDocuments } from '#platform/http/api-docs.js';
import { serveAsyncApi } from '#platform/http/async-api.js';
import { Health, HealthModule, HealthProblem } from '#platform/http/health.js';
import { HttpAdapter } from '#platform/http/http-adapter.js';
import { allowedOrigins } from '#platform/http/origins.js';
import { refuseForeignWrites } from '#platform/http/foreign-writes.js';
import { servePages } from '#platform/http/pages.js';
import { logRequests, requestIdOf } from '#platform/http/request-log.js';
import { recordRoutes } from '#platform/http/route-list.js';
import { addSecurityHeaders, SECURITY_HEADERS } from '#platform/http/security-headers.js';
import { NestLogger } from '#platform/logging/logger.js';
import { JournalListener, realtimePart } from '#realtime/index.js';
import { AppModule } from './app.module.js';

export { FirstAdmin } from '#modules/accounts/index.js';
export { DemoLive, DemoService, type LiveDemo } from '#modules/demo/index.js';
export { Prefetch } from '#modules/providers/index.js';

/** The whole application on a migrated database, initialised and not yet listening. */
export async function createApp(config: Config, databaseUrl: string, logger: Logger): Promise<NestFastifyApplication> {
  const adapter = new HttpAdapter({
    routerOptions: { ignoreTrailingSlash: true, caseSensitive: true, maxParamLength: 1_000 },
    bodyLimit: 1 << 20,
    // From the first byte to the last; a picture of 10 MiB comes in that time at 700 kbit/s.
    requestTimeout: 120_000,
    trustProxy: config.http.trustProxy as FastifyServerOptions['trustProxy'],
    genReqId: (request: unknown) => requestIdOf(request as IncomingMessage),
    forceCloseConnections: 'idle',
    // Hooks do not run for these.
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      void adapter.answerFrameworkError(error, request, reply.headers(SECURITY_HEADERS)),
  });
  adapter.handleErrorsFromTheBeginning();
  recordRoutes(adapter.getInstance());
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(config, databaseUrl), adapter, {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  const fastify = adapter.getInstance();
  addSecurityHeaders(fastify);
  logRequests(fastify, logger);
  const originAllowed = allowedOrigins(config.http.corsOrigins);
  app.enableCors({
    delegator: (request, done) =>
      done(null, {
        origin: originAllowed(request.headers.origin, request.headers.host),
        credentials: true,
        methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
        maxAge: 3600,
      }),
  });

  refuseForeignWrites(fastify as unknown as FastifyInstance, originAllowed);

  const orm: MikroORM = app.get(MikroORM);
  fastify.addHook('onRequest', (_request, _reply, done) => inRequestScope(orm, done));

  app.useWebSocketAdapter(new IoAdapter(app));
  watchHealth(app, orm);
  await servePages(fastify);
  const documentOf = serveApiDocuments(app, [
    {
      name: 'analise',
      title: 'Analise',
      description: 'Soccer match analysis, in Portuguese',
      modules: [AnaliseModule],
    },
    {
      name: 'statsboards',
      title: 'StatsBoards',
      description: 'Leagues, teams, people, sponsors, scoreboards and accounts of American football',
      modules: [StatsboardsModule, StatsboardsLiveModule],
      bearer: true,
    },
    { name: 'platform', title: 'Touchline', description: 'What the server says about itself', modules: [HealthModule] },
  ]);
  serveAsyncApi(fastify as unknown as FastifyInstance, () => [
    realtimePart(app.get(GraphQLSchemaHost).schema),
    statsboardsAsyncPart(documentOf('statsboards').components?.schemas ?? {}),
  ]);
  await app.init();
  await fastify.ready();
  return app;
}

/** Not ready any more: load balancers look elsewhere from now on. */
export function drainApp(app: NestFastifyApplication): void {
  app.get(Health).drain();
}

function watchHealth(app: NestFastifyApplication, orm: MikroORM): void {
  const health = app.get(Health);
  const listener = app.get(JournalListener);
  // The schema of a running process does not go back: once complete, it is not asked for again.
  let migrated = false;
  health.register('database', async () => {
    await orm.em.getConnection().execute('select 1');
  });
  health.register('migrations', async () => {
    const pending = migrated ? [] : await pendingMigrations(orm);
    if (pending.length > 0) throw new HealthProblem(`pending: ${pending.join(', ')}`);
    migrated = true;
  });
  const { metrics } = app.get(Upstreams);
  health.publish('providers', () => metrics.snapshot());
  health.register('journal', () => {
    if (!listener.healthy) throw new HealthProblem('not listening');
  });
}
