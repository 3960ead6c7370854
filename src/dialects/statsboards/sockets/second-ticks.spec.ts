import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SecondTicks } from './second-ticks.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function follow(clock: { startedAt: number; endsAt: number }) {
  const ticks: number[] = [];
  const start = Date.now();
  const seconds = new SecondTicks(
    () => Date.now() - start,
    () => ticks.push(Math.floor((Date.now() - start - clock.startedAt) / 1000)),
  );
  seconds.follow(clock);
  return { ticks, seconds };
}

it('ticks just after each second of the clock, not of the wall, until the end, which it leaves to the clock', async () => {
  const { ticks } = follow({ startedAt: -400, endsAt: 3_600 });
  await vi.advanceTimersByTimeAsync(600);
  expect(ticks).toEqual([]);
  await vi.advanceTimersByTimeAsync(10);
  expect(ticks).toEqual([1]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ticks).toEqual([1, 2, 3]);
});

it('stops with a clock that is stopped', async () => {
  const { ticks, seconds } = follow({ startedAt: 0, endsAt: 60_000 });
  await vi.advanceTimersByTimeAsync(2_500);
  seconds.follow(undefined);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ticks).toEqual([1, 2]);
});

it('follows a clock whose start lies ahead, as when times differ by a little', async () => {
  const { ticks } = follow({ startedAt: 300, endsAt: 10_300 });
  await vi.advanceTimersByTimeAsync(1_400);
  expect(ticks).toEqual([0, 1]);
});
