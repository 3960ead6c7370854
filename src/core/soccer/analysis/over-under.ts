import { fillNegativeBinomialPmf } from '#core/stats/negative-binomial.js';
import { fillPoissonPmf } from '#core/stats/poisson.js';

export type CountDistribution = 'dixon-coles' | 'negative-binomial' | 'poisson';

/**
 * How both sides' total is distributed given its mean. `dixon-coles`: `homeShare` (0 to 1) of the mean is the home side's, and
 * rho corrects the lowest scores. `negative-binomial`: variance mean + dispersion x mean^2.
 */
export type TotalLaw =
  | { kind: 'poisson' }
  | { kind: 'negative-binomial'; dispersion: number }
  | { kind: 'dixon-coles'; rho: number; homeShare: number };

/** Not rounded: over + under = 1. */
export interface OverUnderLine {
  /** A half-integer. */
  line: number;
  over: number;
  under: number;
  /** 90 % posterior interval of `over`. */
  lower: number;
  upper: number;
  /** Half the width of that interval. */
  uncertainty: number;
}

export interface OverUnder {
  /** Three to five, ascending. */
  lines: OverUnderLine[];
  /** 90 % interval of the expected total. */
  meanInterval: { lower: number; upper: number };
  /** Whole numbers with at least 90 % of the probability of the total between them, ends included. */
  countInterval: { lower: number; upper: number };
}

export const INTERVAL_LEVEL = 0.9;
const TAIL = (1 - INTERVAL_LEVEL) / 2;

/** Dependence of the two scores in a whole match; halves show none. docs/adr/0007-match-analysis.md. */
export const FULL_TIME_RHO = -0.06;

/** Lines lie this far apart; twice as far for large totals, where neighbours would say nearly the same. */
const LARGE_TOTAL = 15;
const MOST_LINES = 5;
const FEWEST_LINES = 3;
/** A line this certain is left out when there are enough others. */
const CERTAIN = 0.98;

/** Draws are averaged in groups of neighbours: the probability is all but straight over so short a way. */
const GROUPS = 60;

/**
 * Mass of the total at 0, 1, ... into `out`. For Dixon and Coles (1997, equation 4.2) with lambda mu = q mean^2 the sum over
 * each diagonal leaves the Poisson of the total, with c = rho q mean^2 exp(-mean) taken from 0 and 2 and given twice to 1.
 */
export function fillTotalPmf(law: TotalLaw, mean: number, out: Float64Array): void {
  if (law.kind === 'negative-binomial') {
    fillNegativeBinomialPmf(mean, law.dispersion, out);
    return;
  }
  fillPoissonPmf(mean, out);
  if (law.kind === 'poisson') return;
  const home = mean * law.homeShare;
  const away = mean - home;
  // Outside this range a corrected score would be less than impossible (Dixon & Coles 1997, section 4).
  const rho = Math.min(Math.max(law.rho, -1 / home, -1 / away), 1 / (home * away), 1);
  const moved = rho * home * away * out[0];
  out[0] -= moved;
  if (out.length > 1) out[1] += 2 * moved;
  if (out.length > 2) out[2] -= moved;
}

/**
 * Over and under chances around the mean of a total. `totals` are draws of the expected total, ascending, above 0; the
 * chances are their average (posterior predictive), the intervals their 5th and 95th percentiles.
 */
export function overUnder(law: TotalLaw, totals: Float64Array): OverUnder {
  const highest = totals[totals.length - 1];
  const dispersion = law.kind === 'negative-binomial' ? law.dispersion : 0;
  const reach = highest + 8 * Math.sqrt(highest + dispersion * highest * highest);
  const pmf = new Float64Array(Math.ceil(reach) + 12);
  const cdf = new Float64Array(pmf.length);
  const average = averageCdf(law, totals, pmf, cdf);
  const at = (mean: number): ((line: number) => number) => {
    fillTotalPmf(law, mean, pmf);
    const below = cumulative(pmf);
    return (line) => 1 - Math.min(1, below[Math.floor(line)]);
  };
  const lowest = Math.floor(TAIL * totals.length);
  const meanInterval = { lower: totals[lowest], upper: totals[totals.length - 1 - lowest] };
  const overLow = at(meanInterval.lower);
  const overHigh = at(meanInterval.upper);
  const lines = chooseLines(average.mean, average.over).map((line): OverUnderLine => {
    const over = average.over(line);
    const lower = Math.min(over, overLow(line));
    const upper = Math.max(over, overHigh(line));
    return { line, over, under: 1 - over, lower, upper, uncertainty: (upper - lower) / 2 };
  });
  return { lines, meanInterval, countInterval: countInterval(cdf) };
}

interface Average {
  mean: number;
  over(line: number): number;
}

/** Leaves the cumulative mass of the averaged distribution in `cdf`. */
function averageCdf(law: TotalLaw, totals: Float64Array, pmf: Float64Array, cdf: Float64Array): Average {
  const groups = Math.min(GROUPS, totals.length);
  const mixed = new Float64Array(pmf.length);
  let sum = 0;
  for (let group = 0; group < groups; group++) {
    const from = Math.floor((group * totals.length) / groups);
    const to = Math.floor(((group + 1) * totals.length) / groups);
    let part = 0;
    for (let i = from; i < to; i++) part += totals[i];
    sum += part;
    fillTotalPmf(law, part / (to - from), pmf);
    const share = (to - from) / totals.length;
    for (let k = 0; k < pmf.length; k++) mixed[k] += share * pmf[k];
  }
  cdf.set(cumulative(mixed));
  return { mean: sum / totals.length, over: (line) => 1 - Math.min(1, cdf[Math.floor(line)]) };
}

function cumulative(pmf: Float64Array): Float64Array {
  const below = new Float64Array(pmf.length);
  let sum = 0;
  for (let k = 0; k < pmf.length; k++) below[k] = sum += pmf[k];
  return below;
}

/** The half-integers whose outcome is least certain: at least three, up to five as long as they are worth asking for. */
function chooseLines(mean: number, over: (line: number) => number): number[] {
  const step = mean >= LARGE_TOTAL ? 2 : 1;
  const centre = Math.floor(mean) + 0.5;
  const candidates: { line: number; certainty: number }[] = [];
  for (let line = centre - 3 * step; line <= centre + 4 * step; line += step) {
    if (line > 0) candidates.push({ line, certainty: Math.max(over(line), 1 - over(line)) });
  }
  candidates.sort((a, b) => a.certainty - b.certainty || a.line - b.line);
  return candidates
    .slice(0, MOST_LINES)
    .filter(({ certainty }, place) => place < FEWEST_LINES || certainty < CERTAIN)
    .map(({ line }) => line)
    .toSorted((a, b) => a - b);
}

function countInterval(cdf: Float64Array): { lower: number; upper: number } {
  return { lower: cdf.findIndex((below) => below > TAIL), upper: cdf.findIndex((below) => below >= 1 - TAIL) };
}
