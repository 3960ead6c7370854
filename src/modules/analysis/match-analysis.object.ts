import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { type StatPeriod, StatPeriodEnum } from '#modules/matches/index.js';
import { listOf } from '#platform/graphql/query-cost.js';
import {
  AnalysisContextObject,
  HeadToHeadObject,
  RefereeRecordObject,
  TeamSampleObject,
} from './analysis-context.object.js';
import type { ConfidenceLevel } from '#core/soccer/analysis/confidence.js';
import type { ConsistencyRating } from '#core/soccer/analysis/consistency.js';
import { METRICS, type Metric } from '#core/soccer/analysis/metric.js';
import type { MetricSummary } from '#core/soccer/analysis/metric-summary.js';
import { AnalysisMetricEnum, ConfidenceLevelEnum, ConsistencyRatingEnum } from './match-analysis.enums.js';
import { OverUnderMarketObject } from './over-under-market.object.js';

const eachMetric = listOf(METRICS.length);

@ObjectType('MetricSummary', { description: 'What a sample says of one count, later matches weighing more.' })
export class MetricSummaryObject implements MetricSummary {
  @Field(() => Float, { nullable: true, description: 'Weighted mean per match; null when no match tells.' })
  mean: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Coefficient of variation from match to match; null with fewer than two matches, or a mean of 0.',
  })
  cv: number | null;

  @Field(() => ConsistencyRatingEnum, { nullable: true, description: 'Rating of `cv`; null like it.' })
  rating: ConsistencyRating | null;

  @Field(() => Int, { description: '`cv` as a number from 100, always the same, to 0.' })
  stability: number;

  @Field(() => Int, { description: 'Matches of the sample in which the count is known.' })
  observations: number;
}

@ObjectType('MetricStatistics', { description: 'One count of a team’s sample.' })
export class MetricStatisticsObject {
  @Field(() => AnalysisMetricEnum, { description: 'What is counted.' })
  metric: Metric;

  @Field(() => StatPeriodEnum, {
    description: 'What it is counted in: as asked for, or FULL when some match of the samples knows no halves.',
  })
  period: StatPeriod;

  @Field(() => MetricSummaryObject, { description: 'What the team did.' })
  for: MetricSummaryObject;

  @Field(() => MetricSummaryObject, { description: 'What was done to it.' })
  against: MetricSummaryObject;
}

@ObjectType('ExpectedCounts', { description: 'Expected values of one count, not rounded: home + away = total.' })
export class ExpectedCountsObject {
  @Field(() => AnalysisMetricEnum, { description: 'What is counted.' })
  metric: Metric;

  @Field(() => Float, { description: 'Of the home side.' })
  home: number;

  @Field(() => Float, { description: 'Of the away side.' })
  away: number;

  @Field(() => Float, { description: 'Of both sides together.' })
  total: number;

  @Field(() => Float, {
    description: 'One minus the half-width of the 90 % interval of `total` relative to it; 0.05 to 0.95.',
  })
  confidence: number;

  @Field(() => ConfidenceLevelEnum, { description: 'Class of `confidence`.' })
  confidenceLevel: ConfidenceLevel;
}

@ObjectType('MatchAnalysis', {
  description:
    'A soccer match through the recent past of its teams. Nothing from its kickoff onwards is in it, and the same ' +
    'question on the same data has the same answer.',
})
export class MatchAnalysisObject {
  @Field(() => Int, { description: 'Matches in the smaller of the two samples; may be 0.' })
  sampleSize: number;

  @Field(() => Boolean, { description: 'Each side has at least 3 matches.' })
  enoughMatches: boolean;

  @Field(() => [MetricStatisticsObject], { description: 'What the home team’s sample says.', complexity: eachMetric })
  home: MetricStatisticsObject[];

  @Field(() => [MetricStatisticsObject], { description: 'What the away team’s sample says.', complexity: eachMetric })
  away: MetricStatisticsObject[];

  @Field(() => TeamSampleObject, { description: 'The home team’s matches that were looked at.' })
  homeSample: TeamSampleObject;

  @Field(() => TeamSampleObject, { description: 'The away team’s matches that were looked at.' })
  awaySample: TeamSampleObject;

  @Field(() => [ExpectedCountsObject], { description: 'What is expected of the match.', complexity: eachMetric })
  expected: ExpectedCountsObject[];

  @Field(() => [OverUnderMarketObject], {
    description: 'Chances of both sides’ totals around their expected values.',
    complexity: eachMetric,
  })
  overUnder: OverUnderMarketObject[];

  @Field(() => AnalysisContextObject, { description: 'Rest, the table, and what the numbers allow for.' })
  context: AnalysisContextObject;

  @Field(() => HeadToHeadObject, { nullable: true, description: 'Earlier meetings; null when there was none.' })
  headToHead: HeadToHeadObject | null;

  @Field(() => RefereeRecordObject, { nullable: true, description: 'The referee so far; null when nobody is named.' })
  referee: RefereeRecordObject | null;
}
