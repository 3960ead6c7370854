import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../kernel/random.js';
import { drawStatLines } from './match-statistics.js';
import type { Period, StatLineRecord } from './season-record.js';
import { cornerRates, goalRates, shotRates, SOCCER_RATES, soccerTeam, type Referee } from './soccer-parameters.js';
import { drawScore } from './true-scores.js';

const rates = SOCCER_RATES;
const COUNTS = [
  'goals',
  'corners',
  'shots',
  'shotsOnTarget',
  'yellowCards',
  'redCards',
  'fouls',
  'offsides',
  'saves',
] as const;
const form = fc.record({
  standing: fc.constant(0),
  quality: fc.double({ min: -3, max: 3, noNaN: true }),
  attack: fc.double({ min: -3, max: 3, noNaN: true }),
  defence: fc.double({ min: -3, max: 3, noNaN: true }),
});
const average = soccerTeam('Average', { standing: 0, quality: 0, attack: 0, defence: 0 }, createRandom('average'));
const strong = soccerTeam('Strong', { standing: 0, quality: 1, attack: 1, defence: 0 }, createRandom('strong'));
const referee = { name: 'A. Corthar', fouls: 0, cards: 0 };
const goals = fc.record({ home: fc.nat({ max: 5 }), away: fc.nat({ max: 5 }) });

function line(lines: StatLineRecord[], side: 'home' | 'away', period: Period): StatLineRecord {
  const found = lines.find((l) => l.side === side && l.period === period);
  if (!found) throw new Error(`no line for ${side} ${period}`);
  return found;
}

/** Yellow cards of the home side in a thousand matches under one referee. */
function homeYellowCards(judge: Referee): number {
  const random = createRandom('cards');
  const nil = { home: 0, away: 0 };
  let total = 0;
  for (let i = 0; i < 1000; i++) {
    const match = { rates, home: strong, away: average, referee: judge, halves: [nil, nil] as const };
    total += line(drawStatLines(match, random.fork(i)), 'home', 'full').yellowCards ?? 0;
  }
  return total;
}

describe('drawStatLines is consistent for any teams and any score', () => {
  const match = fc.record({ home: form, away: form, first: goals, second: goals, seed: fc.string() }).map((given) => {
    const random = createRandom(given.seed);
    const home = soccerTeam('Home', given.home, random.fork('home'));
    const away = soccerTeam('Away', given.away, random.fork('away'));
    const halves = [given.first, given.second] as const;
    return { given, lines: drawStatLines({ rates, home, away, referee, halves }, random.fork('match')) };
  });

  it('has every line once and halves that add up to the full match', () => {
    fc.assert(
      fc.property(match, ({ lines }) => {
        expect(new Set(lines.map((l) => `${l.side} ${l.period}`)).size).toBe(6);
        expect(lines).toHaveLength(6);
        for (const side of ['home', 'away'] as const) {
          const [full, first, second] = (['full', 'first_half', 'second_half'] as const).map((p) =>
            line(lines, side, p),
          );
          for (const count of COUNTS) {
            expect(Number.isInteger(first[count])).toBe(true);
            expect(first[count]).toBeGreaterThanOrEqual(0);
            expect(full[count]).toBe((first[count] ?? 0) + (second[count] ?? 0));
          }
          expect(full.xg).toBeCloseTo((first.xg ?? 0) + (second.xg ?? 0), 9);
          expect(full.possession).toBeCloseTo(((first.possession ?? 0) + (second.possession ?? 0)) / 2, 9);
        }
      }),
    );
  });

  it('keeps shots >= on target >= goals, saves and possession in step with the other side', () => {
    fc.assert(
      fc.property(match, ({ given, lines }) => {
        for (const period of ['full', 'first_half', 'second_half'] as const) {
          const [home, away] = [line(lines, 'home', period), line(lines, 'away', period)];
          for (const [own, other] of [
            [home, away],
            [away, home],
          ]) {
            expect(own.shots).toBeGreaterThanOrEqual(own.shotsOnTarget ?? Infinity);
            expect(own.shotsOnTarget).toBeGreaterThanOrEqual(own.goals ?? Infinity);
            expect(own.saves).toBe((other.shotsOnTarget ?? 0) - (other.goals ?? 0));
            expect(own.yellowCards).toBeLessThanOrEqual(own.fouls ?? 0);
            expect(own.possession).toBeGreaterThan(5);
          }
          expect((home.possession ?? 0) + (away.possession ?? 0)).toBeCloseTo(100, 9);
        }
        expect(line(lines, 'home', 'first_half').goals).toBe(given.first.home);
        expect(line(lines, 'away', 'second_half').goals).toBe(given.second.away);
      }),
    );
  });
});

describe('drawStatLines has the moments its parameters say', () => {
  const matches = 6000;
  const random = createRandom('moments');
  const pairs = Array.from({ length: matches }, (_, index) => {
    const stream = random.fork(index);
    const score = drawScore(goalRates(rates, strong, average), rates.rho, stream);
    const halves = [score, { home: 0, away: 0 }] as const;
    const lines = drawStatLines({ rates, home: strong, away: average, referee, halves }, stream);
    return { home: line(lines, 'home', 'full'), away: line(lines, 'away', 'full') };
  });
  type Value = 'shots' | 'corners' | 'fouls' | 'yellowCards' | 'xg' | 'goals';
  const mean = (side: 'home' | 'away', value: Value) =>
    pairs.reduce((sum, pair) => sum + (pair[side][value] ?? Number.NaN), 0) / matches;
  const covariance = (value: Value, a: 'home' | 'away', b: 'home' | 'away') => {
    const [meanA, meanB] = [mean(a, value), mean(b, value)];
    return pairs.reduce((s, p) => s + ((p[a][value] ?? 0) - meanA) * ((p[b][value] ?? 0) - meanB), 0) / matches;
  };

  it('expects the shots, corners, fouls and xG of the parameters', () => {
    for (const side of ['home', 'away'] as const) {
      const truth = {
        shots: shotRates(rates, strong, average)[side],
        corners: cornerRates(rates, strong, average)[side],
        xg: goalRates(rates, strong, average)[side],
        fouls: rates.fouls[side] * Math.exp((side === 'home' ? strong : average).fouls),
      };
      for (const value of ['shots', 'corners', 'xg', 'fouls'] as const) {
        const error = Math.sqrt(covariance(value, side, side) / matches);
        expect(Math.abs(mean(side, value) - truth[value])).toBeLessThan(4 * error);
      }
    }
  });

  it('makes shots and corners over-dispersed on each side and negatively dependent between the sides', () => {
    for (const value of ['shots', 'corners'] as const) {
      for (const side of ['home', 'away'] as const)
        expect(covariance(value, side, side)).toBeGreaterThan(1.15 * mean(side, value));
      expect(covariance(value, 'home', 'away')).toBeLessThan(-0.5);
      const apart = covariance(value, 'home', 'home') + covariance(value, 'away', 'away');
      const together = apart + 2 * covariance(value, 'home', 'away');
      expect(together).toBeGreaterThan(mean('home', value) + mean('away', value));
    }
  });

  it('makes fouls positively dependent, and yellow cards about Poisson', () => {
    expect(covariance('fouls', 'home', 'away')).toBeGreaterThan(0.2);
    for (const side of ['home', 'away'] as const) {
      const dispersion = covariance('yellowCards', side, side) / mean(side, 'yellowCards');
      expect(Math.abs(dispersion - 1)).toBeLessThan(0.12);
    }
  });

  it('gives more fouls and cards under a strict referee', () => {
    const neutral = homeYellowCards({ ...referee });
    expect(homeYellowCards({ ...referee, fouls: 0.3 }) / neutral).toBeGreaterThan(1.2);
    expect(homeYellowCards({ ...referee, cards: 0.3 }) / neutral).toBeGreaterThan(1.2);
  });
});
