import { type ConsistencyRating, rateConsistency, stabilityScore } from './consistency.js';

/** Not rounded. Mean, cv and rating are null, and stability 0, where they are not defined. */
export interface MetricSummary {
  /** Weighted mean per match; null without an observation. */
  mean: number | null;
  /** Weighted population coefficient of variation; null with fewer than two observations or a mean of 0. */
  cv: number | null;
  /** Of `cv`. */
  rating: ConsistencyRating | null;
  /** 0 to 100. */
  stability: number;
  /** How many values are known. */
  observations: number;
}

/**
 * What a sample of counts says, the value at i counting `weights[i]` > 0; null values are unknown and are left out.
 * Variance is that of the weighted population, without a correction for the sample size, as the contract defines it.
 * RangeError when the two columns differ in length.
 */
export function summarise(values: readonly (number | null)[], weights: readonly number[]): MetricSummary {
  if (values.length !== weights.length) throw new RangeError(`${values.length} values but ${weights.length} weights`);
  let observations = 0;
  let weight = 0;
  let mean = 0;
  let scatter = 0;
  // West (1979): one pass that does not lose digits.
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value === null) continue;
    observations++;
    weight += weights[i];
    const step = value - mean;
    mean += (weights[i] / weight) * step;
    scatter += weights[i] * step * (value - mean);
  }
  if (observations === 0) return { mean: null, cv: null, rating: null, stability: 0, observations };
  if (observations < 2 || mean === 0) return { mean, cv: null, rating: null, stability: 0, observations };
  const cv = Math.sqrt(scatter / weight) / mean;
  return { mean, cv, rating: rateConsistency(cv), stability: stabilityScore(cv), observations };
}
