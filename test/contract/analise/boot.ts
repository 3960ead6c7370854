import { MikroORM, RequestContext } from '@mikro-orm/postgresql';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';
import { AnaliseModule } from '../../../src/dialects/analise/index.js';
import { ConfigModule } from '../../../src/platform/config/config.module.js';
import { loadConfig } from '../../../src/platform/config/index.js';
import { DatabaseModule } from '../../../src/platform/database/database.module.js';
import { ProblemFilter } from '../../../src/platform/http/errors.filter.js';
import { allowedOrigins } from '../../../src/platform/http/origins.js';
import { Feed } from '../../../src/realtime/feed.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

export interface AnaliseApp {
  app: NestFastifyApplication;
  database: TestDatabase;
  feed: Feed;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** The body of an answer with status 200. */
  json<T>(path: string): Promise<T>;
  close(): Promise<void>;
}

/** The contract alone, on a fresh database and a free port, behind the application's filter and CORS. */
export async function bootAnalise(prepare?: (database: TestDatabase) => Promise<void>): Promise<AnaliseApp> {
  const database = await createTestDatabase();
  await prepare?.(database);
  const config = loadConfig({ NODE_ENV: 'test', DATABASE_URL: database.url });
  const feed = new Feed();
  const options = { url: database.url, poolSize: 4, statementTimeoutMs: 15_000, applicationName: 'touchline test' };
  const app = await NestFactory.create<NestFastifyApplication>(
    {
      module: class ContractModule {},
      imports: [
        ConfigModule.forRoot(config),
        DatabaseModule.forRoot(options),
        { module: class FeedModule {}, global: true, providers: [{ provide: Feed, useValue: feed }], exports: [Feed] },
        AnaliseModule,
      ],
      providers: [{ provide: APP_FILTER, useClass: ProblemFilter }],
    },
    new FastifyAdapter({ routerOptions: { ignoreTrailingSlash: true, caseSensitive: true } }),
    { logger: false, abortOnError: false },
  );
  const allowed = allowedOrigins(['https://scores.example']);
  app.enableCors({
    delegator: (request, done) => done(null, { origin: allowed(request.headers.origin, request.headers.host) }),
  });
  const orm: MikroORM = app.get(MikroORM);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (_request, _reply, done) => RequestContext.create(orm.em, done));
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers, redirect: 'manual' });
  return {
    app,
    database,
    feed,
    get,
    async json<T>(path: string) {
      const answer = await get(path);
      const body = await answer.text();
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${body}`);
      return JSON.parse(body) as T;
    },
    async close() {
      await app.close();
      await database.drop();
    },
  };
}
