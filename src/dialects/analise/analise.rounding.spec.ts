import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { round, roundDown, roundParts } from './analise.rounding.js';

describe('rounding', () => {
  it('rounds half up and knows no negative zero', () => {
    expect([round(2.345, 2), round(0.25, 1), round(-0.01, 1)]).toEqual([2.35, 0.3, 0]);
  });

  it('never prints a confidence above the real one', () => {
    expect([roundDown(0.69996, 3), roundDown(0.7, 3), roundDown(0.57, 3), roundDown(0.123, 3)]).toEqual([
      0.699, 0.7, 0.57, 0.123,
    ]);
  });

  it('A8: home + away = total as printed, the total from unrounded values, each within one unit', () => {
    expect(roundParts(1.25, 1.25, 1)).toEqual({ home: 1.3, away: 1.2, total: 2.5 });
    expect(roundParts(1.04, 1.04, 1)).toEqual({ home: 1.1, away: 1, total: 2.1 });
    const value = fc.double({ min: 0, max: 60, noNaN: true });
    fc.assert(
      fc.property(value, value, (home, away) => {
        const printed = roundParts(home, away, 1);
        expect(round(printed.home + printed.away, 1)).toBe(printed.total);
        expect(printed.total).toBe(round(home + away, 1));
        expect(Math.abs(printed.home - home)).toBeLessThanOrEqual(0.1 + 1e-9);
        expect(Math.abs(printed.away - away)).toBeLessThanOrEqual(0.1 + 1e-9);
        expect(Math.min(printed.home, printed.away)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
