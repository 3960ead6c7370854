import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summarise } from './metric-summary.js';

describe('summarise', () => {
  it('weighs mean and population variance', () => {
    // Mean (2 x 4 + 1 x 1) / 3 = 3; variance (2 x 1 + 1 x 4) / 3 = 2.
    const { mean, cv, rating } = summarise([4, 1], [2, 1]);
    expect(mean).toBeCloseTo(3, 12);
    expect(cv).toBeCloseTo(Math.SQRT2 / 3, 12);
    expect(rating).toBe('moderate');
  });

  it('leaves unknown values out, and never takes them for zero', () => {
    expect(summarise([4, null, 2], [1, 9, 1])).toEqual(summarise([4, 2], [1, 1]));
    expect(summarise([null], [1])).toMatchObject({ mean: null, cv: null, rating: null, observations: 0 });
  });

  it('says nothing about the consistency of one match or of nothing but zeros', () => {
    expect(summarise([3], [1])).toEqual({ mean: 3, cv: null, rating: null, stability: 0, observations: 1 });
    expect(summarise([0, 0, 0], [1, 1, 1])).toEqual({ mean: 0, cv: null, rating: null, stability: 0, observations: 3 });
  });

  it('does not depend on the unit of the weights or the order of the matches', () => {
    const match = fc.tuple(fc.nat(30), fc.double({ min: 0.01, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(match, { minLength: 2, maxLength: 50 }), (matches) => {
        const once = summarise(
          matches.map(([value]) => value),
          matches.map(([, weight]) => weight),
        );
        const backwards = matches.toReversed();
        const again = summarise(
          backwards.map(([value]) => value),
          backwards.map(([, weight]) => 7 * weight),
        );
        expect(again.mean!).toBeCloseTo(once.mean!, 8);
        if (once.cv !== null) expect(again.cv!).toBeCloseTo(once.cv, 6);
      }),
    );
  });

  it('refuses columns of different lengths', () => {
    expect(() => summarise([1], [])).toThrow(RangeError);
  });
});
