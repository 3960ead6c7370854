import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../kernel/random.js';
import { drawScore, evenHandicap, handicapChance, marketChances } from './true-scores.js';

const rates = fc.record({
  home: fc.double({ min: 0.1, max: 4, noNaN: true }),
  away: fc.double({ min: 0.1, max: 4, noNaN: true }),
});
const line = fc.integer({ min: -14, max: 14 }).map((quarters) => quarters / 4);

describe('drawScore', () => {
  it('follows the Dixon-Coles probabilities of the low scores and keeps the means', () => {
    const mean = { home: 1.5, away: 1.1 };
    const rho = -0.12;
    const random = createRandom('scores');
    const draws = 60_000;
    const seen = new Map<string, number>();
    let home = 0;
    let away = 0;
    for (let i = 0; i < draws; i++) {
      const score = drawScore(mean, rho, random);
      home += score.home;
      away += score.away;
      const key = `${score.home}-${score.away}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    const independent = Math.exp(-2.6);
    const expected = {
      '0-0': independent * (1 + 1.5 * 1.1 * 0.12),
      '0-1': independent * 1.1 * (1 - 1.5 * 0.12),
      '1-0': independent * 1.5 * (1 - 1.1 * 0.12),
      '1-1': independent * 1.65 * 1.12,
      '2-1': independent * 1.125 * 1.1,
    };
    for (const [score, probability] of Object.entries(expected)) {
      const error = Math.sqrt((probability * (1 - probability)) / draws);
      expect(Math.abs((seen.get(score) ?? 0) / draws - probability)).toBeLessThan(4.5 * error);
    }
    expect(Math.abs(home / draws - 1.5)).toBeLessThan(0.025);
    expect(Math.abs(away / draws - 1.1)).toBeLessThan(0.025);
  });

  it('refuses a rho that makes a probability negative', () => {
    expect(() => drawScore({ home: 2, away: 2 }, 0.3, createRandom(1))).toThrow('impossible');
    expect(() => drawScore({ home: 2, away: 2 }, -0.6, createRandom(1))).toThrow('impossible');
  });
});

describe('marketChances', () => {
  it('agrees across markets for any rates', () => {
    fc.assert(
      fc.property(rates, fc.double({ min: -0.2, max: 0.05, noNaN: true }), (mean, rho) => {
        const { home, draw, away, over, difference } = marketChances(mean, rho);
        expect(home + draw + away).toBeCloseTo(1, 9);
        expect(handicapChance(difference, -0.5)).toBeCloseTo(home, 9);
        expect(handicapChance(difference, 0.5)).toBeCloseTo(home + draw, 9);
        expect(handicapChance(difference, 0)).toBeCloseTo(home / (home + away), 9);
        expect(over).toBeGreaterThan(0);
        expect(over).toBeLessThan(1);
      }),
    );
  });

  it('gives over 2.5 from the total alone when scores are independent', () => {
    const { over } = marketChances({ home: 1.6, away: 1.2 }, 0);
    const mean = 2.8;
    expect(over).toBeCloseTo(1 - Math.exp(-mean) * (1 + mean + (mean * mean) / 2), 8);
  });

  it('is the mirror image when the sides change places', () => {
    fc.assert(
      fc.property(rates, line, ({ home, away }, handicap) => {
        const here = marketChances({ home, away }, -0.05);
        const there = marketChances({ home: away, away: home }, -0.05);
        expect(here.home).toBeCloseTo(there.away, 9);
        expect(handicapChance(here.difference, handicap)).toBeCloseTo(
          1 - handicapChance(there.difference, -handicap),
          9,
        );
      }),
    );
  });
});

describe('evenHandicap', () => {
  it('is the nearest to an even bet of all lines, and falls as the home team gets stronger', () => {
    fc.assert(
      fc.property(rates, (mean) => {
        const { difference } = marketChances(mean, -0.05);
        const distance = (handicap: number) => Math.abs(handicapChance(difference, handicap) - 0.5);
        const best = evenHandicap(difference);
        for (let quarters = -16; quarters <= 16; quarters++) {
          expect(distance(best)).toBeLessThanOrEqual(distance(quarters / 4) + 1e-12);
        }
        expect(evenHandicap(marketChances({ ...mean, home: mean.home + 1 }, -0.05).difference)).toBeLessThanOrEqual(
          best,
        );
      }),
    );
  });
});
