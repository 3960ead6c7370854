import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  AnalysisMetricEnum,
  type ConfidenceLevel,
  ConfidenceLevelEnum,
  type CountDistribution,
  CountDistributionEnum,
  type Metric,
} from '#modules/analysis/index.js';
import { type StatPeriod, StatPeriodEnum } from '#modules/matches/index.js';
import { PageInfoObject } from '#platform/graphql/connection.js';
import { countedByConnection, listOf } from '#platform/graphql/query-cost.js';
import type { SearchStep } from './opportunities.service.js';
import type { Opportunity, OverUnderSide } from './opportunity.js';

export const OverUnderSideEnum = { OVER: 'over', UNDER: 'under' } as const satisfies {
  [S in OverUnderSide as Uppercase<S>]: S;
};

registerEnumType(OverUnderSideEnum, {
  name: 'OverUnderSide',
  description: 'Which side of a line.',
  valuesMap: { OVER: { description: 'More than the line.' }, UNDER: { description: 'Fewer than the line.' } },
});

@ObjectType('Opportunity', {
  description: 'One side of one line of a match: how likely it is, and how well that is known.',
})
export class OpportunityObject implements Omit<Opportunity, 'kickoffAt' | 'level'> {
  matchId: number;

  @Field(() => AnalysisMetricEnum, { description: 'What is counted, of both sides together.' })
  metric: Metric;

  @Field(() => StatPeriodEnum, { description: 'What it is counted in.' })
  period: StatPeriod;

  @Field(() => OverUnderSideEnum, { description: 'Which side of the line.' })
  side: OverUnderSide;

  @Field(() => Float, { description: 'Half a count more than a whole number.' })
  line: number;

  @Field(() => Float, { description: 'Probability of this side.' })
  probability: number;

  @Field(() => Float, { description: 'Lower end of the 90 % interval of `probability`.' })
  lower: number;

  @Field(() => Float, { description: 'Upper end of the 90 % interval of `probability`.' })
  upper: number;

  @Field(() => Float, { description: 'Expected total.' })
  expected: number;

  @Field(() => CountDistributionEnum, { description: 'How the total is distributed given its mean.' })
  distribution: CountDistribution;

  @Field(() => Float, { description: 'How well `expected` is known, 0.05 to 0.95.' })
  confidence: number;

  @Field(() => ConfidenceLevelEnum, { name: 'confidenceLevel', description: 'Class of `confidence`.' })
  level: ConfidenceLevel;

  @Field(() => Float, {
    nullable: true,
    description:
      'The larger coefficient of variation of what the two teams did from match to match; null when one has none.',
  })
  cv: number | null;

  @Field(() => Int, { description: 'Matches in the smaller of the two samples.' })
  sampleSize: number;

  @Field(() => Float, { description: 'confidence × probability, by which opportunities are ranked.' })
  score: number;
}

@ObjectType('OpportunityEdge', { description: 'An opportunity in the ranking.' })
export class OpportunityEdgeObject {
  @Field(() => String, { description: 'Place in the ranking; opaque.' })
  cursor: string;

  @Field(() => OpportunityObject, { description: 'The opportunity.' })
  node: OpportunityObject;
}

@ObjectType('OpportunityConnection', { description: 'A page of the ranking of a day.' })
export class OpportunityConnectionObject {
  @Field(() => [OpportunityEdgeObject], {
    description: 'The opportunities of the page.',
    complexity: countedByConnection,
  })
  edges: OpportunityEdgeObject[];

  @Field(() => PageInfoObject, { description: 'Where the page lies in the ranking.' })
  pageInfo: PageInfoObject;

  @Field(() => Int, { description: 'Number of opportunities in the whole ranking.' })
  totalCount: number;

  @Field(() => Int, { description: 'Matches that were looked at.' })
  matches: number;

  @Field(() => Int, {
    description: 'Matches that could not be analysed because a provider does not answer; later they may be.',
  })
  failed: number;

  @Field(() => Int, { description: 'Those of them that have an opportunity.' })
  matchesWithOpportunities: number;
}

const USUAL_FIND = 20;

@ObjectType('OpportunitySearchStep', {
  description: 'How far a search has come, and what it found since the step before.',
})
export class OpportunitySearchStepObject implements SearchStep {
  @Field(() => Int, { description: 'Matches analysed so far.' })
  done: number;

  @Field(() => Int, { description: 'Matches the search looks at; the last step has `done` = `total`.' })
  total: number;

  @Field(() => Int, {
    description: 'Of those analysed so far, how many could not be because a provider does not answer.',
  })
  failed: number;

  @Field(() => [OpportunityObject], {
    description: 'Opportunities of the matches analysed since the step before, in the order of the ranking.',
    complexity: listOf(USUAL_FIND),
  })
  found: Opportunity[];
}
