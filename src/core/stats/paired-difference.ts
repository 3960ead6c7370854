export interface PairedDifference {
  /** Mean of a - b; negative when a has the smaller (better) loss. */
  mean: number;
  /** Standard error of that mean, sd(a - b) / sqrt(n); NaN with fewer than two pairs. */
  standardError: number;
  count: number;
}

/**
 * Mean difference of two losses measured on the same matches, with its standard error: the right scale on which to say
 * that one model beats another (Diebold & Mariano 1995 at lag zero). RangeError when the columns differ in length.
 */
export function pairedDifference(a: ArrayLike<number>, b: ArrayLike<number>): PairedDifference {
  if (a.length !== b.length) throw new RangeError(`${a.length} and ${b.length} losses cannot be paired`);
  let mean = 0;
  let scatter = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = a[i] - b[i];
    const step = difference - mean;
    mean += step / (i + 1);
    scatter += step * (difference - mean);
  }
  const count = a.length;
  return {
    mean: count > 0 ? mean : NaN,
    standardError: count > 1 ? Math.sqrt(scatter / (count - 1) / count) : NaN,
    count,
  };
}
