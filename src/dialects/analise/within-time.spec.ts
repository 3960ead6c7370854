import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Unavailable } from '#core/kernel/domain-error.js';
import { withinTime } from './within-time.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what is made in the time there is', () => {
  it('is given, and no timer is left', async () => {
    expect(await withinTime(1_000, Promise.resolve('done'))).toBe('done');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('and fails is told as it failed', async () => {
    await expect(withinTime(1_000, Promise.reject(new Error('own')))).rejects.toThrow('own');
    expect(vi.getTimerCount()).toBe(0);
  });
});

it('what takes longer is not available', async () => {
  const outcome = expect(withinTime(1_000, new Promise(() => undefined))).rejects.toThrow(Unavailable);
  await vi.advanceTimersByTimeAsync(999);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  await outcome;
});
