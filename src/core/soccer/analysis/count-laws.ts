import { fillNegativeBinomialPmf, negativeBinomialLogPmf } from '#core/stats/negative-binomial.js';

/** How one count of one match is distributed, according to one forecaster: chances of 0, 1, ... */
export interface CountLaws {
  home: Float64Array;
  away: Float64Array;
  total: Float64Array;
}

/** Probability that may lie beyond the end of a law is below a billionth. */
export function negativeBinomialLaw(mean: number, dispersion: number): Float64Array {
  const pmf = new Float64Array(Math.ceil(mean + 12 * Math.sqrt(mean + dispersion * mean * mean)) + 20);
  fillNegativeBinomialPmf(mean, dispersion, pmf);
  return pmf;
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** Between them, on a logarithmic scale, lie all dispersions that are told from 0 and make sense. */
const SEARCHED = { from: Math.log(1e-5), to: Math.log(2) };
const STEPS = 30;

/**
 * The dispersion under which counts with these means are likeliest, by golden-section search of the negative binomial
 * log-likelihood (Cameron & Trivedi, Regression Analysis of Count Data, section 3.3); 0 when a Poisson is likelier.
 * RangeError when the columns differ in length.
 */
export function likeliestDispersion(counts: ArrayLike<number>, means: ArrayLike<number>): number {
  if (counts.length !== means.length) throw new RangeError(`${counts.length} counts but ${means.length} means`);
  const likelihood = (dispersion: number): number => {
    let sum = 0;
    for (let i = 0; i < counts.length; i++) sum += negativeBinomialLogPmf(counts[i], means[i], dispersion);
    return sum;
  };
  let { from, to } = SEARCHED;
  let left = to - GOLDEN * (to - from);
  let right = from + GOLDEN * (to - from);
  let [atLeft, atRight] = [likelihood(Math.exp(left)), likelihood(Math.exp(right))];
  for (let step = 0; step < STEPS; step++) {
    if (atLeft > atRight) {
      [to, right, atRight] = [right, left, atLeft];
      left = to - GOLDEN * (to - from);
      atLeft = likelihood(Math.exp(left));
    } else {
      [from, left, atLeft] = [left, right, atRight];
      right = from + GOLDEN * (to - from);
      atRight = likelihood(Math.exp(right));
    }
  }
  const best = Math.exp((from + to) / 2);
  return counts.length > 0 && likelihood(best) > likelihood(0) ? best : 0;
}
