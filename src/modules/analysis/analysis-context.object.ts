import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { listOf } from '#platform/graphql/query-cost.js';
import type { Adjustment, HeadToHead, RefereeRecord, TeamContext, TeamStandingBefore } from './analysis.types.js';
import { AnalysisAdjustmentEnum } from './match-analysis.enums.js';
import { LocalDate } from '#platform/graphql/local-date.scalar.js';

const USUAL_SAMPLE = 10;

@ObjectType('SampledMatch', { description: 'A match that an analysis looked at.' })
export class SampledMatchObject {
  @Field(() => LocalDate, { description: 'Day of its kickoff in America/Sao_Paulo.' })
  date: string;

  @Field(() => Float, { description: 'How much it counts: exp(-0.0065 × days before the analysed kickoff).' })
  weight: number;

  matchId: number;
}

@ObjectType('TeamSample', { description: 'The matches of one team that an analysis looked at.' })
export class TeamSampleObject {
  @Field(() => Int, { description: 'How many they are.' })
  size: number;

  @Field(() => String, { description: 'Their results, one of W, D and L each, the latest last.' })
  form: string;

  @Field(() => [SampledMatchObject], { description: 'The latest first.', complexity: listOf(USUAL_SAMPLE) })
  matches: SampledMatchObject[];
}

@ObjectType('StandingBefore', { description: 'A place in the table at the kickoff of the analysed match.' })
export class StandingBeforeObject implements TeamStandingBefore {
  @Field(() => Int, { description: 'From 1.' })
  position: number;

  @Field(() => Int, { description: 'Points.' })
  points: number;

  @Field(() => Int, { description: 'Matches played.' })
  played: number;

  @Field(() => Int, { description: 'Goals for less goals against.' })
  goalDifference: number;
}

@ObjectType('TeamContext', { description: 'How a team comes into the match.' })
export class TeamContextObject implements TeamContext {
  @Field(() => Int, { nullable: true, description: 'Days since its last match in any competition; null without one.' })
  restDays: number | null;

  @Field(() => Int, { description: 'Its matches of any competition in the 7 days before.' })
  matchesIn7Days: number;

  @Field(() => Int, { description: 'Its matches of any competition in the 14 days before.' })
  matchesIn14Days: number;

  @Field(() => StandingBeforeObject, {
    nullable: true,
    description: 'Its place in the tournament’s table; null before the first result, and for a friendly.',
  })
  standing: StandingBeforeObject | null;
}

@ObjectType('AnalysisContext', { description: 'What surrounds the match.' })
export class AnalysisContextObject {
  @Field(() => TeamContextObject, { description: 'The home team.' })
  home: TeamContextObject;

  @Field(() => TeamContextObject, { description: 'The away team.' })
  away: TeamContextObject;

  @Field(() => String, { nullable: true, description: 'Name of the competition’s stage, when a provider tells it.' })
  stage: string | null;

  @Field(() => [AnalysisAdjustmentEnum], { description: 'What changed the numbers besides the samples.' })
  adjustments: Adjustment[];
}

@ObjectType('HeadToHead', { description: 'All earlier meetings of both teams, in any competition.' })
export class HeadToHeadObject implements HeadToHead {
  @Field(() => Int, { description: 'How many, at least 1.' })
  matches: number;

  @Field(() => Int, { description: 'Won by the team that is at home now, wherever they were played.' })
  homeWins: number;

  @Field(() => Int, { description: 'Without a winner.' })
  draws: number;

  @Field(() => Int, { description: 'Won by the team that is away now.' })
  awayWins: number;

  @Field(() => Float, { description: 'Goals of both sides per meeting.' })
  meanGoals: number;
}

@ObjectType('RefereeRecord', { description: 'A referee before the match; cards and fouls of both sides per match.' })
export class RefereeRecordObject implements RefereeRecord {
  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => Int, { description: 'Matches of the tournament.' })
  matches: number;

  @Field(() => Int, { description: 'Matches of all tournaments of the season and country.' })
  seasonMatches: number;

  @Field(() => Float, { nullable: true, description: 'Yellow cards in the tournament; null when no match tells.' })
  meanYellowCards: number | null;

  @Field(() => Float, { nullable: true, description: 'Yellow cards in the season; null when no match tells.' })
  seasonMeanYellowCards: number | null;

  @Field(() => Float, { nullable: true, description: 'Fouls in the tournament; null when no match tells.' })
  meanFouls: number | null;
}
