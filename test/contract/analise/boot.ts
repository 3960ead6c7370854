import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { bootApp } from '../../support/app.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { FakeUpstream, type FakeWorldOptions } from '../../support/fake-upstream/index.js';

export interface AnaliseApp {
  app: NestFastifyApplication;
  database: TestDatabase;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** The body of an answer with status 200. */
  json<T>(path: string): Promise<T>;
  close(): Promise<void>;
}

/** Whether the applications have providers. test/providers/contract.spec.ts runs all of these specs again with them. */
export const surroundings = { areProvided: false };

/** Its tournaments have no matches, so that there are those that a spec writes and no others. */
const SILENT_WORLD: Partial<FakeWorldOptions> = { smallLeagues: 0, days: 0.001 };

/**
 * The whole application on a fresh database and a free port. What `prepare` writes is there before the application
 * starts; later changes are told to it by the journal, and drop what it has kept. `world` is what providers know, where
 * there are any.
 */
export async function bootAnalise(
  prepare?: (database: TestDatabase) => Promise<void>,
  world = SILENT_WORLD,
): Promise<AnaliseApp> {
  const database = await createTestDatabase();
  await prepare?.(database);
  const upstream = surroundings.areProvided ? await FakeUpstream.start(world) : undefined;
  const providers = { ...upstream?.environment, THESPORTSDB_CALLS_PER_MINUTE: '10000' };
  const { app, host, close } = await bootApp({ CORS_ORIGINS: 'https://scores.example', ...providers }, database);
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
      await upstream?.close();
    },
  };
}
