import { describe, expect, it } from 'vitest';
import { pairedDifference } from './paired-difference.js';

describe('pairedDifference', () => {
  it('is the mean of the differences with the standard error of that mean', () => {
    const { mean, standardError, count } = pairedDifference([1, 4, 3, 8], [0, 2, 2, 4]);
    expect([mean, count]).toEqual([2, 4]);
    expect(standardError).toBeCloseTo(Math.sqrt((1 + 0 + 1 + 4) / 3 / 4), 14);
  });

  it('does not see what both have in common', () => {
    const luck = Array.from({ length: 50 }, (_, i) => Math.sin(i * 7) * 100);
    const got = pairedDifference(
      luck.map((x, i) => x + (i % 2)),
      luck,
    );
    expect(got.mean).toBeCloseTo(0.5, 10);
    expect(got.standardError).toBeCloseTo(Math.sqrt(0.25 / 49), 8);
  });

  it('says so when it cannot tell', () => {
    expect(pairedDifference([], [])).toEqual({ mean: NaN, standardError: NaN, count: 0 });
    expect(pairedDifference([1], [3])).toEqual({ mean: -2, standardError: NaN, count: 1 });
    expect(() => pairedDifference([1], [])).toThrow(RangeError);
  });
});
