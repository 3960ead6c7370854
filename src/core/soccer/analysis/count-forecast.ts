import type { Random } from '#core/kernel/random.js';
import { bucketSort } from '#core/stats/bucket-sort.js';
import type { LeagueCounts } from './league-counts.js';
import { afterMatches, type TeamStrength, type TeamSums } from './team-strength.js';

/** One count of one match of a team's sample; null means unknown. */
export interface SampledCount {
  atHome: boolean;
  opponent: number;
  /** Above 0, at most 1. */
  weight: number;
  own: number | null;
  other: number | null;
}

export interface FixtureSamples {
  home: number;
  away: number;
  homeSample: readonly SampledCount[];
  awaySample: readonly SampledCount[];
}

/**
 * Posterior of a fixture's expected counts, log-normal: `homeSpread` and `awaySpread` are the standard deviations of the
 * logarithms from what is not known of the teams, `correlation` is between those two, and `sharedSpread` comes from what
 * moves both sides alike (league, referee).
 */
export interface CountForecast {
  home: number;
  away: number;
  homeSpread: number;
  awaySpread: number;
  /** -1 to 1. */
  correlation: number;
  sharedSpread: number;
}

/**
 * Expected counts of a fixture: league mean of the side x what the team does x what is done to its opponent. Both ratios start
 * from earlier seasons and learn from the samples, where a match is compared with what an average team would have done at
 * that venue against that opponent. Products are matched to log-normals in mean and variance.
 */
export function forecastCounts(
  league: LeagueCounts,
  { home, away, homeSample, awaySample }: FixtureSamples,
  sideDispersion: number,
): CountForecast {
  const spread = 1 + (sideDispersion * (league.homeMean + league.awayMean)) / 2;
  const homeTeam = strengthAfter(league, home, homeSample, spread);
  const awayTeam = strengthAfter(league, away, awaySample, spread);
  const { referee } = league;
  const refereeRatio = referee ? referee.shape / referee.rate : 1;
  const homeVariance = attackLogVariance(homeTeam) + defenceLogVariance(awayTeam);
  const awayVariance = attackLogVariance(awayTeam) + defenceLogVariance(homeTeam);
  const together = relativeCovariance(homeTeam) + relativeCovariance(awayTeam);
  return {
    home: league.homeMean * homeTeam.attack * awayTeam.defence * refereeRatio,
    away: league.awayMean * awayTeam.attack * homeTeam.defence * refereeRatio,
    homeSpread: Math.sqrt(homeVariance),
    awaySpread: Math.sqrt(awayVariance),
    correlation: Math.max(-1, Math.min(1, together / Math.sqrt(homeVariance * awayVariance))),
    sharedSpread: Math.sqrt(Math.log1p(league.meanVariance) + (referee ? Math.log1p(1 / referee.shape) : 0)),
  };
}

/** Variance of the logarithm of the log-normal that has the same mean and variance. */
function attackLogVariance({ attack, attackVariance }: TeamStrength): number {
  return Math.log1p(attackVariance / (attack * attack));
}

function defenceLogVariance({ defence, defenceVariance }: TeamStrength): number {
  return Math.log1p(defenceVariance / (defence * defence));
}

/** Covariance of the logarithms, to the first order. */
function relativeCovariance({ attack, defence, covariance }: TeamStrength): number {
  return covariance / (attack * defence);
}

function strengthAfter(
  league: LeagueCounts,
  team: number,
  sample: readonly SampledCount[],
  spread: number,
): TeamStrength {
  const sums: TeamSums = { done: 0, doneExpected: 0, suffered: 0, sufferedExpected: 0 };
  for (const { atHome, opponent, weight, own, other } of sample) {
    const share = weight / spread;
    if (own !== null) {
      sums.done += share * own;
      sums.doneExpected += share * (atHome ? league.homeMean : league.awayMean) * league.defence(opponent);
    }
    if (other !== null) {
      sums.suffered += share * other;
      sums.sufferedExpected += share * (atHome ? league.awayMean : league.homeMean) * league.attack(opponent);
    }
  }
  return afterMatches(league.prior(team), sums);
}

/**
 * Standard normal numbers, three for each pair of draws of a posterior: one with these numbers, one with their negatives
 * (antithetic variates, Hammersley & Morton 1956). The metrics of one analysis use the same ones.
 */
export interface StandardDraws {
  home: Float64Array;
  away: Float64Array;
  shared: Float64Array;
}

/** For `count` draws, an even number. */
export function standardDraws(random: Random, count: number): StandardDraws {
  const column = (label: string): Float64Array => {
    const stream = random.fork(label);
    const draws = new Float64Array(count / 2);
    // Two variates of one pair of numbers (Box & Muller 1958); 1 - u is never 0.
    for (let i = 0; i < draws.length; i += 2) {
      const radius = Math.sqrt(-2 * Math.log(1 - stream.next()));
      const angle = 2 * Math.PI * stream.next();
      draws[i] = radius * Math.cos(angle);
      if (i + 1 < draws.length) draws[i + 1] = radius * Math.sin(angle);
    }
    return draws;
  };
  return { home: column('home'), away: column('away'), shared: column('shared') };
}

/** Expected totals drawn from the posterior, ascending. */
export function drawTotals(forecast: CountForecast, draws: StandardDraws): Float64Array {
  const { home, away, homeSpread, awaySpread, correlation, sharedSpread } = forecast;
  const rest = Math.sqrt(1 - correlation * correlation);
  // A log-normal has the mean exp(mu + sigma^2 / 2).
  const shared = sharedSpread * sharedSpread;
  const homeMedian = home * Math.exp(-(homeSpread * homeSpread + shared) / 2);
  const awayMedian = away * Math.exp(-(awaySpread * awaySpread + shared) / 2);
  const pairs = draws.home.length;
  const totals = new Float64Array(2 * pairs);
  for (let i = 0; i < pairs; i++) {
    const both = sharedSpread * draws.shared[i];
    const homeFactor = Math.exp(homeSpread * draws.home[i] + both);
    const awayFactor = Math.exp(awaySpread * (correlation * draws.home[i] + rest * draws.away[i]) + both);
    totals[2 * i] = homeMedian * homeFactor + awayMedian * awayFactor;
    totals[2 * i + 1] = homeMedian / homeFactor + awayMedian / awayFactor;
  }
  return bucketSort(totals);
}

/** 90 % of a normal distribution lies within this many standard deviations. */
const NORMAL_90 = 1.6448536269514722;

/** Central 90 % interval of one side's expected count. */
export function sideInterval(mean: number, sideSpread: number, sharedSpread: number): { lower: number; upper: number } {
  const variance = sideSpread * sideSpread + sharedSpread * sharedSpread;
  const centre = Math.log(mean) - variance / 2;
  const reach = NORMAL_90 * Math.sqrt(variance);
  return { lower: Math.exp(centre - reach), upper: Math.exp(centre + reach) };
}
