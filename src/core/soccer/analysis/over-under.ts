import { fillBinomialPmf } from '#core/stats/binomial.js';
import { fillNegativeBinomialPmf } from '#core/stats/negative-binomial.js';
import { fillPoissonPmf } from '#core/stats/poisson.js';

export type CountDistribution = 'dixon-coles' | 'negative-binomial' | 'poisson' | 'binomial';

/**
 * How both sides' total is distributed given its mean; the variance is mean + dispersion x mean^2 before the correction by
 * rho. Above 0 it is negative binomial, below 0 binomial. `dixon-coles`: `homeShare` (0 to 1) of the mean is the home
 * side's, and rho corrects the lowest scores.
 */
export type TotalLaw =
  | { kind: 'poisson' }
  | { kind: 'negative-binomial' | 'binomial'; dispersion: number }
  | { kind: 'dixon-coles'; rho: number; homeShare: number; dispersion?: number };

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

/** A binomial total has at least this many trials for each that is expected. */
const FEWEST_TRIALS = 4;
/** A dispersion nobody could tell from none. */
const NEGLIGIBLE = 1e-12;

/** Draws are averaged in groups of neighbours: the probability is all but straight over so short a way. */
const GROUPS = 60;

/** The law without rho of a total with this dispersion. */
export function dispersedLaw(dispersion: number): TotalLaw {
  if (dispersion === 0) return { kind: 'poisson' };
  return { kind: dispersion > 0 ? 'negative-binomial' : 'binomial', dispersion };
}

/**
 * Mass of the total at 0, 1, ... into `out`. For Dixon and Coles (1997, equation 4.2) with lambda mu = q mean^2 the sum over
 * each diagonal leaves the Poisson of the total, with c = rho q mean^2 exp(-mean) taken from 0 and 2 and given twice to 1;
 * a total with a dispersion is corrected in the same way.
 */
export function fillTotalPmf(law: TotalLaw, mean: number, out: Float64Array): void {
  fillDispersedPmf(dispersionOf(law), mean, out);
  if (law.kind !== 'dixon-coles') return;
  const home = mean * law.homeShare;
  const away = mean - home;
  // Outside this range a corrected score would be less than impossible (Dixon & Coles 1997, section 4).
  const rho = Math.min(Math.max(law.rho, -1 / home, -1 / away), 1 / (home * away), 1);
  const moved = rho * home * away * out[0];
  out[0] -= moved;
  if (out.length > 1) out[1] += 2 * moved;
  if (out.length > 2) out[2] -= moved;
}

/** 0 for a Poisson. */
export function dispersionOf(law: TotalLaw): number {
  return law.kind === 'poisson' ? 0 : (law.dispersion ?? 0);
}

function fillDispersedPmf(dispersion: number, mean: number, out: Float64Array): void {
  if (dispersion > 0) fillNegativeBinomialPmf(mean, dispersion, out);
  else if (dispersion > -NEGLIGIBLE) fillPoissonPmf(mean, out);
  else fillBinomialPmf(Math.max(Math.round(-1 / dispersion), FEWEST_TRIALS * Math.ceil(mean)), mean, out);
}

/** A total as it is expected before the match. */
export interface TotalForecast {
  mean: number;
  /** Probability of at most 0, 1, ... */
  cdf: Float64Array;
}

/**
 * Average over draws of the expected total (posterior predictive). `totals` are those draws, ascending, above 0.
 */
export function forecastTotal(law: TotalLaw, totals: Float64Array): TotalForecast {
  const highest = totals[totals.length - 1];
  const dispersion = Math.max(0, dispersionOf(law));
  const reach = highest + 8 * Math.sqrt(highest + dispersion * highest * highest);
  const pmf = new Float64Array(Math.ceil(reach) + 12);
  const mixed = new Float64Array(pmf.length);
  const groups = Math.min(GROUPS, totals.length);
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
  return { mean: sum / totals.length, cdf: cumulative(mixed) };
}

/** Over and under chances around the mean of a total; intervals are the 5th and 95th percentiles. `totals` as above. */
export function overUnder(law: TotalLaw, totals: Float64Array): OverUnder {
  const { mean, cdf } = forecastTotal(law, totals);
  const pmf = new Float64Array(cdf.length);
  const at = (total: number): ((line: number) => number) => {
    fillTotalPmf(law, total, pmf);
    const below = cumulative(pmf);
    return (line) => overLine(below, line);
  };
  const lowest = Math.floor(TAIL * totals.length);
  const meanInterval = { lower: totals[lowest], upper: totals[totals.length - 1 - lowest] };
  const overLow = at(meanInterval.lower);
  const overHigh = at(meanInterval.upper);
  const lines = chooseLines(mean, (line) => overLine(cdf, line)).map((line): OverUnderLine => {
    const over = overLine(cdf, line);
    const lower = Math.min(over, overLow(line));
    const upper = Math.max(over, overHigh(line));
    return { line, over, under: 1 - over, lower, upper, uncertainty: (upper - lower) / 2 };
  });
  return { lines, meanInterval, countInterval: countInterval(cdf) };
}

/** Chance of more than `line`, a half-integer above 0. */
export function overLine(cdf: Float64Array, line: number): number {
  const most = Math.floor(line);
  return most < cdf.length ? 1 - Math.min(1, cdf[most]) : 0;
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
