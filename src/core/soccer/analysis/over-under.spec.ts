import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreMatrix } from '#core/models/score-distribution.js';
import { negativeBinomialSurvival } from '#core/stats/negative-binomial.js';
import { poissonSurvival } from '#core/stats/poisson.js';
import { dispersedLaw, fillTotalPmf, INTERVAL_LEVEL, overUnder, type TotalLaw } from './over-under.js';

const mean = fc.double({ min: 0.1, max: 60, noNaN: true });
const law: fc.Arbitrary<TotalLaw> = fc.oneof(
  fc.constant<TotalLaw>({ kind: 'poisson' }),
  fc.record({
    kind: fc.constant('negative-binomial' as const),
    dispersion: fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 0.5, noNaN: true })),
  }),
  fc.record({
    kind: fc.constant('dixon-coles' as const),
    rho: fc.double({ min: -0.2, max: 0.05, noNaN: true }),
    homeShare: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
    dispersion: fc.double({ min: -0.05, max: 0.05, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant('binomial' as const),
    dispersion: fc.double({ min: -0.05, max: -1e-9, noNaN: true }),
  }),
);
/** Draws around a mean, ascending. */
const totals = fc
  .tuple(mean, fc.double({ min: 0, max: 0.5, noNaN: true }))
  .map(([centre, spread]) =>
    Float64Array.from({ length: 300 }, (_, i) => centre * Math.exp(spread * ((i - 149.5) / 100))),
  );
const certain = (value: number): Float64Array => new Float64Array(300).fill(value);

describe('over/under', () => {
  it('has over + under = 1, and chances that fall from line to line', () => {
    fc.assert(
      fc.property(law, totals, (of, draws) => {
        const { lines } = overUnder(of, draws);
        for (const [n, { line, over, under, lower, upper, uncertainty }] of lines.entries()) {
          expect(over + under).toBeCloseTo(1, 12);
          expect(line % 1).toBe(0.5);
          expect(lower).toBeLessThanOrEqual(over);
          expect(upper).toBeGreaterThanOrEqual(over);
          expect(uncertainty).toBeCloseTo((upper - lower) / 2, 12);
          expect(over).toBeGreaterThan(0);
          expect(over).toBeLessThan(1);
          if (n > 0) {
            expect(line).toBeGreaterThan(lines[n - 1].line);
            expect(over).toBeLessThanOrEqual(lines[n - 1].over);
          }
        }
        expect(lines.length).toBeGreaterThanOrEqual(3);
        expect(lines.length).toBeLessThanOrEqual(5);
      }),
      { numRuns: 300 },
    );
  });

  it('is the Poisson where the dispersion is 0, and comes near it continuously', () => {
    fc.assert(
      fc.property(mean, (value) => {
        const poisson = overUnder({ kind: 'poisson' }, certain(value)).lines;
        for (const dispersion of [0, 1e-9]) {
          const { lines } = overUnder({ kind: 'negative-binomial', dispersion }, certain(value));
          expect(lines.map(({ line }) => line)).toEqual(poisson.map(({ line }) => line));
          for (const [n, { over }] of lines.entries()) expect(over).toBeCloseTo(poisson[n].over, 6);
        }
        for (const { line, over } of poisson) expect(over).toBeCloseTo(poissonSurvival(Math.floor(line), value), 9);
      }),
    );
  });

  it('has a smaller variance than the Poisson where the dispersion is negative, and comes near it continuously', () => {
    const pmf = new Float64Array(60);
    const variance = (of: TotalLaw): number => {
      fillTotalPmf(of, 3, pmf);
      const mean = pmf.reduce((sum, mass, k) => sum + k * mass, 0);
      expect(mean).toBeCloseTo(3, 9);
      return pmf.reduce((sum, mass, k) => sum + (k - mean) ** 2 * mass, 0);
    };
    expect(variance(dispersedLaw(-0.02))).toBeCloseTo(3 - 0.02 * 9, 9);
    expect(variance(dispersedLaw(-1e-8))).toBeCloseTo(variance(dispersedLaw(1e-8)), 6);
    // As many trials as make sense, however negative the dispersion.
    expect(variance(dispersedLaw(-0.9))).toBeCloseTo(3 - 9 / 12, 9);
    expect(dispersedLaw(0)).toEqual({ kind: 'poisson' });
  });

  it('agrees with known values of the negative binomial', () => {
    const at = (of: TotalLaw) => overUnder(of, certain(9.5)).lines.find(({ line }) => line === 9.5)!.over;
    expect(at({ kind: 'poisson' })).toBeCloseTo(0.478174, 6);
    expect(at({ kind: 'negative-binomial', dispersion: 0.1 })).toBeCloseTo(0.45491, 6);
    expect(at({ kind: 'negative-binomial', dispersion: 0.1 })).toBeCloseTo(negativeBinomialSurvival(9, 9.5, 0.1), 12);
  });

  it('adds up the diagonals of the Dixon-Coles matrix', () => {
    const [home, away, rho] = [1.5, 1.2, -0.12];
    const { maxGoals, cells } = scoreMatrix({ kind: 'dixon-coles', home, away, rho });
    const expected = new Float64Array(8);
    for (let h = 0; h <= maxGoals; h++) {
      for (let a = 0; a <= maxGoals; a++) if (h + a < 8) expected[h + a] += cells[h * (maxGoals + 1) + a];
    }
    const pmf = new Float64Array(8);
    fillTotalPmf({ kind: 'dixon-coles', rho, homeShare: home / (home + away) }, home + away, pmf);
    for (let k = 0; k < 8; k++) expect(pmf[k]).toBeCloseTo(expected[k], 7);
    // The standard correction leaves lines from 2.5 up as they are; the lower ones move.
    const dixonColes = overUnder({ kind: 'dixon-coles', rho, homeShare: home / (home + away) }, certain(2.7)).lines;
    expect(dixonColes.find(({ line }) => line === 2.5)!.over).toBeCloseTo(poissonSurvival(2, 2.7), 9);
    expect(dixonColes.find(({ line }) => line === 1.5)!.over).toBeGreaterThan(poissonSurvival(1, 2.7) - 0.05);
    expect(dixonColes.find(({ line }) => line === 0.5)!.over).toBeLessThan(poissonSurvival(0, 2.7));
  });

  it('has at least the stated probability between the ends of the count interval', () => {
    fc.assert(
      fc.property(mean, (value) => {
        const { countInterval } = overUnder({ kind: 'poisson' }, certain(value));
        const inside = poissonSurvival(countInterval.lower - 1, value) - poissonSurvival(countInterval.upper, value);
        expect(inside).toBeGreaterThanOrEqual(INTERVAL_LEVEL - 1e-9);
        expect(countInterval.lower).toBeLessThanOrEqual(value + 1);
      }),
    );
  });

  it('is less sure the less the mean is known', () => {
    const spreadOut = Float64Array.from({ length: 300 }, (_, i) => 10 * Math.exp(0.3 * ((i - 149.5) / 100)));
    const [vague, sure] = [overUnder({ kind: 'poisson' }, spreadOut), overUnder({ kind: 'poisson' }, certain(10))];
    expect(vague.lines.find(({ line }) => line === 10.5)!.uncertainty).toBeGreaterThan(0.1);
    expect(sure.lines.every(({ uncertainty }) => uncertainty < 1e-9)).toBe(true);
  });
});
