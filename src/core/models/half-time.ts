import { outcomeOf, type OutcomeProbabilities } from '#core/stats/scoring-rules.js';
import type { ScoreMatrix } from './score-distribution.js';

/** First-half scoring intensity of each side as a share of its whole-match intensity, 0..1. */
export interface HalfShares {
  home: number;
  away: number;
}

/** Goals before the interval over all goals, in 18,260 matches of five European leagues, 2005/06 to 2014/15. */
export const FIRST_HALF_SHARES: Readonly<HalfShares> = { home: 0.4465, away: 0.4337 };

/** First key: who leads at half-time; second: who wins. The nine probabilities sum to one. */
export interface HalfTimeFullTime {
  home: OutcomeProbabilities;
  draw: OutcomeProbabilities;
  away: OutcomeProbabilities;
}

const OUTCOME_NAMES = ['home', 'draw', 'away'] as const;

/** Shares from fitted intensities of the two halves (goals per half, >= 0); an even split when both are zero. */
export function firstHalfShare(first: number, second: number): number {
  return first + second > 0 ? first / (first + second) : 0.5;
}

/**
 * Row n holds P(k of n goals fell in the first half), k = 0..n: each goal of a Poisson process falls in the first half
 * with probability `share` independently of the others, so that the halves of Poisson counts are again Poisson with the
 * half intensities. Applied to any joint matrix it keeps the full-time distribution as it is. RangeError outside 0..1.
 */
function splitTable(size: number, share: number): Float64Array {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`not a share: ${share}`);
  const table = new Float64Array(size * size);
  table[0] = 1;
  for (let n = 1; n < size; n++) {
    for (let k = 0; k <= n; k++) {
      const early = k > 0 ? table[(n - 1) * size + k - 1] * share : 0;
      table[n * size + k] = early + table[(n - 1) * size + k] * (1 - share);
    }
  }
  return table;
}

/** Joint distribution of the score at half-time. RangeError for shares outside 0..1. */
export function firstHalfMatrix(matrix: ScoreMatrix, shares: HalfShares): ScoreMatrix {
  const size = matrix.maxGoals + 1;
  const home = splitTable(size, shares.home);
  const away = splitTable(size, shares.away);
  const homeSplit = new Float64Array(size * size);
  for (let n = 0; n < size; n++) {
    for (let k = 0; k <= n; k++) {
      const part = home[n * size + k];
      for (let a = 0; a < size; a++) homeSplit[k * size + a] += part * matrix.cells[n * size + a];
    }
  }
  const cells = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    for (let n = 0; n < size; n++) {
      const mass = homeSplit[k * size + n];
      for (let j = 0; j <= n; j++) cells[k * size + j] += mass * away[n * size + j];
    }
  }
  return { maxGoals: matrix.maxGoals, cells };
}

function nothingYet(): OutcomeProbabilities {
  return { home: 0, draw: 0, away: 0 };
}

/** Joint distribution of the half-time leader and the winner. RangeError for shares outside 0..1. */
export function halfTimeFullTime(matrix: ScoreMatrix, shares: HalfShares): HalfTimeFullTime {
  const size = matrix.maxGoals + 1;
  const home = splitTable(size, shares.home);
  const away = splitTable(size, shares.away);
  const book: HalfTimeFullTime = { home: nothingYet(), draw: nothingYet(), away: nothingYet() };
  for (let h = 0; h < size; h++) {
    for (let a = 0; a < size; a++) {
      const mass = matrix.cells[h * size + a];
      const final = OUTCOME_NAMES[outcomeOf(h, a)];
      let level = 0;
      let behind = 0;
      let homeBelow = 0;
      // P(home first-half goals < j) grows with j, so one pass over the away side's goals settles both comparisons.
      for (let j = 0; j <= a; j++) {
        const exact = j <= h ? home[h * size + j] : 0;
        level += away[a * size + j] * exact;
        behind += away[a * size + j] * homeBelow;
        homeBelow += exact;
      }
      book.home[final] += mass * Math.max(0, 1 - level - behind);
      book.draw[final] += mass * level;
      book.away[final] += mass * behind;
    }
  }
  return book;
}
