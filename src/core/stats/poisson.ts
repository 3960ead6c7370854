import { sumDownwards, sumUpwards } from './discrete-tail.js';
import { logFactorial } from './log-gamma.js';

/** Above this mean exp(-mean) loses its precision and the recurrence from zero cannot be used. */
const RECURRENCE_LIMIT = 600;

/** ln P(X = k) for X ~ Poisson(mean), mean >= 0, integer k; -Infinity outside the support. */
export function poissonLogPmf(k: number, mean: number): number {
  if (k < 0) return -Infinity;
  if (mean === 0) return k === 0 ? 0 : -Infinity;
  return k * Math.log(mean) - mean - logFactorial(k);
}

/** P(X = k) for X ~ Poisson(mean). */
export function poissonPmf(k: number, mean: number): number {
  return Math.exp(poissonLogPmf(k, mean));
}

/** P(X <= k) for X ~ Poisson(mean); the smaller tail is the one summed, so it keeps its relative precision. */
export function poissonCdf(k: number, mean: number): number {
  const floor = Math.floor(k);
  if (floor < 0) return 0;
  if (floor >= mean) return 1 - poissonSurvival(floor, mean);
  return sumDownwards(poissonPmf(floor, mean), floor, (j) => j / mean);
}

/** P(X > k) for X ~ Poisson(mean). */
export function poissonSurvival(k: number, mean: number): number {
  const floor = Math.floor(k);
  if (floor < 0) return 1;
  if (mean === 0) return 0;
  if (floor < mean) return 1 - poissonCdf(floor, mean);
  return sumUpwards(poissonPmf(floor + 1, mean), floor + 1, (j) => mean / (j + 1));
}

/** Writes P(X = 0), P(X = 1), ... of Poisson(mean) into `out`, by the recurrence p(k + 1) = p(k) mean / (k + 1). */
export function fillPoissonPmf(mean: number, out: Float64Array): void {
  if (mean > RECURRENCE_LIMIT) {
    for (let k = 0; k < out.length; k++) out[k] = poissonPmf(k, mean);
    return;
  }
  let term = Math.exp(-mean);
  for (let k = 0; k < out.length; k++) {
    out[k] = term;
    term *= mean / (k + 1);
  }
}
