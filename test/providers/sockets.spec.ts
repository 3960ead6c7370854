import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { JsonTransport } from '../../src/modules/providers/resilience/json-transport.js';
import { FakeUpstream, type Fault } from '../support/fake-upstream/index.js';
import { CALL, connect, failureOf } from './upstreams.js';

const CONNECTIONS = 10;
const CALLS = 400;
const FAULTS: readonly Fault[] = [
  { kind: 'status', status: 500 },
  { kind: 'html' },
  { kind: 'html-ok' },
  { kind: 'truncated' },
  { kind: 'cut' },
  { kind: 'reset' },
  { kind: 'silence' },
];

let fake: FakeUpstream;
beforeAll(async () => {
  fake = await FakeUpstream.start({ smallLeagues: 0 });
});
afterAll(() => fake.close());

it('2800 faulty answers leave no connection, no listener and no request behind', async () => {
  const transport = new JsonTransport({
    provider: 'test',
    baseUrl: `${fake.origin}/api`,
    connections: CONNECTIONS,
    maxAnswerBytes: 1_000_000,
  });
  const staying = new AbortController();
  const warnings: string[] = [];
  const warn = (warning: Error): void => void warnings.push(warning.message);
  process.on('warning', warn);
  let most = 0;
  for (const fault of FAULTS) {
    fake.break('calendar', fault);
    let left = CALLS;
    const worker = async (): Promise<void> => {
      while (left-- > 0) {
        const timeoutMs = fault.kind === 'silence' ? 5 : 5_000;
        const request = { endpoint: '/stats/tournament/v1/calendar', query: {}, signal: staying.signal, timeoutMs };
        await (fault.kind === 'html-ok' || fault.kind === 'truncated'
          ? expect(transport.get(request)).rejects.toMatchObject({ kind: 'malformed' })
          : failureOf(transport.get(request)));
        most = Math.max(most, fake.connections);
      }
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  }
  fake.mend();
  expect(
    await transport.get({
      endpoint: '/stats/tournament/v1/calendar',
      query: {},
      signal: staying.signal,
      timeoutMs: 5_000,
    }),
  ).toHaveLength(3);
  // A connection that is being closed may still be counted while its successor is made.
  expect(most).toBeLessThanOrEqual(3 * CONNECTIONS);
  await vi.waitFor(() => expect(fake.connections).toBeLessThanOrEqual(CONNECTIONS));
  await transport.close();
  await vi.waitFor(() => expect(fake.connections).toBe(0));
  process.off('warning', warn);
  expect(warnings).toEqual([]);
});

/** Bytes in use after everything that is not needed any more is gone. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}

it('10,000 failing calls leave nothing in memory', async () => {
  const { fixtures, upstreams } = connect(fake, { PROVIDER_PAUSE_MS: '10', VSTATS_TIMEOUT_MS: '100' });
  const failing = async (fault: Fault, calls: number): Promise<void> => {
    fake.break('match', fault);
    let left = calls;
    const worker = async (): Promise<void> => {
      while (left-- > 0) await failureOf(fixtures.findMatch(`${fault.kind}-${left}`, CALL));
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, worker));
    fake.forgetCalls();
  };
  const requests = (): number => upstreams.metrics.snapshot()[0].endpoints[0].requests;
  await failing({ kind: 'status', status: 500 }, 1_000);
  const before = heapInUse();
  for (const fault of FAULTS) await failing(fault, 10_000 / FAULTS.length);
  // Most are refused, because the endpoint keeps failing; how many are sent depends on the time that takes.
  expect(requests()).toBeGreaterThanOrEqual(CONNECTIONS);
  expect(upstreams.metrics.snapshot()[0]).toMatchObject({ running: 0, waiting: 0 });
  expect(fake.connections).toBeLessThanOrEqual(CONNECTIONS);
  expect(heapInUse() - before).toBeLessThan(4_000_000);
  fake.mend();
  await vi.waitFor(async () => expect(await fixtures.findMatch('nobody', CALL)).toBeUndefined());
  await upstreams.close();
});

it('an endless answer is cut off', async () => {
  const transport = new JsonTransport({
    provider: 'test',
    baseUrl: `${fake.origin}/api`,
    connections: 1,
    maxAnswerBytes: 1_000_000,
  });
  fake.break('calendar', { kind: 'endless' });
  const request = {
    endpoint: '/stats/tournament/v1/calendar',
    query: {},
    signal: new AbortController().signal,
    timeoutMs: 20_000,
  };
  const failure = await failureOf(transport.get(request));
  expect([failure.kind, failure.message]).toEqual([
    'malformed',
    'test /stats/tournament/v1/calendar: the answer is too long',
  ]);
  await transport.close();
});

it('nobody listening is unreachable, and no address is in the message', async () => {
  const gone = await FakeUpstream.start({ smallLeagues: 0 });
  const baseUrl = `${gone.origin}/api/hush`;
  await gone.close();
  const transport = new JsonTransport({ provider: 'test', baseUrl, connections: 1, maxAnswerBytes: 1_000 });
  const request = { endpoint: '/x', query: {}, signal: new AbortController().signal, timeoutMs: 5_000 };
  const failure = await failureOf(transport.get(request));
  expect([failure.kind, failure.message]).toEqual(['unreachable', 'test /x: no connection (ECONNREFUSED)']);
  await transport.close();
});
