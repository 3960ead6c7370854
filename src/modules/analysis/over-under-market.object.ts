import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { ConfidenceLevel } from '#core/soccer/analysis/confidence.js';
import type { Metric } from '#core/soccer/analysis/metric.js';
import type { CountDistribution, OverUnderLine } from '#core/soccer/analysis/over-under.js';
import { type StatPeriod, StatPeriodEnum } from '#modules/matches/index.js';
import { listOf } from '#platform/graphql/query-cost.js';
import { AnalysisMetricEnum, ConfidenceLevelEnum, CountDistributionEnum } from './match-analysis.enums.js';

export const USUAL_LINES = 5;

@ObjectType('OverUnderLine', { description: 'Chances of a total against one line; over + under = 1, not rounded.' })
export class OverUnderLineObject implements OverUnderLine {
  @Field(() => Float, { description: 'Half a count more than a whole number, so that nobody gets the stake back.' })
  line: number;

  @Field(() => Float, { description: 'Probability of more.' })
  over: number;

  @Field(() => Float, { description: 'Probability of fewer.' })
  under: number;

  @Field(() => Float, { description: 'Lower end of the 90 % interval of `over`.' })
  lower: number;

  @Field(() => Float, { description: 'Upper end of the 90 % interval of `over`.' })
  upper: number;

  @Field(() => Float, { description: 'Half the width of that interval.' })
  uncertainty: number;
}

@ObjectType('ValueInterval', { description: 'An interval of an expected value.' })
export class ValueIntervalObject {
  @Field(() => Float, { description: 'Lower end.' })
  lower: number;

  @Field(() => Float, { description: 'Upper end.' })
  upper: number;
}

@ObjectType('CountInterval', { description: 'An interval of a count, ends included.' })
export class CountIntervalObject {
  @Field(() => Int, { description: 'Lower end.' })
  lower: number;

  @Field(() => Int, { description: 'Upper end.' })
  upper: number;
}

@ObjectType('OverUnderMarket', { description: 'The distribution of both sides’ total, and its chances.' })
export class OverUnderMarketObject {
  @Field(() => AnalysisMetricEnum, { description: 'What is counted.' })
  metric: Metric;

  @Field(() => StatPeriodEnum, { description: 'What it is counted in.' })
  period: StatPeriod;

  @Field(() => CountDistributionEnum, { description: 'How the total is distributed given its mean.' })
  distribution: CountDistribution;

  @Field(() => Float, {
    description: 'Of the total: variance mean + dispersion × mean²; below 0 where it varies less than a Poisson.',
  })
  dispersion: number;

  @Field(() => Float, { description: 'Expected total.' })
  mean: number;

  @Field(() => ValueIntervalObject, { description: '90 % interval of the expected total.' })
  meanInterval: ValueIntervalObject;

  @Field(() => CountIntervalObject, { description: 'Counts with at least 90 % of the probability between them.' })
  countInterval: CountIntervalObject;

  @Field(() => Float, { description: 'How well `mean` is known, 0.05 to 0.95.' })
  confidence: number;

  @Field(() => ConfidenceLevelEnum, { description: 'Class of `confidence`.' })
  confidenceLevel: ConfidenceLevel;

  @Field(() => [OverUnderLineObject], {
    description: 'The three to five lines that are least certain, the lowest first.',
    complexity: listOf(USUAL_LINES),
  })
  lines: OverUnderLineObject[];
}
