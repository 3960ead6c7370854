import { Invalid } from '../kernel/domain-error.js';
import type { Random } from '../kernel/random.js';
import type { ScorePair } from './season-record.js';

/*
 * The score distribution the simulator draws from and its bookmakers look at. It stands apart from the models on purpose:
 * a test that a model recovers what was simulated means nothing when both sides share their arithmetic.
 */

/** More goals than this by one side are left out of market chances: a mass below 2e-5 up to four expected goals. */
const MAX_GOALS = 14;

/** Dixon & Coles (1997), equation 4.2: factor on the independent Poisson probability of a score. */
export function lowScoreFactor(home: number, away: number, rates: ScorePair, rho: number): number {
  if (home > 1 || away > 1) return 1;
  if (home === 0) return away === 0 ? 1 - rates.home * rates.away * rho : 1 + rates.home * rho;
  return away === 0 ? 1 + rates.away * rho : 1 - rho;
}

/**
 * A score from the Dixon-Coles distribution, by rejection from two Poissons. Throws Invalid when `rho` would make a
 * probability negative at these rates.
 */
export function drawScore(rates: ScorePair, rho: number, random: Random): ScorePair {
  let highest = 1;
  for (const home of [0, 1]) {
    for (const away of [0, 1]) {
      const factor = lowScoreFactor(home, away, rates, rho);
      if (factor < 0) throw new Invalid('rho', `${rho} is impossible at rates ${rates.home} and ${rates.away}`);
      highest = Math.max(highest, factor);
    }
  }
  for (;;) {
    const score = { home: random.poisson(rates.home), away: random.poisson(rates.away) };
    if (random.next() * highest < lowScoreFactor(score.home, score.away, rates, rho)) return score;
  }
}

/** What a bookmaker prices, read from one joint distribution of the score, so that the markets agree with each other. */
export interface MarketChances {
  home: number;
  draw: number;
  away: number;
  /** More than two and a half goals. */
  over: number;
  /** P(home goals - away goals = d) at index d + {@link MAX_GOALS}. */
  difference: readonly number[];
}

/** Chances of the markets under the Dixon-Coles distribution. */
export function marketChances(rates: ScorePair, rho: number): MarketChances {
  const homeGoals = poissonMasses(rates.home);
  const awayGoals = poissonMasses(rates.away);
  const difference: number[] = [];
  for (let index = 0; index <= 2 * MAX_GOALS; index++) difference.push(0);
  let under = 0;
  for (let home = 0; home <= MAX_GOALS; home++) {
    const mass = homeGoals[home];
    for (let away = 0; away <= MAX_GOALS; away++) difference[home - away + MAX_GOALS] += mass * awayGoals[away];
    for (let away = 0; home + away < 3; away++) under += mass * awayGoals[away];
  }
  for (const home of [0, 1]) {
    for (const away of [0, 1]) {
      const added = homeGoals[home] * awayGoals[away] * (lowScoreFactor(home, away, rates, rho) - 1);
      difference[home - away + MAX_GOALS] += added;
      under += added;
    }
  }
  let total = 0;
  for (const mass of difference) total += mass;
  let home = 0;
  let away = 0;
  for (let index = 0; index < difference.length; index++) {
    difference[index] /= total;
    if (index > MAX_GOALS) home += difference[index];
    if (index < MAX_GOALS) away += difference[index];
  }
  return { home, draw: difference[MAX_GOALS], away, over: 1 - under / total, difference };
}

/**
 * Probability at which a bet on the home team with a handicap would be fair: stakes won over stakes won or lost. A
 * quarter line is half a bet on each neighbouring half line; a returned stake counts on neither side.
 */
export function handicapChance(difference: readonly number[], line: number): number {
  let won = 0;
  let lost = 0;
  for (const half of [Math.floor(line * 2) / 2, Math.ceil(line * 2) / 2]) {
    for (let index = 0; index < difference.length; index++) {
      const margin = index - MAX_GOALS + half;
      if (margin > 0) won += difference[index];
      else if (margin < 0) lost += difference[index];
    }
  }
  return won / (won + lost);
}

/** The quarter-goal handicap on the home team, from -4 to 4, that comes nearest to an even bet. */
export function evenHandicap(difference: readonly number[]): number {
  let low = -16;
  let high = 16;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (handicapChance(difference, middle / 4) < 0.5) low = middle;
    else high = middle;
  }
  const distance = (quarter: number) => Math.abs(handicapChance(difference, quarter / 4) - 0.5);
  return (distance(low) < distance(high) ? low : high) / 4;
}

function poissonMasses(mean: number): number[] {
  const masses = [Math.exp(-mean)];
  for (let count = 1; count <= MAX_GOALS; count++) masses.push((masses[count - 1] * mean) / count);
  return masses;
}
