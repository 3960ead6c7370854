import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../src/app.js';
import { loadConfig } from '../../src/platform/config/index.js';
import { createLogger } from '../../src/platform/logging/logger.js';
import { createTestDatabase, type TestDatabase } from './database.js';

export interface TestApp {
  app: NestFastifyApplication;
  database: TestDatabase;
  /** `127.0.0.1:12345` */
  host: string;
  /** Everything the application logged, as JSON lines. */
  log: string[];
  /** `token` is sent as a bearer token. */
  graphql<Data>(query: string, variables?: Record<string, unknown>, token?: string): Promise<GraphqlAnswer<Data>>;
  close(): Promise<void>;
}

export interface GraphqlAnswer<Data> {
  status: number;
  data: Data;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

/** Boots the whole application on a fresh database and a free port. One per spec file. */
export async function bootApp(environment: Record<string, string> = {}, on?: TestDatabase): Promise<TestApp> {
  const database = on ?? (await createTestDatabase());
  const config = loadConfig({ NODE_ENV: 'test', PORT: '0', DATABASE_URL: database.url, ...environment });
  const log: string[] = [];
  const app = await createApp(
    config,
    database.url,
    createLogger({ level: 'info', format: 'json' }, { write: (line) => void log.push(line) }),
  );
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  return {
    app,
    database,
    host,
    log,
    async graphql<Data>(query: string, variables?: Record<string, unknown>, token?: string) {
      const answer = await fetch(`http://${host}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
        body: JSON.stringify({ query, variables }),
      });
      return { status: answer.status, ...((await answer.json()) as Omit<GraphqlAnswer<Data>, 'status'>) };
    },
    async close() {
      await app.close();
      if (!on) await database.drop();
    },
  };
}
