/**
 * Writes P(X = 0), P(X = 1), ... of the binomial with `trials` (whole, >= 1) and mean `mean` (0 to less than `trials`) into
 * `out`, by the recurrence p(k + 1) / p(k) = (trials - k) / (k + 1) x p / (1 - p). Its variance is mean - mean^2 / trials,
 * so that it is the negative binomial with dispersion -1 / trials (Katz 1965: one family with the Poisson between them).
 * RangeError outside those ranges.
 */
export function fillBinomialPmf(trials: number, mean: number, out: Float64Array): void {
  if (!(Number.isInteger(trials) && trials >= 1 && mean >= 0 && mean < trials)) {
    throw new RangeError(`no binomial has ${trials} trials and the mean ${mean}`);
  }
  const odds = mean / (trials - mean);
  let term = Math.exp(trials * Math.log1p(-mean / trials));
  for (let k = 0; k < out.length; k++) {
    out[k] = term;
    term *= (odds * Math.max(0, trials - k)) / (k + 1);
  }
}
