/** Decay per day used for recent form: a match 107 days old counts half. */
export const FORM_DECAY_PER_DAY = 0.0065;

export interface WeightedMoments {
  /** Sum of the weights. */
  weight: number;
  /** Kish's effective sample size, (sum w)^2 / sum w^2; 0 when there is no observation. */
  effectiveSize: number;
  /** NaN when the total weight is zero. */
  mean: number;
  /** Unbiased for reliability weights (divisor sum w - sum w^2 / sum w); NaN with fewer than two effective observations. */
  variance: number;
}

/** exp(-decay x days): what an observation `days` old counts; days and decay >= 0. */
export function decayWeight(days: number, decay: number): number {
  return Math.exp(-decay * days);
}

/**
 * Mean and variance of `values` where value i is `ages[i]` days old and counts exp(-decay x age). One pass after
 * West (1979), so a large common offset does not cost precision. RangeError when the two columns differ in length.
 */
export function weightedMoments(values: ArrayLike<number>, ages: ArrayLike<number>, decay: number): WeightedMoments {
  if (values.length !== ages.length) throw new RangeError(`${values.length} values but ${ages.length} ages`);
  let weight = 0;
  let squares = 0;
  let mean = 0;
  let scatter = 0;
  for (let i = 0; i < values.length; i++) {
    const w = decayWeight(ages[i], decay);
    if (w === 0) continue;
    weight += w;
    squares += w * w;
    const step = values[i] - mean;
    mean += (w / weight) * step;
    scatter += w * step * (values[i] - mean);
  }
  if (weight === 0) return { weight: 0, effectiveSize: 0, mean: NaN, variance: NaN };
  const freedom = weight - squares / weight;
  return {
    weight,
    effectiveSize: (weight * weight) / squares,
    mean,
    variance: freedom > weight * 1e-12 ? scatter / freedom : NaN,
  };
}
