import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fillNegativeBinomialPmf,
  negativeBinomialCdf,
  negativeBinomialLogPmf,
  negativeBinomialPmf,
  negativeBinomialSurvival,
} from './negative-binomial.js';
import { poissonCdf, poissonLogPmf } from './poisson.js';

const relativeError = (got: number, expected: number): number => Math.abs(got / expected - 1);

describe('negative binomial', () => {
  it.each([
    [9, 9.5, 0.1, -2.358607480555294, 0.5450897618123371],
    [0, 9.5, 0.1, -6.6782937257565544, 0.0012579225032308668],
    [30, 9.5, 0.1, -9.080277302920909, 0.9998125070416773],
    [3, 2.7, 1, -2.253575959569865, 0.7164379154192196],
    [300, 20, 0.5, -27.681734222145323, 0.9999999999901471],
    [5, 4, 1e-9, -1.856019939182593, 0.7851303867178183],
    [600, 500, 0.02, -6.209334413063187, 0.9071740146850652],
  ])('k = %d, mean = %d, alpha = %d', (k, mean, alpha, logPmf, cdf) => {
    expect(relativeError(negativeBinomialLogPmf(k, mean, alpha), logPmf)).toBeLessThan(1e-12);
    expect(relativeError(negativeBinomialCdf(k, mean, alpha), cdf)).toBeLessThan(1e-12);
  });

  it('keeps the relative precision of a small upper tail', () => {
    expect(relativeError(negativeBinomialSurvival(30, 9.5, 0.1), 0.0001874929583226801)).toBeLessThan(1e-12);
  });

  it('is the Poisson at alpha = 0 and tends to it smoothly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.double({ min: 0.01, max: 40, noNaN: true }), (k, mean) => {
        const limit = poissonLogPmf(k, mean);
        expect(negativeBinomialLogPmf(k, mean, 0)).toBe(limit);
        const scale = 1 + k * k + mean * mean;
        expect(Math.abs(negativeBinomialLogPmf(k, mean, 1e-12) - limit)).toBeLessThan(1e-12 * scale + 1e-12);
        expect(Math.abs(negativeBinomialLogPmf(k, mean, 1e-6) - limit)).toBeLessThan(1e-6 * scale + 1e-12);
      }),
    );
    expect(1 - poissonCdf(9, 9.5)).toBeCloseTo(negativeBinomialSurvival(9, 9.5, 1e-14), 12);
  });

  it('has the mean and variance it is named by', () => {
    for (const [mean, alpha] of [
      [1.4, 0.3],
      [9.5, 0.08],
      [25, 0],
    ] as const) {
      const row = new Float64Array(600);
      fillNegativeBinomialPmf(mean, alpha, row);
      const moment = (f: (k: number) => number): number => row.reduce((sum, p, k) => sum + p * f(k), 0);
      expect(moment(() => 1)).toBeCloseTo(1, 11);
      expect(moment((k) => k)).toBeCloseTo(mean, 9);
      expect(moment((k) => (k - mean) ** 2)).toBeCloseTo(mean + alpha * mean * mean, 8);
      expect(row[7]).toBeCloseTo(negativeBinomialPmf(7, mean, alpha), 14);
    }
  });

  it('fills a row whose first mass underflows', () => {
    const row = new Float64Array(1200);
    fillNegativeBinomialPmf(900, 0, row);
    expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 10);
  });

  it('handles the edges of its domain', () => {
    expect([negativeBinomialPmf(0, 0, 0.5), negativeBinomialPmf(1, 0, 0.5), negativeBinomialPmf(-1, 2, 0.5)]).toEqual([
      1, 0, 0,
    ]);
    expect([
      negativeBinomialCdf(-1, 2, 0.5),
      negativeBinomialSurvival(-1, 2, 0.5),
      negativeBinomialCdf(0, 0, 0.5),
    ]).toEqual([0, 1, 1]);
    expect(() => negativeBinomialLogPmf(1, 1, -0.1)).toThrow(RangeError);
  });

  it('is the Poisson for dispersions too small to be represented exactly', () => {
    for (const alpha of [5e-324, 3e-323, 1e-310, 1e-201]) {
      expect(negativeBinomialLogPmf(4, 2.5, alpha)).toBe(negativeBinomialLogPmf(4, 2.5, 0));
    }
  });
});
