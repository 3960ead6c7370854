import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#core/kernel/random.js';
import { poissonLogPmf } from '#core/stats/poisson.js';
import { DixonColesLikelihood, totalByPair, type StrengthPrior } from './dixon-coles-likelihood.js';

const TEAMS = 5;

interface Row {
  home: number;
  away: number;
  x: number;
  y: number;
  weight: number;
}

function randomRows(seed: number, count: number): Row[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const home = random.int(TEAMS);
    const away = (home + 1 + random.int(TEAMS - 1)) % TEAMS;
    return { home, away, x: random.int(4), y: random.int(3), weight: random.next() };
  });
}

function likelihoodOf(rows: readonly Row[], prior: StrengthPrior): DixonColesLikelihood {
  const column = (read: (row: Row) => number): Int32Array => Int32Array.from(rows, read);
  const weights = Float64Array.from(rows, (row) => row.weight);
  const totals = totalByPair(
    TEAMS,
    column((row) => row.home),
    column((row) => row.away),
    column((row) => row.x),
    column((row) => row.y),
    weights,
  );
  return new DixonColesLikelihood(totals, prior);
}

const flat: StrengthPrior = {
  attack: new Float64Array(TEAMS),
  defence: new Float64Array(TEAMS),
  strength: 0,
  openness: 0,
  intercept: 0,
  interceptPrecision: 0,
  homeAdvantage: 0,
  homeAdvantagePrecision: 0,
  rhoPrecision: 0,
};
const informed: StrengthPrior = {
  attack: Float64Array.from({ length: TEAMS }, (_, i) => -0.1 * i),
  defence: Float64Array.from({ length: TEAMS }, (_, i) => 0.05 * i),
  strength: 3,
  openness: 11,
  intercept: 0.1,
  interceptPrecision: 0.7,
  homeAdvantage: 0.3,
  homeAdvantagePrecision: 2,
  rhoPrecision: 5,
};

const point = fc
  .array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), { minLength: 3 + 2 * TEAMS, maxLength: 3 + 2 * TEAMS })
  .map((values) => Float64Array.from(values, (value, i) => (i === 2 ? value / 5 : value)));

/** The log-likelihood as the paper writes it, match by match. */
function naive(rows: readonly Row[], x: Float64Array): number {
  return rows.reduce((sum, { home, away, x: goals, y: against, weight }) => {
    const lambda = Math.exp(x[0] + x[1] + x[3 + home] - x[3 + TEAMS + away]);
    const mu = Math.exp(x[0] + x[3 + away] - x[3 + TEAMS + home]);
    const tau =
      goals === 0 && against === 0
        ? 1 - lambda * mu * x[2]
        : goals === 0 && against === 1
          ? 1 + lambda * x[2]
          : goals === 1 && against === 0
            ? 1 + mu * x[2]
            : goals === 1 && against === 1
              ? 1 - x[2]
              : 1;
    return sum + weight * (Math.log(tau) + poissonLogPmf(goals, lambda) + poissonLogPmf(against, mu));
  }, 0);
}

/** Attack and defence made to sum to zero, so that the identifying penalty is zero too. */
function centre(x: Float64Array): Float64Array {
  for (const from of [3, 3 + TEAMS]) {
    const part = x.subarray(from, from + TEAMS);
    const mean = part.reduce((sum, value) => sum + value, 0) / TEAMS;
    for (let i = 0; i < TEAMS; i++) part[i] -= mean;
  }
  return x;
}

describe('DixonColesLikelihood', () => {
  it('differs from the match-by-match sum only by what does not depend on the parameters', () => {
    const rows = randomRows(1, 200);
    const likelihood = likelihoodOf(rows, flat);
    const gradient = new Float64Array(likelihood.dimension);
    fc.assert(
      fc.property(point, point, (p, q) => {
        const [a, b] = [centre(p), centre(q)];
        const difference = likelihood.evaluate(a, gradient) - likelihood.evaluate(b, gradient);
        expect(Math.abs(difference - (naive(rows, b) - naive(rows, a)))).toBeLessThan(1e-9);
      }),
    );
  });

  it('has the gradient that finite differences give', () => {
    for (const prior of [flat, informed]) {
      const likelihood = likelihoodOf(randomRows(2, 150), prior);
      const gradient = new Float64Array(likelihood.dimension);
      const ignored = new Float64Array(likelihood.dimension);
      fc.assert(
        fc.property(point, (x) => {
          likelihood.evaluate(x, gradient);
          for (let i = 0; i < x.length; i++) {
            const step = 1e-5;
            const at = (offset: number): number =>
              likelihood.evaluate(
                x.map((value, k) => (k === i ? value + offset : value)),
                ignored,
              );
            const numeric = (8 * (at(step) - at(-step)) - (at(2 * step) - at(-2 * step))) / (12 * step);
            expect(Math.abs(numeric - gradient[i])).toBeLessThan(1e-6 * Math.max(1, Math.abs(gradient[i])));
          }
        }),
        { numRuns: 30 },
      );
    }
  });

  it('is infinite where a correction would be negative', () => {
    const likelihood = likelihoodOf(randomRows(3, 100), flat);
    const gradient = new Float64Array(likelihood.dimension);
    for (const rho of [2, -3]) {
      const x = new Float64Array(likelihood.dimension);
      x[2] = rho;
      expect(likelihood.evaluate(x, gradient)).toBe(Infinity);
    }
  });

  it('adds matches of the same pair up', () => {
    const totals = totalByPair(3, [0, 0, 2, 0], [1, 1, 0, 1], [0, 1, 0, 1], [0, 1, 1, 0], Float64Array.of(1, 2, 4, 8));
    expect([...totals.firstPair]).toEqual([0, 1, 1, 2]);
    expect([...totals.away]).toEqual([1, 0]);
    expect([...totals.weight]).toEqual([11, 4]);
    expect([[...totals.nilNil], [...totals.nilOne], [...totals.oneNil]]).toEqual([
      [1, 0],
      [0, 4],
      [8, 0],
    ]);
    expect([totals.oneOne, totals.total, totals.homeGoals, totals.awayGoals]).toEqual([2, 15, 10, 6]);
    expect([...totals.scored]).toEqual([14, 2, 0]);
    expect([...totals.conceded]).toEqual([2, 10, 4]);
    expect([...totals.matches]).toEqual([15, 11, 4]);
  });
});
