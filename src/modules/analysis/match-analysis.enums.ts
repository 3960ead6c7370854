import { registerEnumType } from '@nestjs/graphql';
import type { ConfidenceLevel } from '#core/soccer/analysis/confidence.js';
import type { ConsistencyRating } from '#core/soccer/analysis/consistency.js';
import type { Metric } from '#core/soccer/analysis/metric.js';
import type { CountDistribution } from '#core/soccer/analysis/over-under.js';
import type { Adjustment } from './analysis.types.js';

/** What a value of the domain is called in the schema; one that has no name there does not compile. */
type NameOf<Value extends string> = Value extends `${infer Word}-${infer Rest}`
  ? `${Uppercase<Word>}_${NameOf<Rest>}`
  : Uppercase<Value>;

export const AnalysisMetricEnum = {
  GOALS: 'goals',
  CORNERS: 'corners',
  SHOTS: 'shots',
  SHOTS_ON_TARGET: 'shotsOnTarget',
  YELLOW_CARDS: 'yellowCards',
  FOULS: 'fouls',
} as const satisfies Record<string, Metric>;

registerEnumType(AnalysisMetricEnum, {
  name: 'AnalysisMetric',
  description: 'What is counted of each side in a soccer match.',
  valuesMap: {
    GOALS: { description: 'Goals.' },
    CORNERS: { description: 'Corner kicks.' },
    SHOTS: { description: 'Shots.' },
    SHOTS_ON_TARGET: { description: 'Shots on target.' },
    YELLOW_CARDS: { description: 'Yellow cards.' },
    FOULS: { description: 'Fouls committed.' },
  },
});

export const ConsistencyRatingEnum = {
  VERY_STABLE: 'very-stable',
  STABLE: 'stable',
  MODERATE: 'moderate',
  UNSTABLE: 'unstable',
  VERY_UNSTABLE: 'very-unstable',
} as const satisfies { [R in ConsistencyRating as NameOf<R>]: R };

registerEnumType(ConsistencyRatingEnum, {
  name: 'ConsistencyRating',
  description: 'How little a count varies from match to match, by its coefficient of variation.',
  valuesMap: {
    VERY_STABLE: { description: 'Below 0.15.' },
    STABLE: { description: 'From 0.15.' },
    MODERATE: { description: 'From 0.3.' },
    UNSTABLE: { description: 'From 0.5.' },
    VERY_UNSTABLE: { description: 'From 0.75.' },
  },
});

export const ConfidenceLevelEnum = {
  HIGH: 'high',
  MEDIUM: 'medium',
  LOW: 'low',
} as const satisfies { [L in ConfidenceLevel as NameOf<L>]: L };

registerEnumType(ConfidenceLevelEnum, {
  name: 'ConfidenceLevel',
  description: 'How well an expected value is known.',
  valuesMap: {
    HIGH: { description: 'Confidence from 0.7.' },
    MEDIUM: { description: 'Confidence from 0.5.' },
    LOW: { description: 'Confidence below 0.5.' },
  },
});

export const CountDistributionEnum = {
  POISSON: 'poisson',
  NEGATIVE_BINOMIAL: 'negative-binomial',
  BINOMIAL: 'binomial',
  DIXON_COLES: 'dixon-coles',
} as const satisfies { [D in CountDistribution as NameOf<D>]: D };

registerEnumType(CountDistributionEnum, {
  name: 'CountDistribution',
  description: 'How both sides’ total is distributed, given its mean.',
  valuesMap: {
    POISSON: { description: 'Poisson: variance equal to the mean.' },
    NEGATIVE_BINOMIAL: { description: 'Negative binomial: variance mean + dispersion × mean².' },
    BINOMIAL: { description: 'Binomial: as the negative binomial, with a dispersion below 0.' },
    DIXON_COLES: { description: 'Two Poisson sides with the low scores corrected (Dixon and Coles, 1997).' },
  },
});

export const AnalysisAdjustmentEnum = {
  FULL_TIME_FALLBACK: 'full-time-fallback',
  SEASON_TOTALS: 'season-totals',
  STALE_DATA: 'stale-data',
  REDUCED_SAMPLE: 'reduced-sample',
  OPPONENTS: 'opponents',
  REFEREE: 'referee',
} as const satisfies { [A in Adjustment as NameOf<A>]: A };

registerEnumType(AnalysisAdjustmentEnum, {
  name: 'AnalysisAdjustment',
  description: 'What changed the numbers of an analysis besides the sample itself.',
  valuesMap: {
    FULL_TIME_FALLBACK: {
      description: 'A half was asked for, and a metric counts whole matches because some match tells no more.',
    },
    SEASON_TOTALS: { description: 'A team without a usable match is known by the totals of its season.' },
    STALE_DATA: { description: 'Something is older than allowed, because the provider does not answer.' },
    REDUCED_SAMPLE: { description: 'Matches were left out because the provider did not tell their statistics.' },
    OPPONENTS: { description: 'Expected values allow for the strength of the teams in the sample.' },
    REFEREE: { description: 'Expected cards and fouls allow for the referee.' },
  },
});
