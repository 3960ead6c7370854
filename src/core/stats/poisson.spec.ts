import { describe, expect, it } from 'vitest';
import { fillPoissonPmf, poissonCdf, poissonLogPmf, poissonPmf, poissonSurvival } from './poisson.js';

const relativeError = (got: number, expected: number): number => Math.abs(got / expected - 1);

describe('Poisson', () => {
  it.each([
    [2, 2.7, 0.493624491073462, 0.5063755089265379, -1.4066436345393785],
    [9, 9.5, 0.5218260222372074, 0.4781739777627926, -2.040201292623013],
    [40, 9.5, 0.9999999999999648, 3.523465603482278e-14, -29.76896777049759],
    [0, 0.001, 0.999000499833375, 0.0009995001666250082, -0.001],
    [150, 100, 0.9999987669055809, 1.2330944191600357e-6, -14.244577951209978],
    [50, 100, 2.4015922356168156e-8, 0.9999999759840776, -18.219257652368462],
  ])('k = %d, mean = %d', (k, mean, cdf, survival, logPmf) => {
    expect(relativeError(poissonCdf(k, mean), cdf)).toBeLessThan(1e-12);
    expect(relativeError(poissonSurvival(k, mean), survival)).toBeLessThan(1e-12);
    expect(relativeError(poissonLogPmf(k, mean), logPmf)).toBeLessThan(1e-13);
  });

  it('fills a row that agrees with the formula, for small and very large means', () => {
    for (const mean of [0, 0.3, 2.7, 30, 800]) {
      const row = new Float64Array(Math.ceil(mean + 12 * Math.sqrt(mean + 1)));
      fillPoissonPmf(mean, row);
      row.forEach((p, k) => expect(Math.abs(p - poissonPmf(k, mean))).toBeLessThan(1e-13));
      expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 10);
    }
  });

  it('puts everything on zero when the mean is zero, and nothing below zero', () => {
    expect([poissonPmf(0, 0), poissonPmf(1, 0), poissonCdf(0, 0), poissonSurvival(0, 0)]).toEqual([1, 0, 1, 0]);
    expect([poissonPmf(-1, 2), poissonCdf(-1, 2), poissonSurvival(-1, 2)]).toEqual([0, 0, 1]);
  });
});
