import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillBinomialPmf } from './binomial.js';
import { fillPoissonPmf } from './poisson.js';

const filled = (trials: number, mean: number, length: number): Float64Array => {
  const out = new Float64Array(length);
  fillBinomialPmf(trials, mean, out);
  return out;
};
const sum = (values: Float64Array, of: (k: number) => number): number =>
  values.reduce((total, mass, k) => total + mass * of(k), 0);

describe('binomial', () => {
  it('agrees with known values', () => {
    // dbinom(0:4, 4, 0.3)
    const known = [0.2401, 0.4116, 0.2646, 0.0756, 0.0081, 0];
    for (const [k, mass] of filled(4, 1.2, 6).entries()) expect(mass).toBeCloseTo(known[k], 12);
  });

  it('has the mass, mean and variance it should have', () => {
    const arbitrary = fc
      .tuple(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 0.95, noNaN: true }))
      .map(([trials, p]) => ({ trials, mean: trials * p }))
      .filter(({ trials, mean }) => mean < trials && trials * Math.log1p(-mean / trials) > -600);
    fc.assert(
      fc.property(arbitrary, ({ trials, mean }) => {
        const pmf = filled(trials, mean, trials + 3);
        expect(sum(pmf, () => 1)).toBeCloseTo(1, 9);
        expect(sum(pmf, (k) => k) / Math.max(1, mean)).toBeCloseTo(mean / Math.max(1, mean), 8);
        const variance = sum(pmf, (k) => (k - mean) ** 2);
        expect(variance / Math.max(1, mean)).toBeCloseTo((mean - mean ** 2 / trials) / Math.max(1, mean), 7);
      }),
    );
  });

  it('comes near the Poisson with many trials', () => {
    const poisson = new Float64Array(20);
    fillPoissonPmf(2.7, poisson);
    for (const [k, mass] of filled(1e9, 2.7, 20).entries()) expect(mass).toBeCloseTo(poisson[k], 8);
  });

  it.each([
    [0, 0],
    [1.5, 1],
    [3, 3],
    [3, -1],
    [3, NaN],
  ])('refuses %d trials with the mean %d', (trials, mean) => {
    expect(() => fillBinomialPmf(trials, mean, new Float64Array(2))).toThrow(RangeError);
  });
});
