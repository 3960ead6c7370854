import { afterAll, beforeAll, expect, it } from 'vitest';
import { Prefetch } from '../../src/modules/providers/ingestion/prefetch.js';
import { DOCUMENTED_IDS } from '../support/fake-upstream/index.js';
import { until } from '../support/feed.js';
import { bootProvided, type ProvidedApp } from './provided-app.js';

let test: ProvidedApp;
beforeAll(async () => {
  test = await bootProvided({ smallLeagues: 0 }, { PROVIDER_PREFETCH: 'on' });
});
afterAll(() => test?.close());

const jobs = () =>
  test.app.database.sql<{ name: string; state: string }>('select name, state::text from touchline_jobs.job');

it('has its jobs in a schema of their own, twice an hour', async () => {
  await until(
    async () =>
      (
        await test.app.database.sql(
          `select to_regnamespace('touchline_jobs') as x where to_regnamespace('touchline_jobs') is not null`,
        )
      ).length > 0,
  );
  await until(async () => {
    const found = await test.app.database
      .sql<{ cron: string }>('select cron from touchline_jobs.schedule')
      .catch(() => []);
    return found.length === 2 && found.every(({ cron }) => cron === '7,37 * * * *');
  });
});

it('fetches a day and puts its matches in line, each once', async () => {
  const sent: string[] = [];
  const queue = {
    sendMatches: async (list: readonly { publicId: string }[]) =>
      void sent.push(...list.map(({ publicId }) => publicId)),
  };
  const days = Math.round((Date.parse('2025-12-27T12:00:00Z') - Date.now()) / 86_400_000);
  await test.app.app.get(Prefetch).prefetchDay({ offset: days }, queue);
  expect(sent).toContain(DOCUMENTED_IDS.match);
  expect(new Set(sent).size).toBe(sent.length);
  expect(test.upstream.callCounts).toMatchObject({ calendar: 1 });
});

it('fetches what the analysis of a match needs, so that a client causes no call', async () => {
  await test.app.app.get(Prefetch).prefetchMatch({ publicId: DOCUMENTED_IDS.match });
  test.upstream.forgetCalls();
  await test.json(`/api/partida/${DOCUMENTED_IDS.match}/stats?filtro=10`);
  expect(test.upstream.callCounts).toEqual({});
});

it('takes a provider that does not answer for no news', async () => {
  await test.app.database.sql('truncate match, tournament, provider_resource cascade');
  test.upstream.break('all', { kind: 'status', status: 500 });
  await test.app.app.get(Prefetch).prefetchMatch({ publicId: DOCUMENTED_IDS.match });
  test.upstream.mend();
});

it('works jobs off and stops cleanly', async () => {
  await until(async () => (await jobs()).every(({ state }) => state !== 'active'));
  await test.app.app.close();
  expect((await jobs()).filter(({ state }) => state === 'active')).toEqual([]);
});
