import { describe, expect, it } from 'vitest';
import { baseRates } from './base-rates.js';
import { toObservations, type MatchObservation } from './goal-observations.js';
import { MarketBook } from './market-book.js';

const match = (day: number, homeGoals: number, awayGoals: number): MatchObservation => ({
  day,
  season: 2020,
  home: 'a',
  away: 'b',
  homeGoals,
  awayGoals,
});
const results = toObservations([
  match(1, 0, 5),
  match(2000, 1, 0),
  match(2001, 1, 0),
  match(2002, 2, 2),
  match(2003, 0, 1),
]);
const fixture = { home: 'a', away: 'b' };

describe('base rates', () => {
  it('are the frequencies inside the window', () => {
    const params = baseRates.fit(results, {}, { smoothing: 0 });
    const book = MarketBook.of(baseRates.predict(params, fixture));
    expect(params.fit).toEqual({ asOfDay: 2004, matches: 4 });
    expect(book.matchWinner()).toEqual({ home: 0.5, draw: 0.25, away: 0.25 });
    expect(book.score(1, 0)).toBeCloseTo(0.5, 12);
  });

  it('do not look at the day itself or later', () => {
    const params = baseRates.fit(results, { asOfDay: 2002 }, { smoothing: 0 });
    expect(MarketBook.of(baseRates.predict(params, fixture)).matchWinner().home).toBeCloseTo(1, 12);
  });

  it('leave something for scores never seen', () => {
    const book = MarketBook.of(baseRates.predict(baseRates.fit(results), fixture));
    expect(book.score(3, 1)).toBeGreaterThan(0.001);
    expect(book.score(1, 0)).toBeGreaterThan(book.score(3, 1));
  });

  it('know ordinary football before the first match', () => {
    for (const smoothing of [0, 10]) {
      const params = baseRates.fit(toObservations([]), {}, { smoothing });
      const { home, away } = MarketBook.of(baseRates.predict(params, fixture)).expectedGoals();
      expect(home).toBeCloseTo(1.5, 7);
      expect(away).toBeCloseTo(1.12, 7);
    }
  });

  it('have room for a record score, and refuse parameters of another model', () => {
    const params = baseRates.fit(toObservations([match(1, 31, 0)]), {}, { smoothing: 0 });
    expect(MarketBook.of(baseRates.predict(params, fixture)).score(31, 0)).toBeCloseTo(1, 12);
    expect(() => baseRates.predict({ ...params, schema: 'other' as 'base-rates/1' }, fixture)).toThrow(RangeError);
  });
});
