import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonPmf, poissonSurvival } from '#core/stats/poisson.js';
import { scoreMatrix } from './score-distribution.js';

const mean = fc.double({ min: 0, max: 8, noNaN: true });
const rho = fc.double({ min: -0.3, max: 0.3, noNaN: true });
const total = (cells: Float64Array): number => cells.reduce((sum, p) => sum + p, 0);

describe('scoreMatrix', () => {
  it('keeps all but 1e-9 of the mass, sums to one and has no negative cell', () => {
    fc.assert(
      fc.property(mean, mean, rho, (home, away, r) => {
        const { maxGoals, cells } = scoreMatrix({ kind: 'dixon-coles', home, away, rho: r });
        expect(cells).toHaveLength((maxGoals + 1) ** 2);
        expect(poissonSurvival(maxGoals, home) + poissonSurvival(maxGoals, away)).toBeLessThan(1e-9);
        expect(Math.abs(total(cells) - 1)).toBeLessThan(1e-12);
        expect(Math.min(...cells)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('applies the four corrections of the paper and leaves all other scores Poisson', () => {
    const [lambda, mu, r] = [1.5, 1.2, -0.12];
    const { maxGoals, cells } = scoreMatrix({ kind: 'dixon-coles', home: lambda, away: mu, rho: r });
    const tau = [1 - lambda * mu * r, 1 + lambda * r, 1 + mu * r, 1 - r];
    for (let h = 0; h < 6; h++) {
      for (let a = 0; a < 6; a++) {
        const correction = h < 2 && a < 2 ? tau[2 * h + a] : 1;
        const expected = poissonPmf(h, lambda) * poissonPmf(a, mu) * correction;
        expect(Math.abs(cells[h * (maxGoals + 1) + a] - expected)).toBeLessThan(1e-9);
      }
    }
  });

  it('keeps the marginals whatever rho is', () => {
    const { maxGoals, cells } = scoreMatrix({ kind: 'dixon-coles', home: 1.7, away: 0.8, rho: -0.1 });
    const size = maxGoals + 1;
    for (let goals = 0; goals < 5; goals++) {
      expect(total(cells.slice(goals * size, (goals + 1) * size))).toBeCloseTo(poissonPmf(goals, 1.7), 8);
      expect(total(cells.filter((_, cell) => cell % size === goals))).toBeCloseTo(poissonPmf(goals, 0.8), 8);
    }
  });

  it('brings an impossible rho back to the edge of its range', () => {
    const { cells } = scoreMatrix({ kind: 'dixon-coles', home: 3, away: 2, rho: -5 });
    expect(cells[1]).toBe(0);
    expect(total(cells)).toBeCloseTo(1, 12);
  });

  it('normalises a matrix given as such', () => {
    const { maxGoals, cells } = scoreMatrix({ kind: 'matrix', maxGoals: 1, cells: [2, 1, 4, 1] });
    expect(maxGoals).toBe(1);
    expect([...cells]).toEqual([0.25, 0.125, 0.5, 0.125]);
  });

  it('survives a journey through JSON', () => {
    const distribution = { kind: 'dixon-coles', home: 1.3, away: 0.9, rho: -0.05 } as const;
    expect(scoreMatrix(JSON.parse(JSON.stringify(distribution))).cells).toEqual(scoreMatrix(distribution).cells);
  });

  it('knows a match without goals', () => {
    const { cells } = scoreMatrix({ kind: 'dixon-coles', home: 0, away: 0, rho: -0.1 });
    expect(cells[0]).toBe(1);
  });

  it('refuses what is not a distribution', () => {
    expect(() => scoreMatrix({ kind: 'dixon-coles', home: -1, away: 1, rho: 0 })).toThrow(RangeError);
    expect(() => scoreMatrix({ kind: 'dixon-coles', home: NaN, away: 1, rho: 0 })).toThrow(RangeError);
    expect(() => scoreMatrix({ kind: 'matrix', maxGoals: 1, cells: [1, 1] })).toThrow(RangeError);
    expect(() => scoreMatrix({ kind: 'matrix', maxGoals: 0, cells: [0] })).toThrow(RangeError);
    expect(() => scoreMatrix({ kind: 'matrix', maxGoals: 1, cells: [1, -1, 1, 1] })).toThrow(RangeError);
  });
});
