import type { Metric, PerMetric } from './metric.js';

/** What is known of a count before a league has told anything. */
export interface CountTraits {
  /** Whole-match means of the two sides. */
  home: number;
  away: number;
  /** Part of it that falls in the first half, 0 to 1. */
  firstHalfShare: number;
  /** Variance between the teams of one league of what they do, as a ratio to the league's mean. */
  attackVariance: number;
  /** The same of what is done to them. */
  defenceVariance: number;
  /** Correlation of the two between teams. */
  sideCorrelation: number;
  /** Mean ratio of teams that were not in the competition the season before. */
  newcomerAttack: number;
  newcomerDefence: number;
  /** Over-dispersion of one side's count given both teams: variance = mean + dispersion x mean^2. */
  sideDispersion: number;
  /** The same of both sides' total, which is smaller where the sides take from each other; may be below 0. */
  totalDispersion: number;
  /** Standard deviation of that between leagues and times; 0 where none was found. */
  dispersionSpread: number;
  /**
   * What squared deviations from fitted ratios show too much of it: ratios move within the years they are fitted to, which a
   * forecast's own uncertainty allows for already.
   */
  missedByRatios: number;
  /** Variance between referees of the total's ratio to the league's mean; 0 where they make no difference. */
  refereeVariance: number;
}

/**
 * Estimated on league seasons, see docs/adr/0007-match-analysis.md, which names the matches and methods.
 * Dispersions do not depend on the period: a half of a negative binomial match has the same one.
 */
export const COUNT_TRAITS: PerMetric<CountTraits> = {
  goals: {
    home: 1.522,
    away: 1.143,
    firstHalfShare: 0.438,
    attackVariance: 0.072,
    defenceVariance: 0.0387,
    sideCorrelation: -0.8,
    newcomerAttack: 0.803,
    newcomerDefence: 1.169,
    sideDispersion: 0,
    totalDispersion: -0.0116,
    dispersionSpread: 0,
    missedByRatios: 0.009,
    refereeVariance: 0,
  },
  corners: {
    home: 5.732,
    away: 4.512,
    firstHalfShare: 0.47,
    attackVariance: 0.0205,
    defenceVariance: 0.0202,
    sideCorrelation: -0.8,
    newcomerAttack: 0.916,
    newcomerDefence: 1.092,
    sideDispersion: 0.0564,
    totalDispersion: 0.0117,
    dispersionSpread: 0.0028,
    missedByRatios: 0.0031,
    refereeVariance: 0,
  },
  shots: {
    home: 13.925,
    away: 11.175,
    firstHalfShare: 0.47,
    attackVariance: 0.0234,
    defenceVariance: 0.0218,
    sideCorrelation: -0.4,
    newcomerAttack: 0.892,
    newcomerDefence: 1.105,
    sideDispersion: 0.022,
    totalDispersion: 0.0011,
    dispersionSpread: 0.0021,
    missedByRatios: 0.0052,
    refereeVariance: 0,
  },
  shotsOnTarget: {
    home: 5.395,
    away: 4.266,
    firstHalfShare: 0.47,
    attackVariance: 0.0372,
    defenceVariance: 0.0248,
    sideCorrelation: -0.79,
    newcomerAttack: 0.85,
    newcomerDefence: 1.119,
    sideDispersion: 0.01,
    totalDispersion: 0.0079,
    dispersionSpread: 0.0061,
    missedByRatios: 0.0044,
    refereeVariance: 0,
  },
  yellowCards: {
    home: 1.689,
    away: 2.008,
    firstHalfShare: 0.35,
    attackVariance: 0.0087,
    defenceVariance: 0.0121,
    sideCorrelation: -0.15,
    newcomerAttack: 1.032,
    newcomerDefence: 0.927,
    sideDispersion: 0,
    totalDispersion: -0.023,
    dispersionSpread: 0.0206,
    missedByRatios: 0.0113,
    refereeVariance: 0.0073,
  },
  fouls: {
    home: 14.004,
    away: 14.634,
    firstHalfShare: 0.48,
    attackVariance: 0.0077,
    defenceVariance: 0.0066,
    sideCorrelation: 0,
    newcomerAttack: 1.019,
    newcomerDefence: 0.987,
    sideDispersion: 0.0023,
    totalDispersion: 0.0041,
    dispersionSpread: 0.0036,
    missedByRatios: 0.0055,
    refereeVariance: 0.0029,
  },
};

/** Correlation of a team's true ratio from one season to the next. */
export const SEASON_CARRY = 0.75;

export type CountPeriod = 'full' | 'first_half' | 'second_half';

/** Mean counts of the two sides in a period, before a league has told anything. */
export function usualMeans(metric: Metric, period: CountPeriod): { home: number; away: number } {
  const { home, away, firstHalfShare } = COUNT_TRAITS[metric];
  const share = period === 'full' ? 1 : period === 'first_half' ? firstHalfShare : 1 - firstHalfShare;
  return { home: home * share, away: away * share };
}
