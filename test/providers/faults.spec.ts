import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { UpstreamFailureKind } from '../../src/modules/providers/upstream.js';
import { ENDPOINT_NAMES, type EndpointName, FakeUpstream, type Fault, FAULTS } from '../support/fake-upstream/index.js';
import { CALL, callsOf, connect, failureOf } from './upstreams.js';

/** What each fault is called on our side. */
const KINDS: Record<string, UpstreamFailureKind> = {
  delay: 'timeout',
  silence: 'timeout',
  'status 500': 'status',
  'status 429': 'status',
  html: 'status',
  'html-ok': 'malformed',
  truncated: 'malformed',
  cut: 'unreachable',
  reset: 'unreachable',
  'wrong-types': 'malformed',
  'wrong-shape': 'malformed',
};
const nameOf = (fault: Fault): string => (fault.kind === 'status' ? `status ${fault.status}` : fault.kind);
const KEY = 'hush-hush-0815';

let fake: FakeUpstream;
let played: { id: string; referee: { id: string } | null };

beforeAll(async () => {
  fake = await FakeUpstream.start({ smallLeagues: 0 });
  const match = [...fake.world.matches.values()].find(({ record }) => record.score !== null);
  if (!match) throw new Error('nothing was played');
  played = match;
});
afterEach(() => {
  fake.mend();
});
afterAll(() => fake.close());

describe.each(FAULTS.map((fault) => [nameOf(fault), fault] as const))('fault %s', (name, fault) => {
  const connected: ReturnType<typeof connect>[] = [];
  // Where all there is to do is wait, a short time is enough.
  const patience = KINDS[name] === 'timeout' ? '150' : '5000';
  const open = (timeoutMs: string): ReturnType<typeof connect> => {
    const settings = { VSTATS_TIMEOUT_MS: timeoutMs, THESPORTSDB_TIMEOUT_MS: timeoutMs, THESPORTSDB_KEY: KEY };
    const made = connect(fake, settings, { ratePeriodMs: 100 });
    connected.push(made);
    return made;
  };
  afterEach(() => Promise.all(connected.splice(0).map(({ upstreams }) => upstreams.close())));

  it('has its kind at every endpoint, opens the circuit, and is over when it is over', async () => {
    const { upstreams, ...clients } = open(patience);
    const calls = callsOf(clients, played);
    fake.break('all', fault);
    const endure = async (endpoint: EndpointName): Promise<void> => {
      const call = calls[endpoint];
      const first = await failureOf(call(CALL));
      expect([endpoint, first.kind]).toEqual([endpoint, KINDS[name]]);
      expect(`${first.message} ${JSON.stringify(first)} ${first.stack}`).not.toContain(KEY);
      // Status 500 is how this endpoint says no, so it proves nothing.
      if (endpoint === 'playedStats' && name === 'status 500') return;
      await vi.waitFor(async () => expect((await failureOf(call(CALL))).kind).toBe('open-circuit'), {
        timeout: 10_000,
        interval: 1,
      });
      const asked = fake.callsOf(endpoint);
      await failureOf(call(CALL));
      expect(fake.callsOf(endpoint) - asked).toBeLessThanOrEqual(1);
    };
    await Promise.all(ENDPOINT_NAMES.map(endure));
    fake.mend();
    for (const endpoint of ENDPOINT_NAMES) {
      const back = await vi.waitFor(() => calls[endpoint](CALL), { timeout: 10_000, interval: 20 });
      expect([endpoint, back]).not.toEqual([endpoint, undefined]);
    }
    for (const { running, waiting, endpoints } of upstreams.metrics.snapshot()) {
      expect([running, waiting]).toEqual([0, 0]);
      expect(endpoints.map(({ circuit }) => circuit)).toEqual(endpoints.map(() => 'closed'));
    }
  });

  it('of one endpoint leaves the others alone', async () => {
    const calls = callsOf(open('5000'), played);
    fake.break('preview', fault);
    const leaving = new AbortController();
    const failing = Array.from({ length: 12 }, () => failureOf(calls.preview(leaving)));
    for (const endpoint of ENDPOINT_NAMES.filter((each) => each !== 'preview')) {
      expect(await calls[endpoint](CALL)).toBeDefined();
    }
    leaving.abort();
    await Promise.all(failing);
  });

  it('once is mended by a second request where that may help', async () => {
    const { fixtures, upstreams } = connect(fake, { PROVIDER_RETRIES: '2', VSTATS_TIMEOUT_MS: patience });
    fake.break('calendar', fault, { times: 1 });
    const helps = ['status', 'unreachable'].includes(KINDS[name]);
    const before = fake.callsOf('calendar');
    if (helps) expect(await fixtures.listTournaments(CALL)).not.toHaveLength(0);
    else expect((await failureOf(fixtures.listTournaments(CALL))).kind).toBe(KINDS[name]);
    expect(fake.callsOf('calendar') - before).toBe(helps ? 2 : 1);
    expect(upstreams.metrics.snapshot()[0].endpoints[0]).toMatchObject({
      calls: 1,
      requests: helps ? 2 : 1,
      retries: helps ? 1 : 0,
      errors: { [KINDS[name]]: 1 },
    });
    await upstreams.close();
  });
});
