import { get as httpGet } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Prefetch } from '../../src/modules/providers/ingestion/prefetch.js';
import { DOCUMENTED_IDS } from '../support/fake-upstream/index.js';
import { until } from '../support/feed.js';
import { bootProvided, type ProvidedApp } from './provided-app.js';

const STATS = `/api/partida/${DOCUMENTED_IDS.match}/stats?filtro=5`;
const LARGEST = `/api/partida/${DOCUMENTED_IDS.match}/stats?filtro=geral`;

let test: ProvidedApp;
beforeAll(async () => {
  test = await bootProvided({}, { PROVIDER_PREFETCH: 'on' });
});
afterAll(() => test.close());

const schemas = () => test.app.database.sql(`select 1 from pg_namespace where nspname = 'touchline_jobs'`);

describe('clients that ask the same at a time', () => {
  it('cause one set of calls, however many they are', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => test.get(STATS)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    const { match = 0, ...others } = test.upstream.callCounts;
    expect(others).toEqual({ calendar: 1, season: 1, preview: 1, standings: 1, referee: 1 });
    // Five matches of each team, one of which may be the same, and the match itself.
    expect(match).toBeGreaterThanOrEqual(10);
    expect(match).toBeLessThanOrEqual(11);
    const asked = test.upstream.calls.filter(({ endpoint }) => endpoint === 'match').map(({ query }) => query['fx']);
    expect(new Set(asked).size).toBe(match);
  });

  it('of one match but in different samples cause each call once', async () => {
    const paths = ['filtro=5', 'filtro=10', 'filtro=geral', 'filtro=10&periodo=1T', 'filtro=5&debug=1'].map(
      (query) => `/api/partida/${DOCUMENTED_IDS.match}/analysis?${query}`,
    );
    await test.age(24 * 365);
    test.upstream.forgetCalls();
    const answers = await Promise.all(paths.map((path) => test.get(path)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200));
    const asked = test.upstream.calls.map(({ endpoint, query }) => `${endpoint} ${JSON.stringify(query)}`);
    expect(new Set(asked).size).toBe(asked.length);
  });
});

describe('a client that leaves', () => {
  /** A client with a connection of its own, which it closes without waiting for the answer. */
  function askAndLeave(): () => void {
    const request = httpGet(`http://${test.app.host}${LARGEST}`, { agent: false });
    request.on('error', () => undefined);
    return () => void request.destroy();
  }

  it('takes its calls along when nobody else wants them', async () => {
    await test.age(24 * 365);
    test.upstream.forgetCalls();
    test.upstream.break('match', { kind: 'silence' });
    const leave = askAndLeave();
    await until(() => test.upstream.callsOf('match') > 1);
    leave();
    // Nothing is asked any more of the thirty matches of the sample.
    await until(() => test.upstream.connections <= 10);
    expect(test.upstream.callsOf('match')).toBeLessThan(25);
    test.upstream.mend();
    expect((await test.get(LARGEST)).status).toBe(200);
  });

  it('leaves them to those who stay', async () => {
    await test.age(24 * 365);
    test.upstream.forgetCalls();
    test.upstream.break('season', { kind: 'delay', ms: 500 });
    const leave = askAndLeave();
    const stays = test.get(LARGEST);
    await until(() => test.upstream.callsOf('season') > 0);
    leave();
    expect((await stays).status).toBe(200);
    expect(test.upstream.callsOf('season')).toBe(1);
    test.upstream.mend();
  });
});

describe('fetching before anybody asks', () => {
  it('fetches a day and puts its matches in line, each once', async () => {
    const sent: string[] = [];
    const queue = {
      sendMatches: async (list: readonly { publicId: string }[]) =>
        void sent.push(...list.map(({ publicId }) => publicId)),
    };
    await test.age(24 * 365);
    test.upstream.forgetCalls();
    const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'America/Sao_Paulo' });
    const days = (Date.parse('2025-12-27') - Date.parse(today)) / 86_400_000;
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

  it('begins when it is told to, with today and tomorrow, and then twice an hour', async () => {
    expect(await schemas()).toEqual([]);
    test.upstream.forgetCalls();
    test.app.app.get(Prefetch).begin();
    const { sql } = test.app.database;
    await until(() => test.upstream.callsOf('calendar') > 0);
    const schedule = () => sql('select name, cron, data from touchline_jobs.schedule order by key');
    await until(async () => (await schedule()).length > 1);
    expect(await schedule()).toEqual(
      [0, 1].map((offset) => ({ name: 'provider-day', cron: '7,37 * * * *', data: { offset } })),
    );
    const days = () =>
      sql<{ offset: number; state: string }>(
        `select (data->>'offset')::int as offset, state::text from touchline_jobs.job where name = 'provider-day' order by 1`,
      );
    await until(async () => (await days()).every(({ state }) => state === 'completed'), days);
    expect((await days()).map(({ offset }) => offset)).toEqual([0, 1]);
  });

  it('stops cleanly', async () => {
    await test.app.app.close();
    const jobs = await test.app.database.sql(`select name from touchline_jobs.job where state = 'active'`);
    expect(jobs).toEqual([]);
  });
});
