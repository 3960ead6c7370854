import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonPmf } from '#core/stats/poisson.js';
import { firstHalfShare, halfTimeFullTime } from './half-time.js';
import { MarketBook } from './market-book.js';

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('halves', () => {
  it('of Poisson goals are Poisson goals with the half intensities', () => {
    const first = MarketBook.of({ kind: 'dixon-coles', home: 1.8, away: 1.2, rho: 0 }).firstHalf({
      home: 0.4,
      away: 0.5,
    });
    for (let goals = 0; goals < 6; goals++) {
      expect(first.homeGoals()[goals]).toBeCloseTo(poissonPmf(goals, 0.72), 8);
      expect(first.awayGoals()[goals]).toBeCloseTo(poissonPmf(goals, 0.6), 8);
    }
  });

  it('agree with a sum over both halves of independent Poisson goals', () => {
    const [early, late] = [
      { home: 0.7, away: 0.5 },
      { home: 0.9, away: 0.8 },
    ];
    const book = MarketBook.of({ kind: 'dixon-coles', home: 1.6, away: 1.3, rho: 0 });
    const shares = { home: firstHalfShare(0.7, 0.9), away: firstHalfShare(0.5, 0.8) };
    let comeback = 0;
    for (let h1 = 0; h1 < 12; h1++) {
      for (let a1 = h1 + 1; a1 < 12; a1++) {
        for (let h2 = 0; h2 < 14; h2++) {
          for (let a2 = 0; a2 < 14 && h1 + h2 > a1 + a2; a2++) {
            const first = poissonPmf(h1, early.home) * poissonPmf(a1, early.away);
            comeback += first * poissonPmf(h2, late.home) * poissonPmf(a2, late.away);
          }
        }
      }
    }
    expect(book.halfTimeFullTime(shares).away.home).toBeCloseTo(comeback, 8);
  });

  it('keep both marginals: half-time of the first-half book, full-time of the whole', () => {
    fc.assert(
      fc.property(share, share, (home, away) => {
        const book = MarketBook.of({ kind: 'dixon-coles', home: 1.4, away: 1.1, rho: -0.08 });
        const nine = book.halfTimeFullTime({ home, away });
        const interval = book.firstHalf({ home, away }).matchWinner();
        for (const leader of ['home', 'draw', 'away'] as const) {
          expect(nine[leader].home + nine[leader].draw + nine[leader].away).toBeCloseTo(interval[leader], 9);
        }
        expect(nine.home.away + nine.draw.away + nine.away.away).toBeCloseTo(book.matchWinner().away, 9);
      }),
    );
  });

  it('put everything into one half at the ends of the range', () => {
    const book = MarketBook.of({ kind: 'dixon-coles', home: 1.4, away: 1.1, rho: 0 });
    expect(book.firstHalf({ home: 0, away: 0 }).score(0, 0)).toBeCloseTo(1, 12);
    expect(book.firstHalf({ home: 1, away: 1 }).matchWinner().home).toBeCloseTo(book.matchWinner().home, 12);
    expect(() => halfTimeFullTime(book.matrix, { home: 1.2, away: 0.4 })).toThrow(RangeError);
    expect(firstHalfShare(0, 0)).toBe(0.5);
  });
});
