import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallQueue, QueueFull } from './call-queue.js';
import { readRetryAfter } from './retry-after.js';

const never = new AbortController().signal;

describe('turns', () => {
  it('are given to so many at a time, in order', async () => {
    const queue = new CallQueue({ concurrency: 2, maxWaiting: 10 });
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const calls = [0, 1, 2, 3].map((n) =>
      queue.run(() => {
        begun.push(n);
        return new Promise<void>((resolve) => ends.push(resolve));
      }, never),
    );
    await turn();
    expect([begun, queue.running, queue.waiting]).toEqual([[0, 1], 2, 2]);
    ends[0]();
    await calls[0];
    await turn();
    expect(begun).toEqual([0, 1, 2]);
    ends[1]();
    ends[2]();
    await vi.waitFor(() => expect(ends).toHaveLength(4));
    ends[3]();
    await Promise.all(calls);
  });

  it('are refused when too many wait, and given up by those who leave', async () => {
    const queue = new CallQueue({ concurrency: 1, maxWaiting: 1 });
    const leaving = new AbortController();
    let end: () => void = () => undefined;
    const first = queue.run(() => new Promise<void>((resolve) => (end = resolve)), never);
    const second = queue.run(() => Promise.reject(new Error('never called')), leaving.signal);
    await expect(queue.run(() => Promise.resolve(), never)).rejects.toThrow(QueueFull);
    leaving.abort(new Error('bye'));
    await expect(second).rejects.toThrow('bye');
    expect(queue.waiting).toBe(0);
    end();
    await first;
    expect(await queue.run(() => Promise.resolve('next'), never)).toBe('next');
  });

  it('do not end early for a caller that leaves while the call is under way', async () => {
    const queue = new CallQueue({ concurrency: 1, maxWaiting: 1 });
    const leaving = new AbortController();
    let end: (value: string) => void = () => undefined;
    const call = queue.run(() => new Promise<string>((resolve) => (end = resolve)), leaving.signal);
    leaving.abort();
    end('done');
    expect(await call).toBe('done');
  });
});

describe('a rate', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('lets so many calls start within any period of that length', async () => {
    const queue = new CallQueue({ concurrency: 100, rate: { calls: 3, perMs: 60_000 }, maxWaiting: 100 });
    const starts: number[] = [];
    const calls = Array.from({ length: 10 }, () =>
      queue.run(() => Promise.resolve(void starts.push(Date.now())), never),
    );
    await vi.advanceTimersByTimeAsync(240_000);
    await Promise.all(calls);
    expect(starts).toHaveLength(10);
    for (let n = 3; n < starts.length; n++) expect(starts[n] - starts[n - 3]).toBeGreaterThanOrEqual(60_000);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  it.each([
    ['2', 2_000],
    [' 0 ', 0],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
    ['Thu, 01 Jan 2015 00:00:30 GMT', 0],
    ['99999999', 3_600_000],
    ['soon', null],
    ['', null],
    [undefined, null],
    [['5', '6'], 5_000],
  ])('%j', (header, ms) => expect(readRetryAfter(header, now)).toBe(ms));
});
