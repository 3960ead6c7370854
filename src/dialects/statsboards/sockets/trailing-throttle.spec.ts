import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TrailingThrottle } from './trailing-throttle.js';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  Logger.overrideLogger(false);
});
afterEach(() => vi.useRealTimers());

describe('throttled work', () => {
  it('runs at once, then at most once in the time, and always after the last request', async () => {
    let state = 0;
    const seen: number[] = [];
    const throttle = new TrailingThrottle(100, async () => void seen.push(state));
    for (state = 1; state <= 5; state++) throttle.request();
    state = 5;
    expect(seen).toEqual([1]);
    await vi.advanceTimersByTimeAsync(99);
    expect(seen).toEqual([1]);
    await vi.advanceTimersByTimeAsync(1);
    expect(seen).toEqual([1, 5]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(seen).toEqual([1, 5]);
    expect(throttle.isIdle).toBe(true);
  });

  it('runs again for what was asked while it ran, never twice at a time', async () => {
    let running = 0;
    let runs = 0;
    const throttle = new TrailingThrottle(10, async () => {
      expect(++running).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 50));
      running--;
      runs++;
    });
    throttle.request();
    throttle.request();
    await vi.advanceTimersByTimeAsync(50);
    expect(runs).toBe(1);
    await vi.advanceTimersByTimeAsync(50);
    expect(runs).toBe(2);
  });

  it('is tried again when it fails', async () => {
    let failures = 3;
    let done = 0;
    const throttle = new TrailingThrottle(10, async () => {
      if (failures-- > 0) throw new Error('the database is gone');
      done++;
    });
    throttle.request();
    await vi.advanceTimersByTimeAsync(100);
    expect(done).toBe(1);
  });

  it('ends when it is stopped', async () => {
    let runs = 0;
    const throttle = new TrailingThrottle(10, async () => void runs++);
    throttle.request();
    throttle.request();
    throttle.stop();
    await vi.advanceTimersByTimeAsync(100);
    expect(runs).toBe(1);
  });
});
