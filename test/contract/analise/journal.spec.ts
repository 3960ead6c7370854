import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AppModule } from '../../../src/app.module.js';
import { AnaliseModule } from '../../../src/dialects/analise/index.js';
import { loadConfig } from '../../../src/platform/config/index.js';
import { JournalListener } from '../../../src/realtime/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { until } from '../../support/feed.js';
import { createWorld } from './world.js';

/** From another program's SQL through the journal to the answer. */
let app: NestFastifyApplication;
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const config = loadConfig({ NODE_ENV: 'test', DATABASE_URL: database.url });
  app = await NestFactory.create<NestFastifyApplication>(
    { module: class WholeModule {}, imports: [AppModule.forRoot(config, database.url), AnaliseModule] },
    new FastifyAdapter(),
    { logger: false, abortOnError: false },
  );
  app.useWebSocketAdapter(new IoAdapter(app));
  await app.listen(0, '127.0.0.1');
  await until(() => app.get(JournalListener).healthy);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

it('a match changed by plain SQL is answered as it is now, not as it was kept', async () => {
  const world = await createWorld(database);
  const id = await world.match({ home: 'Arsenal', away: 'Fulham', at: '2025-12-27T20:00:00Z', venue: 'Old Ground' });
  const url = await app.getUrl();
  const body = async <T>(path: string) => (await (await fetch(url + path)).json()) as T;
  const ground = async () => (await body<{ partida: { estadio: string } }>(`/api/partida/${id}/stats`)).partida.estadio;
  const listed = async () => (await body<{ total_partidas: number }>('/api/partidas?data=2025-12-27')).total_partidas;
  expect([await ground(), await listed()]).toEqual(['Old Ground', 1]);
  await database.sql(`update match set venue = 'New Ground' where public_id = $1`, [id]);
  await until(async () => (await ground()) === 'New Ground');
  await world.match({ home: 'Wolves', away: 'Leeds', at: '2025-12-27T21:00:00Z' });
  await until(async () => (await listed()) === 2);
});
