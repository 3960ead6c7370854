import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Clock,
  clockEndsAt,
  clockMs,
  clockSeconds,
  endClock,
  holdClock,
  periodStart,
  secondsRemaining,
  setClock,
  startClock,
} from './clock.js';

const T = 1_700_000_000_000;
const down: Clock = { direction: 'down', max: 720, status: 'stopped', seconds: 720, fraction: 0, startedAt: null };
const up: Clock = { ...down, direction: 'up', max: 2700, seconds: 0 };

describe('a clock that counts down', () => {
  it('shows a second until it has wholly passed', () => {
    const running = startClock(down, T);
    expect(clockSeconds(running, T)).toBe(720);
    expect(clockSeconds(running, T + 1)).toBe(720);
    expect(clockSeconds(running, T + 1000)).toBe(719);
    expect(secondsRemaining(running, T + 5_500)).toBe(715);
    expect(clockEndsAt(running)).toBe(T + 720_000);
  });

  it('never shows less than nothing, however late it is looked at', () => {
    expect(clockSeconds(startClock(down, T), T + 10_000_000)).toBe(0);
  });

  it('shows no more than it began with when the server’s time steps back', () => {
    expect(clockSeconds(startClock(down, T), T - 60_000)).toBe(720);
  });

  it('comes to rest at zero', () => {
    expect(endClock(startClock(down, T))).toMatchObject({ seconds: 0, status: 'stopped', startedAt: null });
  });

  it('does not start with nothing left', () => {
    expect(startClock({ ...down, seconds: 0 }, T)).toMatchObject({ status: 'stopped', startedAt: null });
  });
});

describe('a clock that counts up', () => {
  it('counts to its maximum and comes to rest there', () => {
    const running = startClock(up, T);
    expect(clockSeconds(running, T + 1_999)).toBe(1);
    expect(secondsRemaining(running, T + 1_999)).toBe(2699);
    expect(clockSeconds(running, T + 9_000_000)).toBe(2700);
    expect(clockEndsAt(running)).toBe(T + 2_700_000);
    expect(endClock(running).seconds).toBe(2700);
  });
});

it('starting a clock that runs changes nothing', () => {
  const running = startClock(down, T);
  expect(startClock(running, T + 3_000)).toBe(running);
});

it('holding a clock that is held so changes nothing', () => {
  const paused = holdClock(startClock(down, T), T + 1_500, 'paused');
  expect(holdClock(paused, T + 9_000, 'paused')).toBe(paused);
  expect(holdClock(paused, T + 9_000, 'stopped')).toEqual({ ...paused, status: 'stopped' });
});

it('is set to what is asked, and counting up to its maximum at most', () => {
  expect(setClock(startClock(down, T), T, 40, 'stopped')).toMatchObject({ seconds: 40, startedAt: null });
  expect(setClock(down, T, 900, 'paused')).toMatchObject({ seconds: 900, status: 'paused' });
  expect(setClock(up, T, 9_999, 'paused')).toMatchObject({ seconds: 2700, status: 'paused' });
  expect(setClock(up, T, -5, 'paused')).toMatchObject({ seconds: 0 });
  expect(setClock(down, T, 25, 'running')).toMatchObject({ seconds: 25, startedAt: T, status: 'running' });
});

it('begins a period at the maximum, at zero, or where the periods before it ended', () => {
  expect(periodStart(down, 'per_period', 3, 720)).toBe(720);
  expect(periodStart(up, 'per_period', 2, 2700)).toBe(0);
  expect(periodStart(up, 'cumulative', 2, 2700)).toBe(2700);
});

it('loses no millisecond over any number of starts and pauses', () => {
  const steps = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 4_000 })), { maxLength: 200 });
  fc.assert(
    fc.property(fc.constantFrom(down, up), steps, (initial, sequence) => {
      let clock = initial;
      let now = T;
      let ran = 0;
      for (const [start, wait] of sequence) {
        clock = start ? startClock(clock, now) : holdClock(clock, now, 'paused');
        if (clock.startedAt !== null) ran += wait;
        now += wait;
        const expected = initial.direction === 'down' ? Math.max(0, 720_000 - ran) : Math.min(2_700_000, ran);
        expect(clockMs(clock, now)).toBe(expected);
      }
    }),
  );
});
