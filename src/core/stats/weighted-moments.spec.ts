import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decayWeight, FORM_DECAY_PER_DAY, weightedMoments } from './weighted-moments.js';

describe('weightedMoments', () => {
  it('are the plain mean and sample variance without decay', () => {
    const got = weightedMoments([1, 2, 3, 4, 10], [0, 5, 90, 3, 2], 0);
    expect(got.mean).toBeCloseTo(4, 14);
    expect(got.variance).toBeCloseTo(12.5, 13);
    expect([got.weight, got.effectiveSize]).toEqual([5, 5]);
  });

  it('equal the definition with decay', () => {
    const matches = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 400 })), {
      minLength: 2,
      maxLength: 40,
    });
    fc.assert(
      fc.property(matches, (rows) => {
        const weights = rows.map(([, age]) => Math.exp(-FORM_DECAY_PER_DAY * age));
        const total = weights.reduce((sum, w) => sum + w, 0);
        const squares = weights.reduce((sum, w) => sum + w * w, 0);
        const mean = rows.reduce((sum, [value], i) => sum + weights[i] * value, 0) / total;
        const scatter = rows.reduce((sum, [value], i) => sum + weights[i] * (value - mean) ** 2, 0);
        const got = weightedMoments(
          rows.map(([value]) => value),
          rows.map(([, age]) => age),
          FORM_DECAY_PER_DAY,
        );
        expect(got.mean).toBeCloseTo(mean, 10);
        expect(got.effectiveSize).toBeCloseTo((total * total) / squares, 10);
        expect(got.variance).toBeCloseTo(scatter / (total - squares / total), 6);
      }),
    );
  });

  it('is not hurt by a large common offset', () => {
    const { variance } = weightedMoments([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16], [0, 0, 0, 0], 0.01);
    expect(variance).toBeCloseTo(30, 8);
  });

  it('says that it knows nothing when there is nothing', () => {
    expect(weightedMoments([], [], 0.01)).toEqual({ weight: 0, effectiveSize: 0, mean: NaN, variance: NaN });
    const one = weightedMoments([3], [10], 0.01);
    expect([one.mean, one.variance]).toEqual([3, NaN]);
    expect(one.effectiveSize).toBeCloseTo(1, 14);
    expect(() => weightedMoments([1], [], 0)).toThrow(RangeError);
  });

  it('halves form in 107 days', () => {
    expect(decayWeight(107, FORM_DECAY_PER_DAY)).toBeCloseTo(0.5, 2);
  });
});
