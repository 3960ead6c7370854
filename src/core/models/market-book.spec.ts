import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonSurvival } from '#core/stats/poisson.js';
import { skellamPmf } from '#core/stats/skellam.js';
import { MarketBook } from './market-book.js';
import type { ScoreDistribution } from './score-distribution.js';

const dixonColes = fc
  .tuple(
    fc.double({ min: 0.05, max: 6, noNaN: true }),
    fc.double({ min: 0.05, max: 6, noNaN: true }),
    fc.double({ min: -0.2, max: 0.2, noNaN: true }),
  )
  .map(([home, away, rho]): ScoreDistribution => ({ kind: 'dixon-coles', home, away, rho }));
const anyMatrix = fc.integer({ min: 0, max: 7 }).chain((maxGoals) =>
  fc
    .array(fc.integer({ min: 0, max: 1000 }), { minLength: (maxGoals + 1) ** 2, maxLength: (maxGoals + 1) ** 2 })
    .filter((cells) => cells.some((cell) => cell > 0))
    .map((cells): ScoreDistribution => ({ kind: 'matrix', maxGoals, cells })),
);
const book = fc.oneof(dixonColes, anyMatrix).map((distribution) => MarketBook.of(distribution));
const quarterLine = fc.integer({ min: -24, max: 24 }).map((quarters) => quarters / 4);

const isOne = (...parts: number[]): void => {
  expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) - 1)).toBeLessThan(1e-9);
  for (const part of parts) expect(part).toBeGreaterThanOrEqual(-1e-12);
};

const close = (got: number, expected: number): void => expect(Math.abs(got - expected)).toBeLessThan(1e-9);

describe('every market', () => {
  it('sums to one', () => {
    fc.assert(
      fc.property(book, quarterLine, fc.integer({ min: 1, max: 30 }), (b, line, top) => {
        const winner = b.matchWinner();
        isOne(winner.home, winner.draw, winner.away);
        const chance = b.doubleChance();
        isOne(chance.homeOrDraw / 2, chance.homeOrAway / 2, chance.drawOrAway / 2);
        const total = b.overUnder(Math.abs(line));
        isOne(total.over, total.under, total.push);
        const asian = b.asianHandicap(line);
        isOne(asian.home, asian.away, asian.push);
        const european = b.europeanHandicap(Math.round(line));
        isOne(european.home, european.draw, european.away);
        const both = b.bothTeamsToScore();
        isOne(both.yes, both.no);
        const sheets = b.cleanSheets();
        isOne(sheets.home.yes, sheets.home.no);
        isOne(sheets.away.yes, sheets.away.no);
        const { scores, other } = b.correctScore(top);
        isOne(other, ...scores.map((score) => score.probability));
        const { home, draw, away } = b.halfTimeFullTime();
        isOne(...[home, draw, away].flatMap((row) => [row.home, row.draw, row.away]));
        isOne(...b.homeGoals());
        isOne(...b.awayGoals());
      }),
    );
  });

  it('moves one way as its line moves', () => {
    fc.assert(
      fc.property(book, (b) => {
        for (let quarters = 1; quarters <= 40; quarters++) {
          const [before, after] = [b.overUnder((quarters - 1) / 4), b.overUnder(quarters / 4)];
          expect(after.over).toBeLessThanOrEqual(before.over + 1e-9);
          expect(after.under).toBeGreaterThanOrEqual(before.under - 1e-9);
          const [worse, better] = [b.asianHandicap((quarters - 21) / 4), b.asianHandicap((quarters - 20) / 4)];
          expect(better.home).toBeGreaterThanOrEqual(worse.home - 1e-9);
          expect(better.away).toBeLessThanOrEqual(worse.away + 1e-9);
        }
      }),
    );
  });

  it('agrees with the others', () => {
    fc.assert(
      fc.property(book, (b) => {
        const winner = b.matchWinner();
        close(b.doubleChance().drawOrAway, 1 - winner.home);
        close(b.asianHandicap(-0.5).home, winner.home);
        close(b.asianHandicap(0).push, winner.draw);
        close(b.europeanHandicap(0).away, winner.away);
        close(b.europeanHandicap(-1).home + b.europeanHandicap(-1).draw, winner.home);
        close(b.bothTeamsToScore().yes, 1 - b.homeGoals()[0] - b.awayGoals()[0] + b.score(0, 0));
        close(b.cleanSheets().home.yes, b.awayGoals()[0]);
        close(b.cleanSheets().away.yes, b.homeGoals()[0]);
        close(b.overUnder(0.5).under, b.score(0, 0));
        close(b.overUnder(0).push, b.score(0, 0));
        const { home, draw, away } = b.halfTimeFullTime();
        close(home.home + draw.home + away.home, winner.home);
        close(home.draw + draw.draw + away.draw, winner.draw);
      }),
    );
  });
});

describe('MarketBook', () => {
  const independent = MarketBook.of({ kind: 'dixon-coles', home: 1.6, away: 1.1, rho: 0 });

  it('reproduces Poisson totals and Skellam margins', () => {
    expect(independent.overUnder(2.5).over).toBeCloseTo(poissonSurvival(2, 2.7), 8);
    expect(independent.overUnder(4.5).over).toBeCloseTo(poissonSurvival(4, 2.7), 8);
    expect(independent.matchWinner().draw).toBeCloseTo(skellamPmf(0, 1.6, 1.1), 8);
    expect(independent.europeanHandicap(-2).draw).toBeCloseTo(skellamPmf(2, 1.6, 1.1), 8);
    expect(independent.expectedGoals().home).toBeCloseTo(1.6, 7);
    expect(independent.expectedGoals().away).toBeCloseTo(1.1, 7);
  });

  it('does not let rho touch lines of two and a half and more', () => {
    const correlated = MarketBook.of({ kind: 'dixon-coles', home: 1.6, away: 1.1, rho: -0.12 });
    expect(correlated.overUnder(2.5).over).toBeCloseTo(independent.overUnder(2.5).over, 12);
    expect(correlated.matchWinner().draw).toBeGreaterThan(independent.matchWinner().draw);
  });

  it('settles each kind of line as a bookmaker does', () => {
    // 1-0 with 1/2, 2-0 with 1/4, 1-1 with 1/8, 0-0 with 1/8.
    const b = MarketBook.of({ kind: 'matrix', maxGoals: 2, cells: [1, 0, 0, 4, 1, 0, 2, 0, 0] });
    expect(b.overUnder(1.5)).toEqual({ line: 1.5, over: 3 / 8, under: 5 / 8, push: 0 });
    expect(b.overUnder(1)).toEqual({ line: 1, over: 3 / 8, under: 1 / 8, push: 1 / 2 });
    expect(b.overUnder(1.25)).toEqual({ line: 1.25, over: 3 / 8, under: 3 / 8, push: 1 / 4 });
    expect(b.asianHandicap(-1)).toEqual({ line: -1, home: 1 / 4, away: 1 / 4, push: 1 / 2 });
    expect(b.asianHandicap(-0.75)).toEqual({ line: -0.75, home: 1 / 2, away: 1 / 4, push: 1 / 4 });
    expect(b.asianHandicap(0.5)).toEqual({ line: 0.5, home: 1, away: 0, push: 0 });
    expect(b.europeanHandicap(-1)).toEqual({ line: -1, home: 1 / 4, draw: 1 / 2, away: 1 / 4 });
    expect(b.bothTeamsToScore()).toEqual({ yes: 1 / 8, no: 7 / 8 });
    expect(b.correctScore(2)).toEqual({
      scores: [
        { home: 1, away: 0, probability: 1 / 2 },
        { home: 2, away: 0, probability: 1 / 4 },
      ],
      other: 1 / 4,
    });
  });

  it('lists scores from the most likely down, equals in reading order, and all of them if asked', () => {
    const b = MarketBook.of({ kind: 'matrix', maxGoals: 1, cells: [1, 3, 3, 3] });
    expect(b.correctScore(9).scores.map(({ home, away }) => `${home}-${away}`)).toEqual(['0-1', '1-0', '1-1', '0-0']);
    expect(b.correctScore(9).other).toBeCloseTo(0, 12);
    const probabilities = independent.correctScore(12).scores.map((score) => score.probability);
    expect(probabilities).toEqual([...independent.matrix.cells].toSorted((p, q) => q - p).slice(0, 12));
  });

  it('has no probability for scores beyond the matrix', () => {
    expect(independent.score(1, 1)).toBeGreaterThan(0.1);
    expect(independent.score(60, 0)).toBe(0);
  });

  it('refuses lines that no bookmaker has', () => {
    expect(() => independent.overUnder(2.3)).toThrow(RangeError);
    expect(() => independent.overUnder(-0.5)).toThrow(RangeError);
    expect(() => independent.asianHandicap(0.1)).toThrow(RangeError);
    expect(() => independent.europeanHandicap(0.5)).toThrow(RangeError);
    expect(() => independent.correctScore(0)).toThrow(RangeError);
  });
});
