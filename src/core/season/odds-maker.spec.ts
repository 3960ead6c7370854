import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../kernel/random.js';
import { BOOKMAKERS, makeOdds } from './odds-maker.js';
import type { OddsRecord } from './season-record.js';
import { marketChances } from './true-scores.js';

const RHO = -0.05;
const rates = fc.record({
  home: fc.double({ min: 0.4, max: 3, noNaN: true }),
  away: fc.double({ min: 0.4, max: 3, noNaN: true }),
});

/** Prices of one bookmaker, market and moment. */
function markets(odds: OddsRecord[]): OddsRecord[][] {
  return [...Map.groupBy(odds, (o) => `${o.bookmaker} ${o.market} ${o.closing}`).values()];
}

function overround(market: OddsRecord[]): number {
  return market.reduce((sum, { price }) => sum + 1 / price, 0) - 1;
}

describe('makeOdds', () => {
  it('quotes each market whole, at both moments, on one line per moment', () => {
    fc.assert(
      fc.property(rates, fc.string(), (mean, seed) => {
        const odds = makeOdds(mean, RHO, createRandom(seed), true);
        expect(markets(odds)).toHaveLength(BOOKMAKERS.length * 3 * 2);
        for (const market of markets(odds)) {
          const selections = market.map((o) => o.selection).join(' ');
          if (market[0].market === 'match_winner') expect(selections).toBe('home draw away');
          if (market[0].market === 'over_under') expect(selections).toBe('over under');
          if (market[0].market === 'asian_handicap') expect(selections).toBe('home away');
          expect(new Set(market.map((o) => o.line)).size).toBe(1);
          for (const { price } of market) expect(price).toBeGreaterThan(1);
        }
        for (const closing of [false, true]) {
          const lines = odds.filter((o) => o.market === 'asian_handicap' && o.closing === closing).map((o) => o.line);
          expect(new Set(lines).size).toBe(1);
          expect(Number.isInteger((lines[0] ?? Number.NaN) * 4)).toBe(true);
        }
      }),
    );
  });

  it('has the margin each bookmaker takes, up to the rounding of prices', () => {
    const random = createRandom('margins');
    for (let i = 0; i < 50; i++) {
      const odds = makeOdds({ home: 1.6, away: 1.2 }, RHO, random.fork(i), true);
      for (const market of markets(odds)) {
        const bookmaker = BOOKMAKERS.find(({ code }) => code === market[0].bookmaker);
        const margin = market[0].market === 'match_winner' ? bookmaker?.margin : bookmaker?.twoWayMargin;
        expect(Math.abs(overround(market) - (margin ?? 0))).toBeLessThan(0.006);
      }
    }
  });

  it('leaves the opening prices alone when closing prices are asked for', () => {
    fc.assert(
      fc.property(rates, fc.string(), (mean, seed) => {
        const both = makeOdds(mean, RHO, createRandom(seed), true);
        expect(both.filter((o) => !o.closing)).toEqual(makeOdds(mean, RHO, createRandom(seed), false));
      }),
    );
  });

  it('knows the true chances better at the close than at the opening', () => {
    const random = createRandom('sharpness');
    const truth = marketChances({ home: 1.6, away: 1.2 }, RHO);
    const error = { opening: 0, closing: 0 };
    for (let i = 0; i < 300; i++) {
      for (const market of markets(makeOdds({ home: 1.6, away: 1.2 }, RHO, random.fork(i), true))) {
        if (market[0].market !== 'match_winner') continue;
        const implied = 1 / market[0].price / (1 + overround(market));
        error[market[0].closing ? 'closing' : 'opening'] += (implied - truth.home) ** 2;
      }
    }
    expect(error.closing).toBeLessThan(0.6 * error.opening);
  });
});
