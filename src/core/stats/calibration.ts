export const CALIBRATION_BINS = 10;

export interface ReliabilityBin {
  /** The bin holds forecasts in [from, to); the last bin includes 1. */
  from: number;
  to: number;
  count: number;
  /** Mean forecast in the bin; NaN when it is empty. */
  forecast: number;
  /** Share of the forecasts in the bin that came true; NaN when it is empty. */
  observed: number;
}

export interface BrierDecomposition {
  /** How far forecasts are from what happened, given the forecast; smaller is better. */
  reliability: number;
  /** How far the observed shares spread round the base rate; larger is better. */
  resolution: number;
  /** Variance of the event itself, base rate x (1 - base rate). */
  uncertainty: number;
}

/**
 * Reliability diagram of yes/no forecasts in equal-width bins: `probabilities[i]` was said, `happened[i]` is 1 or 0.
 * RangeError when the columns differ in length.
 */
export function reliabilityBins(
  probabilities: ArrayLike<number>,
  happened: ArrayLike<number>,
  bins = CALIBRATION_BINS,
): ReliabilityBin[] {
  if (probabilities.length !== happened.length) throw new RangeError('forecasts and events differ in number');
  const counts = new Float64Array(bins);
  const said = new Float64Array(bins);
  const seen = new Float64Array(bins);
  for (let i = 0; i < probabilities.length; i++) {
    const bin = Math.max(0, Math.min(bins - 1, Math.floor(probabilities[i] * bins)));
    counts[bin] += 1;
    said[bin] += probabilities[i];
    seen[bin] += happened[i];
  }
  return Array.from(counts, (count, bin) => ({
    from: bin / bins,
    to: (bin + 1) / bins,
    count,
    forecast: said[bin] / count,
    observed: seen[bin] / count,
  }));
}

/** Expected calibration error: count-weighted mean of |forecast - observed| over the bins (Naeini et al. 2015); NaN when empty. */
export function expectedCalibrationError(bins: readonly ReliabilityBin[]): number {
  let total = 0;
  let sum = 0;
  for (const bin of bins) {
    if (bin.count === 0) continue;
    total += bin.count;
    sum += bin.count * Math.abs(bin.forecast - bin.observed);
  }
  return sum / total;
}

/**
 * Murphy's (1973) decomposition of the yes/no Brier score, reliability - resolution + uncertainty, computed on the bins;
 * it equals the score itself up to the spread of forecasts inside a bin.
 */
export function decomposeBrier(bins: readonly ReliabilityBin[]): BrierDecomposition {
  const filled = bins.filter((bin) => bin.count > 0);
  const total = filled.reduce((sum, bin) => sum + bin.count, 0);
  const baseRate = filled.reduce((sum, bin) => sum + bin.count * bin.observed, 0) / total;
  const mean = (term: (bin: ReliabilityBin) => number): number =>
    filled.reduce((sum, bin) => sum + bin.count * term(bin), 0) / total;
  return {
    reliability: mean((bin) => (bin.forecast - bin.observed) ** 2),
    resolution: mean((bin) => (bin.observed - baseRate) ** 2),
    uncertainty: baseRate * (1 - baseRate),
  };
}
