/**
 * A ratio to a mean as a gamma distribution: mean shape / rate, both above 0. With Poisson counts it stays one as matches are
 * seen (Gelman et al., Bayesian Data Analysis, section 2.6).
 */
export interface Strength {
  shape: number;
  rate: number;
}

/** The gamma with this mean and variance, both above 0. */
export function strengthOf(mean: number, variance: number): Strength {
  return { shape: (mean * mean) / variance, rate: mean / variance };
}

/** After `counted` where a ratio of 1 would have given `expected`; both >= 0 and already divided by the over-dispersion. */
export function afterSeeing({ shape, rate }: Strength, counted: number, expected: number): Strength {
  return { shape: shape + counted, rate: rate + expected };
}
