import { ArgsType, Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { Invalid } from '#core/kernel/domain-error.js';
import { MATCH_STATUSES, type MatchStatus } from '#core/kernel/match-status.js';
import type { Page } from '#core/kernel/page.js';
import {
  AnalysisArgs,
  AnalysisMetricEnum,
  LARGEST_SAMPLE,
  type Metric,
  METRICS,
  sampleRequestOf,
} from '#modules/analysis/index.js';
import { MatchStatusEnum } from '#modules/matches/index.js';
import { type ConnectionArgs, pageOf } from '#platform/graphql/connection.js';
import { decodeCursor, encodeCursor } from '#platform/graphql/cursor.js';
import { LocalDate } from '#platform/graphql/local-date.scalar.js';
import { parseId } from '#platform/graphql/parse-id.js';
import type { Opportunity, OpportunityFilter, OpportunityQuery, OverUnderSide } from './opportunity.js';
import { OverUnderSideEnum } from './opportunity.object.js';
import type { RankingPosition } from './opportunity-ranking.js';

const DEFAULTS: Pick<OpportunityFilterInput, 'minProbability' | 'maxProbability' | 'minConfidence' | 'minSample'> &
  Partial<OpportunityFilterInput> = { minProbability: 0.6, maxProbability: 0.98, minConfidence: 0.65, minSample: 3 };

/** Matches in these states offer nothing: they are not played on the day. */
const OFF: readonly MatchStatus[] = ['postponed', 'cancelled'];
const TAKING_PLACE = new Set(MATCH_STATUSES.filter((status) => !OFF.includes(status)));

@InputType('LineRange', { description: 'Lines of one count.' })
export class LineRangeInput {
  @Field(() => AnalysisMetricEnum, { description: 'What is counted.' })
  metric: Metric;

  @Field(() => Float, { nullable: true, description: 'The lowest line; default any.' })
  min?: number | null;

  @Field(() => Float, { nullable: true, description: 'The highest line; default any.' })
  max?: number | null;
}

@InputType('OpportunityFilter', {
  description:
    'Which opportunities: those that meet every condition. An empty list of ids, states or counts leaves none.',
})
export class OpportunityFilterInput {
  @Field(() => [ID], { nullable: true, description: 'Matches of any of these competitions.' })
  competitionIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Matches of any of these tournaments.' })
  tournamentIds?: string[] | null;

  @Field(() => [MatchStatusEnum], {
    nullable: true,
    description: 'Matches in any of these states; default all but POSTPONED and CANCELLED.',
  })
  statuses?: MatchStatus[] | null;

  @Field(() => [AnalysisMetricEnum], { nullable: true, description: 'Totals of any of these counts.' })
  metrics?: Metric[] | null;

  @Field(() => OverUnderSideEnum, { nullable: true, description: 'Only this side of the lines.' })
  side?: OverUnderSide | null;

  @Field(() => [LineRangeInput], {
    nullable: true,
    description: 'Limits to the lines of some counts; those of counts not named here are not limited.',
  })
  lines?: LineRangeInput[] | null;

  @Field(() => Float, { defaultValue: DEFAULTS.minProbability, description: 'The least probability, 0 to 1.' })
  minProbability: number;

  @Field(() => Float, {
    defaultValue: DEFAULTS.maxProbability,
    description: 'The greatest probability, 0 to 1: what is all but certain is worth nothing.',
  })
  maxProbability: number;

  @Field(() => Float, { defaultValue: DEFAULTS.minConfidence, description: 'The least confidence, 0 to 1.' })
  minConfidence: number;

  @Field(() => Int, { defaultValue: DEFAULTS.minSample, description: 'The least number of matches in both samples.' })
  minSample: number;

  @Field(() => Float, {
    nullable: true,
    description: 'The greatest coefficient of variation of what either team did; default any, known or not.',
  })
  maxCv?: number | null;
}

@ArgsType()
export class OpportunitySearchArgs extends AnalysisArgs {
  @Field(() => LocalDate, { description: 'Day of the kickoffs in America/Sao_Paulo.' })
  date: string;

  @Field(() => OpportunityFilterInput, {
    nullable: true,
    description: 'Which opportunities; default those of its defaults.',
  })
  filter?: OpportunityFilterInput | null;
}

/** Throws Invalid (BAD_USER_INPUT) for ids that are none, and for limits outside their range. */
export function opportunityQuery(args: OpportunitySearchArgs): OpportunityQuery {
  return { date: args.date, sample: sampleRequestOf(args), filter: opportunityFilter(args.filter) };
}

/** Throws Invalid (BAD_USER_INPUT) for a cursor that is none. */
export function rankingPage(args: ConnectionArgs): Page<RankingPosition> {
  return pageOf(args, (cursor, argument) => decodeCursor(cursor, argument, rankingPosition));
}

export function opportunityCursor(of: Opportunity): string {
  const { score, probability, confidence, kickoffAt, matchId, metric, line, side } = of;
  return encodeCursor([score, probability, confidence, kickoffAt, matchId, metric, line, side]);
}

function rankingPosition(parts: readonly unknown[]): RankingPosition | undefined {
  const [score, probability, confidence, kickoffAt, matchId, metric, line, side] = parts;
  const numbers = [score, probability, confidence, matchId, line].every((part) => typeof part === 'number');
  const names = METRICS.includes(metric as Metric) && (side === 'over' || side === 'under');
  if (!numbers || !names || typeof kickoffAt !== 'string') return undefined;
  return { score, probability, confidence, kickoffAt, matchId, metric, line, side } as RankingPosition;
}

function opportunityFilter(input: OpportunityFilterInput | null | undefined): OpportunityFilter {
  const { competitionIds, tournamentIds, statuses, metrics, side, lines, maxCv, ...limits } = input ?? DEFAULTS;
  const share = (name: 'minProbability' | 'maxProbability' | 'minConfidence') => within(name, limits[name], 1);
  return {
    ...(competitionIds ? { competitionIds: idSet(competitionIds, 'filter.competitionIds') } : {}),
    ...(tournamentIds ? { tournamentIds: idSet(tournamentIds, 'filter.tournamentIds') } : {}),
    statuses: statuses ? new Set(statuses) : TAKING_PLACE,
    ...(metrics ? { metrics: new Set(metrics) } : {}),
    ...(side ? { side } : {}),
    lines: (lines ?? []).map(({ metric, min, max }) => ({ metric, min: min ?? -Infinity, max: max ?? Infinity })),
    minProbability: share('minProbability'),
    maxProbability: share('maxProbability'),
    minConfidence: share('minConfidence'),
    minSample: within('minSample', limits.minSample, LARGEST_SAMPLE),
    ...(maxCv === undefined || maxCv === null ? {} : { maxCv: within('maxCv', maxCv, Infinity) }),
  };
}

function idSet(ids: readonly string[], argument: string): Set<number> {
  return new Set(ids.map((id) => parseId(id, argument)));
}

function within(name: keyof OpportunityFilterInput, value: number, max: number): number {
  if (value >= 0 && value <= max) return value;
  const range = max === Infinity ? 'at least 0' : `from 0 to ${max}`;
  throw new Invalid(`filter.${name}`, `${name} is ${value}, and it must be ${range}`, 'BAD_USER_INPUT');
}
