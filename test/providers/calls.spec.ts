import { afterEach, beforeAll, afterAll, describe, expect, it, vi } from 'vitest';
import { UpstreamBudget } from '../../src/modules/providers/upstream-budget.js';
import { DOCUMENTED_IDS, FakeUpstream } from '../support/fake-upstream/index.js';
import { CALL, connect, failureOf } from './upstreams.js';

let fake: FakeUpstream;
const connected: ReturnType<typeof connect>[] = [];
const open = (...more: [environment?: Record<string, string>, tuning?: Parameters<typeof connect>[2]]) => {
  const made = connect(fake, ...more);
  connected.push(made);
  return made;
};
const playedIds = (): string[] =>
  [...fake.world.matches.values()].filter(({ record }) => record.score !== null).map(({ id }) => id);

beforeAll(async () => {
  fake = await FakeUpstream.start({ smallLeagues: 0 });
});
afterEach(async () => {
  await Promise.all(connected.splice(0).map(({ upstreams }) => upstreams.close()));
  fake.mend();
  fake.forgetCalls();
});
afterAll(() => fake.close());

describe('identical calls', () => {
  it('at the same time are one request, whoever else asks for other things', async () => {
    const { fixtures, upstreams } = open();
    const same = Array.from({ length: 200 }, () => fixtures.listSeason(DOCUMENTED_IDS.premierLeague, CALL));
    const other = fixtures.listSeason(DOCUMENTED_IDS.laLiga, CALL);
    const [first, ...rest] = await Promise.all(same);
    expect(first).toHaveLength(380);
    expect(rest.every((each) => each === first)).toBe(true);
    expect(await other).toHaveLength(380);
    expect(fake.callCounts).toEqual({ season: 2 });
    expect(upstreams.metrics.snapshot()[0].endpoints[0]).toMatchObject({ calls: 201, joined: 199, requests: 2 });
  });

  it('one after the other are one request each: nothing is remembered here', async () => {
    const { fixtures } = open();
    await fixtures.listTournaments(CALL);
    await fixtures.listTournaments(CALL);
    expect(fake.callsOf('calendar')).toBe(2);
  });
});

describe('a caller that leaves', () => {
  it('is told so, and the connection ends with the last one', async () => {
    const { fixtures, upstreams } = open();
    fake.break('calendar', { kind: 'silence' });
    const leaving = [new AbortController(), new AbortController()];
    const calls = leaving.map(({ signal }) => failureOf(fixtures.listTournaments({ signal })));
    await vi.waitFor(() => expect(fake.callsOf('calendar')).toBe(1));
    leaving[0].abort();
    expect((await calls[0]).kind).toBe('aborted');
    expect(fake.connections).toBe(1);
    leaving[1].abort();
    expect((await calls[1]).kind).toBe('aborted');
    await vi.waitFor(() => expect(fake.connections).toBe(0));
    expect(upstreams.metrics.snapshot()[0].endpoints[0].errors).toEqual({ aborted: 2 });
    fake.mend();
    expect(await fixtures.listTournaments(CALL)).not.toHaveLength(0);
  });

  it('with many requests ends all of them, also those that wait', async () => {
    const { fixtures, upstreams } = open({ VSTATS_CONCURRENCY: '4' });
    fake.break('match', { kind: 'silence' });
    const leaving = new AbortController();
    const calls = playedIds()
      .slice(0, 50)
      .map((id) => failureOf(fixtures.findMatch(id, leaving)));
    await vi.waitFor(() => expect(fake.callsOf('match')).toBe(4));
    expect(upstreams.metrics.snapshot()[0]).toMatchObject({ running: 4, waiting: 46 });
    leaving.abort();
    expect(new Set((await Promise.all(calls)).map(({ kind }) => kind))).toEqual(new Set(['aborted']));
    await vi.waitFor(() => expect(upstreams.metrics.snapshot()[0]).toMatchObject({ running: 0, waiting: 0 }));
    await vi.waitFor(() => expect(fake.connections).toBe(0));
    expect(fake.callsOf('match')).toBe(4);
  });

  it('because its time is up has exhausted its budget', async () => {
    const { fixtures } = open();
    fake.break('calendar', { kind: 'silence' });
    const failure = await failureOf(fixtures.listTournaments({ signal: AbortSignal.timeout(50) }));
    expect(failure.kind).toBe('exhausted-budget');
  });

  it('before the call starts nothing', async () => {
    const { fixtures } = open();
    expect((await failureOf(fixtures.listTournaments({ signal: AbortSignal.abort() }))).kind).toBe('aborted');
    expect(fake.calls).toEqual([]);
  });
});

describe('a budget', () => {
  it('bounds the requests of one piece of work, retries included', async () => {
    const { fixtures } = open({ PROVIDER_RETRIES: '5' });
    const budget = new UpstreamBudget(3);
    const [one, two, ...rest] = playedIds();
    await fixtures.findMatch(one, { ...CALL, budget });
    fake.break('match', { kind: 'status', status: 500 }, { about: two });
    expect((await failureOf(fixtures.findMatch(two, { ...CALL, budget }))).detail.status).toBe(500);
    expect([budget.left, fake.callsOf('match')]).toEqual([0, 3]);
    expect((await failureOf(fixtures.findMatch(rest[0], { ...CALL, budget }))).kind).toBe('exhausted-budget');
    expect(fake.callsOf('match')).toBe(3);
  });

  it('is not charged for a request of somebody else, nor can it end that', async () => {
    const { fixtures } = open();
    const empty = new UpstreamBudget(0);
    const first = fixtures.listTournaments(CALL);
    const second = fixtures.listTournaments({ ...CALL, budget: empty });
    expect(await second).toBe(await first);
  });

  it('covers the largest analysis: a hundred matches, side by side', async () => {
    const { fixtures, upstreams } = open();
    const budget = new UpstreamBudget(110);
    const matches = await Promise.all(
      playedIds()
        .slice(0, 100)
        .map((id) => fixtures.findMatch(id, { ...CALL, budget })),
    );
    expect(matches.every((match) => match?.statLines.length === 6)).toBe(true);
    expect(budget.left).toBe(10);
    expect(fake.connections).toBeLessThanOrEqual(10);
    expect(upstreams.metrics.snapshot()[0].endpoints[0].latency.count).toBe(100);
  });
});

describe('a provider that asks to be left alone', () => {
  it.each(['60', 'Fri, 31 Dec 2126 23:59:59 GMT'])('with Retry-After %s is left alone', async (retryAfter) => {
    const { fixtures } = open({ PROVIDER_RETRIES: '2' });
    fake.break('standings', { kind: 'status', status: 429, retryAfter }, { times: 1 });
    const first = await failureOf(fixtures.listStandings(DOCUMENTED_IDS.premierLeague, CALL));
    expect(first).toMatchObject({ kind: 'status', detail: { status: 429 } });
    const second = await failureOf(fixtures.listStandings(DOCUMENTED_IDS.laLiga, CALL));
    expect(second.kind).toBe('open-circuit');
    expect(second.detail.retryAfterMs).toBeGreaterThan(30_000);
    expect(fake.callsOf('standings')).toBe(1);
    expect(await fixtures.listTournaments(CALL)).not.toHaveLength(0);
  });

  it('for a moment is asked again after it', async () => {
    const { fixtures } = open({ PROVIDER_RETRIES: '1' }, { maxRetryDelayMs: 2_000 });
    fake.break('calendar', { kind: 'status', status: 503, retryAfter: '1' }, { times: 1 });
    expect(await fixtures.listTournaments(CALL)).not.toHaveLength(0);
    expect(fake.callsOf('calendar')).toBe(2);
  });

  it('by status 429 without a time is, for badges, left alone for a minute', async () => {
    const { badges } = open({ PROVIDER_RETRIES: '2' });
    fake.break('badge', { kind: 'status', status: 429 }, { times: 1 });
    await failureOf(badges.findBadge({ name: 'Arsenal' }, CALL));
    expect((await failureOf(badges.findBadge({ name: 'Chelsea' }, CALL))).kind).toBe('open-circuit');
    expect(fake.callsOf('badge')).toBe(1);
  });
});

describe('the rate of badges', () => {
  it('holds back what is too much', async () => {
    const { badges, upstreams } = open({ THESPORTSDB_CALLS_PER_MINUTE: '3' });
    const leaving = new AbortController();
    const names = ['Arsenal', 'Chelsea', 'Everton', 'Fulham', 'Liverpool', 'Burnley', 'Brighton'];
    const calls = names.map((name) => badges.findBadge({ name }, leaving).catch((error: unknown) => error));
    await Promise.all(calls.slice(0, 3));
    expect([fake.callsOf('badge'), upstreams.metrics.snapshot()[1].waiting]).toEqual([3, 4]);
    leaving.abort();
    for (const call of calls.slice(3)) expect(await call).toMatchObject({ kind: 'aborted' });
    expect(fake.callsOf('badge')).toBe(3);
  });
});

describe('redirects', () => {
  it('are followed on the same host, not to another', async () => {
    const { fixtures } = open();
    fake.break('week', { kind: 'redirect', location: '/api/stats/tournament/v1/calendar' }, { times: 1 });
    // Followed, the answer is that of the calendar, which holds no matches.
    expect((await failureOf(fixtures.listWeek(DOCUMENTED_IDS.premierLeague, CALL))).kind).toBe('malformed');
    expect(fake.callsOf('calendar')).toBe(1);
    const elsewhere = await FakeUpstream.start({ smallLeagues: 0 });
    fake.break('week', { kind: 'redirect', location: `${elsewhere.origin}/api/stats/tournament/v1/calendar` });
    const failure = await failureOf(fixtures.listWeek(DOCUMENTED_IDS.laLiga, CALL));
    expect(failure).toMatchObject({ kind: 'status', detail: { status: 302 } });
    expect(elsewhere.calls).toEqual([]);
    await elsewhere.close();
  });
});

describe('what a provider does not know', () => {
  it('is undefined, not a failure, and does not count against it', async () => {
    const { fixtures, upstreams } = open();
    const unknown = Array.from({ length: 30 }, (_, index) => `nonsense${index}`);
    for (const id of unknown) expect(await fixtures.findMatch(id, CALL)).toBeUndefined();
    expect(await fixtures.findPreview('nonsense', CALL)).toBeUndefined();
    expect(await fixtures.findReferee('nonsense', CALL)).toBeUndefined();
    expect(await fixtures.listStandings('nonsense', CALL)).toEqual([]);
    expect(upstreams.metrics.snapshot()[0].endpoints.map(({ circuit }) => circuit)).toEqual(Array(4).fill('closed'));
  });

  it('of statistics, because nothing was played, is a failure of that call alone', async () => {
    const { fixtures, upstreams } = open({ PROVIDER_RETRIES: '3' });
    for (let n = 0; n < 30; n++) {
      expect((await failureOf(fixtures.findPlayedStats(DOCUMENTED_IDS.match, CALL))).detail.status).toBe(500);
    }
    expect(fake.callsOf('playedStats')).toBe(30);
    expect(upstreams.metrics.snapshot()[0].endpoints[0].circuit).toBe('closed');
  });
});
