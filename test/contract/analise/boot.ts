import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { bootApp } from '../../support/app.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

export interface AnaliseApp {
  app: NestFastifyApplication;
  database: TestDatabase;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** The body of an answer with status 200. */
  json<T>(path: string): Promise<T>;
  close(): Promise<void>;
}

/**
 * The whole application on a fresh database and a free port. What `prepare` writes is there before the application
 * starts; later changes are told to it by the journal, and drop what it has kept.
 */
export async function bootAnalise(prepare?: (database: TestDatabase) => Promise<void>): Promise<AnaliseApp> {
  const database = await createTestDatabase();
  await prepare?.(database);
  const { app, host, close } = await bootApp({ CORS_ORIGINS: 'https://scores.example' }, database);
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`http://${host}${path}`, { headers, redirect: 'manual' });
  return {
    app,
    database,
    get,
    async json<T>(path: string) {
      const answer = await get(path);
      const body = await answer.text();
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${body}`);
      return JSON.parse(body) as T;
    },
    async close() {
      await close();
      await database.drop();
    },
  };
}
