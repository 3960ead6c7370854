const SQRT_TWO_PI = Math.sqrt(2 * Math.PI);
const LOG_SQRT_TWO_PI = Math.log(SQRT_TWO_PI);

/** Beyond this many standard deviations the continued fraction converges faster than the series loses digits. */
const TAIL_START = 2.5;

/** ln of the density of N(mean, deviation^2) at x; deviation > 0. */
export function normalLogPdf(x: number, mean = 0, deviation = 1): number {
  const z = (x - mean) / deviation;
  return -0.5 * z * z - LOG_SQRT_TWO_PI - Math.log(deviation);
}

/** Density of N(mean, deviation^2) at x. */
export function normalPdf(x: number, mean = 0, deviation = 1): number {
  return Math.exp(normalLogPdf(x, mean, deviation));
}

/** Mills ratio (1 - Phi(z)) / phi(z) for z >= 2.5: Laplace's continued fraction 1/(z + 1/(z + 2/(z + ...))). */
function millsRatio(z: number): number {
  const depth = Math.ceil(24 + 500 / (z * z));
  let fraction = z;
  for (let k = depth; k >= 1; k--) fraction = z + k / fraction;
  return 1 / fraction;
}

/** Phi(z) - 1/2 for small |z|, by phi(z) (z + z^3/3 + z^5/15 + ...). Marsaglia 2004, J. Stat. Software 11(4). */
function centralArea(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; Math.abs(term) > 1e-18 * Math.abs(sum); odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum * normalPdf(z);
}

/** P(X <= x) for X ~ N(mean, deviation^2); keeps its relative precision far into the lower tail. */
export function normalCdf(x: number, mean = 0, deviation = 1): number {
  const z = (x - mean) / deviation;
  if (z < -TAIL_START) return normalPdf(z) * millsRatio(-z);
  if (z > TAIL_START) return 1 - normalPdf(z) * millsRatio(z);
  return 0.5 + centralArea(z);
}

/** ln P(X <= x) for X ~ N(mean, deviation^2); finite where the probability itself underflows. */
export function normalLogCdf(x: number, mean = 0, deviation = 1): number {
  const z = (x - mean) / deviation;
  if (z < -TAIL_START) return normalLogPdf(z) + Math.log(millsRatio(-z));
  if (z > TAIL_START) return Math.log1p(-normalPdf(z) * millsRatio(z));
  return Math.log(0.5 + centralArea(z));
}

/**
 * The x with P(X <= x) = probability, 0 < probability < 1 (0 and 1 give -Infinity and Infinity). Abramowitz & Stegun
 * 26.2.23 as a start, then Halley steps on the cdf; RangeError outside [0, 1].
 */
export function normalQuantile(probability: number, mean = 0, deviation = 1): number {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`not a probability: ${probability}`);
  if (probability === 0) return -Infinity;
  if (probability === 1) return Infinity;
  if (probability > 0.5) return mean - deviation * lowerQuantile(1 - probability);
  return mean + deviation * lowerQuantile(probability);
}

function lowerQuantile(probability: number): number {
  const t = Math.sqrt(-2 * Math.log(probability));
  const ratio = (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  let z = ratio - t;
  for (let step = 0; step < 3; step++) {
    const error = (normalCdf(z) - probability) / normalPdf(z);
    z -= error / (1 + (z * error) / 2);
  }
  return z;
}
