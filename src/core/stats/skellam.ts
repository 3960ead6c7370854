import { sumDownwards, sumUpwards } from './discrete-tail.js';
import { poissonLogPmf } from './poisson.js';

/**
 * ln P(X - Y = difference) for independent X ~ Poisson(home), Y ~ Poisson(away), both means >= 0 (Skellam 1946).
 * Summed outwards from the largest term of sum_y P(X = difference + y) P(Y = y): every term is positive, so there is no
 * cancellation and no overflow of a Bessel function.
 */
export function skellamLogPmf(difference: number, home: number, away: number): number {
  if (home === 0 || away === 0) {
    const [mean, count] = home === 0 ? [away, -difference] : [home, difference];
    return poissonLogPmf(count, mean);
  }
  const lowest = Math.max(0, -difference);
  const product = home * away;
  const mode = (Math.sqrt(difference * difference + 4 * product) - difference) / 2;
  const peak = Math.max(lowest, Math.floor(mode));
  const above = sumUpwards(1, peak, (y) => product / ((y + 1) * (y + 1 + difference)));
  // Below the peak the term at `lowest` is followed by an exact zero, which ends the sum.
  const below = sumDownwards(1, peak, (y) => (y * (y + difference)) / product);
  return poissonLogPmf(peak + difference, home) + poissonLogPmf(peak, away) + Math.log(above + below - 1);
}

/** P(X - Y = difference) for independent Poisson X and Y. */
export function skellamPmf(difference: number, home: number, away: number): number {
  return Math.exp(skellamLogPmf(difference, home, away));
}

/** P(X - Y <= difference); the tail away from the mean is the one summed. */
export function skellamCdf(difference: number, home: number, away: number): number {
  const floor = Math.floor(difference);
  if (floor > home - away) return 1 - skellamCdf(-floor - 1, away, home);
  let sum = 0;
  for (let d = floor; ; d--) {
    const term = skellamPmf(d, home, away);
    sum += term;
    if (term <= sum * 1e-17) return sum;
  }
}
