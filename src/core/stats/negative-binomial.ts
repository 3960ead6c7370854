import { sumDownwards, sumUpwards } from './discrete-tail.js';
import { logFactorial, logGamma } from './log-gamma.js';
import { poissonLogPmf } from './poisson.js';

/** Up to here, and for small dispersions always, the rising factorial is a sum of log1p, which stays exact as alpha -> 0. */
const PRODUCT_LIMIT = 256;

/** Far below what changes a double; numbers too small to be exact would spoil the quotients below. */
const NEGLIGIBLE = 1e-200;

/** ln of (1)(1 + alpha)(1 + 2 alpha)...(1 + (k - 1) alpha), the part of the mass that vanishes with alpha. */
function logRisingProduct(k: number, alpha: number): number {
  if (k > PRODUCT_LIMIT && alpha > 0.01) {
    const size = 1 / alpha;
    return logGamma(k + size) - logGamma(size) + k * Math.log(alpha);
  }
  let sum = 0;
  for (let j = 1; j < k; j++) sum += Math.log1p(alpha * j);
  return sum;
}

/**
 * ln P(X = k) for the negative binomial with mean `mean` >= 0 and variance mean + alpha mean^2 (NB2; Cameron & Trivedi,
 * Regression Analysis of Count Data, eq. 3.26). Written so that alpha -> 0 tends to the Poisson without cancellation,
 * and alpha = 0 is exactly the Poisson. -Infinity outside the support; RangeError when alpha < 0.
 */
export function negativeBinomialLogPmf(k: number, mean: number, alpha: number): number {
  if (alpha < 0) throw new RangeError(`dispersion must be >= 0, got ${alpha}`);
  if (alpha < NEGLIGIBLE) return poissonLogPmf(k, mean);
  if (k < 0) return -Infinity;
  if (mean === 0) return k === 0 ? 0 : -Infinity;
  const logSpread = Math.log1p(alpha * mean);
  return logRisingProduct(k, alpha) - logFactorial(k) + k * (Math.log(mean) - logSpread) - logSpread / alpha;
}

/** P(X = k) for the negative binomial with this mean and dispersion. */
export function negativeBinomialPmf(k: number, mean: number, alpha: number): number {
  return Math.exp(negativeBinomialLogPmf(k, mean, alpha));
}

/** P(X <= k); the smaller tail is the one summed. */
export function negativeBinomialCdf(k: number, mean: number, alpha: number): number {
  const floor = Math.floor(k);
  if (floor < 0) return 0;
  if (floor >= mean) return 1 - negativeBinomialSurvival(floor, mean, alpha);
  const scale = (1 + alpha * mean) / mean;
  const first = negativeBinomialPmf(floor, mean, alpha);
  return sumDownwards(first, floor, (j) => (j * scale) / (1 + alpha * (j - 1)));
}

/** P(X > k). */
export function negativeBinomialSurvival(k: number, mean: number, alpha: number): number {
  const floor = Math.floor(k);
  if (floor < 0) return 1;
  if (mean === 0) return 0;
  if (floor < mean) return 1 - negativeBinomialCdf(floor, mean, alpha);
  const scale = mean / (1 + alpha * mean);
  const first = negativeBinomialPmf(floor + 1, mean, alpha);
  return sumUpwards(first, floor + 1, (j) => (scale * (1 + alpha * j)) / (j + 1));
}

/** Writes P(X = 0), P(X = 1), ... into `out`, by the recurrence p(k + 1) / p(k) = mean (1 + alpha k) / ((k + 1)(1 + alpha mean)). */
export function fillNegativeBinomialPmf(mean: number, alpha: number, out: Float64Array): void {
  const scale = mean / (1 + alpha * mean);
  let term = negativeBinomialPmf(0, mean, alpha);
  if (term === 0 && mean > 0) {
    for (let k = 0; k < out.length; k++) out[k] = negativeBinomialPmf(k, mean, alpha);
    return;
  }
  for (let k = 0; k < out.length; k++) {
    out[k] = term;
    term *= (scale * (1 + alpha * k)) / (k + 1);
  }
}
