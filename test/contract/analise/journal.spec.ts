import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../../support/feed.js';
import { type AnaliseApp, bootAnalise } from './boot.js';
import { createWorld } from './world.js';

/** From another program's SQL through the journal to the answer. */
let test: AnaliseApp;
beforeAll(async () => {
  test = await bootAnalise();
});
afterAll(() => test.close());

it('a match changed by plain SQL is answered as it is now, not as it was kept', async () => {
  const world = await createWorld(test.database);
  const id = await world.match({ home: 'Arsenal', away: 'Fulham', at: '2025-12-27T20:00:00Z', venue: 'Old Ground' });
  const ground = async () =>
    (await test.json<{ partida: { estadio: string } }>(`/api/partida/${id}/stats`)).partida.estadio;
  const listed = async () =>
    (await test.json<{ total_partidas: number }>('/api/partidas?data=2025-12-27')).total_partidas;
  expect([await ground(), await listed()]).toEqual(['Old Ground', 1]);
  await test.database.sql(`update match set venue = 'New Ground' where public_id = $1`, [id]);
  await until(async () => (await ground()) === 'New Ground');
  await world.match({ home: 'Wolves', away: 'Leeds', at: '2025-12-27T21:00:00Z' });
  await until(async () => (await listed()) === 2);
});

it('nor is one that was changed while nobody listened to the journal', async () => {
  const world = await createWorld(test.database);
  const id = await world.match({ home: 'Arsenal', away: 'Fulham', at: '2025-12-28T20:00:00Z', venue: 'Old Ground' });
  const ground = async () =>
    (await test.json<{ partida: { estadio: string } }>(`/api/partida/${id}/stats`)).partida.estadio;
  await until(async () => (await ground()) === 'Old Ground');
  // In one go: the change is committed after the connection has ended, and before a new one listens.
  await test.database.sql(
    `do $$ declare listener int; begin
       select pid into strict listener from pg_stat_activity
       where application_name = 'touchline listener' and datname = current_database();
       perform pg_terminate_backend(listener);
       while exists (select from pg_stat_get_activity(listener)) loop
         perform pg_sleep(0.001), pg_stat_clear_snapshot();
       end loop;
       update match set venue = 'New Ground' where public_id = '${id}';
     end $$`,
  );
  await until(async () => (await ground()) === 'New Ground');
});
