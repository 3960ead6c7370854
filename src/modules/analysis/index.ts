// Owns the analysis of one soccer match: samples, statistics, expected counts and over/under chances.
// Promises that nothing from the analysed kickoff onwards influences it, and the same answer to the same request on the same data.
// Listens to the feed: what was kept is forgotten when a match it was made from changes.
export { MatchAnalysisModule } from './match-analysis.module.js';
export { type AnalysisSubject, KeptAnalyses, type Urgency } from './kept-analyses.js';
export { AnalysisArgs, sampleRequestOf } from './match-analysis.input.js';
export { AnalysisMetricEnum, ConfidenceLevelEnum, CountDistributionEnum } from './match-analysis.enums.js';
export { MatchLoader } from './match.loader.js';
export { AnalysisModule } from './analysis.module.js';
export { AnalysisService, LARGEST_SAMPLE } from './analysis.service.js';
export type {
  Adjustment,
  AnalysedMatch,
  AnalysedTeam,
  AnalysedTournament,
  Expectation,
  ExpectedCounts,
  FormResult,
  HeadToHead,
  MatchAnalysis,
  MatchContext,
  MatchStatistics,
  MetricSides,
  OverUnderMarket,
  RefereeRecord,
  SampledMatch,
  SampleRequest,
  SampleVenue,
  TeamBadge,
  TeamContext,
  TeamStandingBefore,
  TeamStatistics,
} from './analysis.types.js';
export type { ConfidenceLevel } from '#core/soccer/analysis/confidence.js';
export type { ConsistencyRating } from '#core/soccer/analysis/consistency.js';
export { METRICS, type Metric, type PerMetric } from '#core/soccer/analysis/metric.js';
export type { MetricSummary } from '#core/soccer/analysis/metric-summary.js';
export type { CountDistribution, OverUnderLine } from '#core/soccer/analysis/over-under.js';
