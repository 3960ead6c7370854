import { createClient } from 'graphql-ws';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { Unavailable } from '../../src/core/kernel/domain-error.js';
import { AnalysisService } from '../../src/modules/analysis/index.js';
import { JournalListener } from '../../src/realtime/index.js';
import type { GraphqlAnswer, TestApp } from '../support/app.js';
import { until } from '../support/feed.js';
import { GraphqlSocket } from '../support/graphql-socket.js';
import { bootLeagues, crowdedDay, matchStatementsOf, type StoredMatch } from './analysis-days.js';

interface Found {
  match: { id: string };
  metric: string;
  side: string;
  line: number;
  score: number;
}

interface Step {
  opportunitySearch: { done: number; total: number; failed: number; found: Found[] };
}

interface Page {
  opportunities: { pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { node: Found }[] };
}

const FOUND = 'match { id } metric side line score';
const ARGS = 'date: $date, filter: $filter, sample: $sample, homeVenue: $homeVenue';
const VARIABLES = '$date: LocalDate!, $filter: OpportunityFilter, $sample: SampleSize, $homeVenue: SampleVenue';
const SEARCH = `subscription (${VARIABLES}) { opportunitySearch(${ARGS}) { done total failed found { ${FOUND} } } }`;
const ALL = { minProbability: 0, maxProbability: 1, minConfidence: 0, minSample: 0 };

let app: TestApp;
let day: StoredMatch[];

beforeAll(async () => {
  app = await bootLeagues();
  await until(() => app.app.get(JournalListener).healthy);
  day = await crowdedDay(app.database);
});
afterAll(() => app?.close());

const steps = (socket: GraphqlSocket, id: string): Step['opportunitySearch'][] =>
  socket.results<Step>(id).map(({ opportunitySearch }) => opportunitySearch);

/** A search to its end, by the client library everybody uses. */
async function search(variables: Record<string, unknown>): Promise<Step['opportunitySearch'][]> {
  const client = createClient({ url: `ws://${app.host}/graphql`, webSocketImpl: WebSocket });
  const found: Step['opportunitySearch'][] = [];
  for await (const { data, errors } of client.iterate<Step>({
    query: SEARCH,
    variables: { date: day[0].day, ...variables },
  })) {
    expect(errors).toBeUndefined();
    found.push(data!.opportunitySearch);
  }
  await client.dispose();
  return found;
}

async function ranked(variables: Record<string, unknown>): Promise<Found[]> {
  const query = `query (${VARIABLES}, $after: String) { opportunities(${ARGS}, first: 100, after: $after) {
    pageInfo { hasNextPage endCursor } edges { node { ${FOUND} } } } }`;
  const found: Found[] = [];
  for (let after: string | null = null; ;) {
    const answer: GraphqlAnswer<Page> = await app.graphql<Page>(query, { date: day[0].day, ...variables, after });
    const { edges, pageInfo } = answer.data.opportunities;
    found.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor;
  }
}

const byName = (list: Found[]): string[] => list.map((each) => JSON.stringify(each)).toSorted();

describe('opportunitySearch', () => {
  it('tells how far it has come and what it found, until it is through', async () => {
    const all = await search({ filter: ALL });
    expect(all[0]).toEqual({ done: 0, total: day.length, failed: 0, found: [] });
    const done = all.map((step) => step.done);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(new Set(done).size).toBe(done.length);
    expect(all.at(-1)!.done).toBe(day.length);
    expect(new Set(all.map(({ total }) => total))).toEqual(new Set([day.length]));
  });

  it('finds what the ranking has, matches by kickoff, each step in the order of the ranking', async () => {
    for (const filter of [ALL, {}, { side: 'OVER', metrics: ['GOALS'] }]) {
      const found = await search({ filter, sample: 'LAST_5' });
      expect(byName(found.flatMap((step) => step.found))).toEqual(byName(await ranked({ filter, sample: 'LAST_5' })));
      for (const step of found) {
        const scores = step.found.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      }
    }
    const found = (await search({ filter: ALL, sample: 'LAST_50' })).map(
      (step) => new Set(step.found.map(({ match }) => match.id)),
    );
    const order = day.map(({ id }) => String(id));
    const places = found.flatMap((ids) => [...ids].map((id) => order.indexOf(id)).toSorted((a, b) => a - b));
    expect(places).toEqual(order.map((_, place) => place));
  });

  it('leaves out, and counts, what a provider keeps from being analysed', async () => {
    const analyses = app.app.get(AnalysisService);
    const { analyse } = analyses;
    const [, out] = day;
    analyses.analyse = async (id, ...rest) => {
      if (id === out.public_id) throw new Unavailable('UPSTREAM_UNAVAILABLE', 'no answer');
      return analyse.call(analyses, id, ...rest);
    };
    const variables = { filter: ALL, homeVenue: 'HOME', sample: 'LAST_50' };
    try {
      const found = await search(variables);
      expect(found.at(-1)).toMatchObject({ done: day.length, failed: 1 });
      const query = `query (${VARIABLES}) { opportunities(${ARGS}) { matches failed matchesWithOpportunities } }`;
      expect((await app.graphql(query, { date: day[0].day, ...variables })).data).toEqual({
        opportunities: { matches: day.length, failed: 1, matchesWithOpportunities: day.length - 1 },
      });
    } finally {
      analyses.analyse = analyse;
    }
    expect((await search(variables)).at(-1)).toMatchObject({ done: day.length, failed: 0 });
  });

  it('is through at once on a day without matches', async () => {
    expect(await search({ date: '2023-02-01' })).toEqual([{ done: 0, total: 0, failed: 0, found: [] }]);
  });

  it('analyses nothing again of what was analysed before', async () => {
    const variables = { filter: ALL, homeVenue: 'HOME' };
    await search(variables);
    const sent = await matchStatementsOf(() => search(variables));
    expect(sent.filter((sql) => sql.includes('match_stat_line'))).toEqual([]);
  });

  it('stops when the client leaves or completes it', async () => {
    const analyses = app.app.get(AnalysisService);
    const { analyse } = analyses;
    let begun = 0;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    analyses.analyse = async (...args) => {
      begun++;
      await held;
      return analyse.apply(analyses, args);
    };
    try {
      const leaving = await (await GraphqlSocket.open(app.host)).init();
      leaving.subscribe('a', SEARCH, { date: day[0].day, homeVenue: 'AWAY' });
      await until(() => begun > 0 && steps(leaving, 'a').length === 1);
      leaving.socket.terminate();
      const completing = await (await GraphqlSocket.open(app.host)).init();
      completing.subscribe('a', SEARCH, { date: day[0].day, homeVenue: 'AWAY', sample: 'LAST_50' });
      await until(() => steps(completing, 'a').length === 1);
      completing.send({ id: 'a', type: 'complete' });
      // Answered after what was sent before.
      completing.send({ type: 'ping' });
      await completing.next(({ type }) => type === 'pong');
      release();
      // A search that is not stopped waits behind those two for its turn.
      const last = await search({ sample: 'LAST_5', homeVenue: 'AWAY' });
      expect(last.at(-1)!.done).toBe(day.length);
      // What each of them had begun, and the last one's.
      expect(begun).toBeLessThanOrEqual(day.length + 2 * 4);
      expect(steps(completing, 'a')).toHaveLength(1);
      completing.socket.close();
    } finally {
      release();
      analyses.analyse = analyse;
    }
  });

  it('goes on for those who stay when one of several who ask the same leaves', async () => {
    const variables = { date: day[0].day, homeVenue: 'HOME', sample: 'LAST_5', filter: ALL };
    const [one, other] = await Promise.all([1, 2].map(async () => (await GraphqlSocket.open(app.host)).init()));
    for (const socket of [one, other]) socket.subscribe('a', SEARCH, variables);
    await until(() => steps(one, 'a').length > 0);
    one.socket.terminate();
    await until(() => other.messages.some(({ type, id }) => type === 'complete' && id === 'a'));
    expect(steps(other, 'a').at(-1)!.done).toBe(day.length);
    other.socket.close();
  });

  it.each([
    ['a day that is none', { date: '2025-13-01' }, 'BAD_USER_INPUT'],
    ['a limit that is none', { filter: { minConfidence: 7 } }, 'BAD_USER_INPUT'],
  ])('refuses %s', async (_what, variables, code) => {
    const socket = await (await GraphqlSocket.open(app.host)).init();
    socket.subscribe('a', SEARCH, { date: day[0].day, ...variables });
    const { payload } = await socket.next(({ type }) => type === 'error');
    expect(payload).toMatchObject([{ extensions: { code } }]);
    socket.socket.close();
  });

  it('counts like a search: an operation with several is refused', async () => {
    const socket = await (await GraphqlSocket.open(app.host)).init();
    const analyses = Array.from({ length: 5 }, (_, n) => `a${n}: analysis(sample: LAST_5) { sampleSize }`).join(' ');
    socket.subscribe('a', `subscription { opportunitySearch(date: "2025-12-01") { found { match { ${analyses} } } } }`);
    const { payload } = await socket.next(({ type }) => type === 'error');
    expect(payload).toMatchObject([{ extensions: { code: 'QUERY_TOO_COMPLEX' } }]);
    socket.socket.close();
  });
});

describe('docs/graphql.md', () => {
  it('shows documents about analyses that run', async () => {
    const text = await readFile(join(import.meta.dirname, '../../docs/graphql.md'), 'utf8');
    const documents = [...text.matchAll(/```graphql\n(.*?)```/gs)].map(([, document]) => document);
    const queries = documents.filter((document) => /^query.*(analysis|opportunities)\(/s.test(document));
    expect(queries).toHaveLength(2);
    for (const query of queries) expect((await app.graphql(query)).errors).toBeUndefined();
    const [subscription] = documents.filter((document) => document.startsWith('subscription'));
    const socket = await (await GraphqlSocket.open(app.host)).init();
    socket.subscribe('a', subscription);
    await until(() => socket.messages.some(({ type, id }) => type === 'complete' && id === 'a'));
    expect(steps(socket, 'a').length).toBeGreaterThan(0);
    socket.socket.close();
  });
});
