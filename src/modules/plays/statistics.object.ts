import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '#platform/graphql/date-time.scalar.js';
import { listOf } from '#platform/graphql/query-cost.js';
import {
  DEFENCE_FIGURES,
  HasFigures,
  OFFENCE_FIGURES,
  QUARTERBACK_FIGURES,
  TEAM_FIGURES,
} from './statistics.figures.js';

@HasFigures(TEAM_FIGURES)
@ObjectType('FootballTeamStatistics', { description: 'What a team did with the ball.' })
export class TeamStatisticsObject {
  [figure: string]: number;
}

@ObjectType({ isAbstract: true })
export abstract class PlayerFiguresObject {
  @Field(() => ID, { description: 'Number of the player in this match.' })
  playerId: number;

  /** For the fields that are resolved. */
  matchId: number;
}

@HasFigures(OFFENCE_FIGURES)
@ObjectType('OffenceStatistics', { description: 'What a player did as runner or receiver.' })
export class OffenceStatisticsObject extends PlayerFiguresObject {}

@HasFigures(QUARTERBACK_FIGURES)
@ObjectType('QuarterbackStatistics', { description: 'What a player did as quarterback.' })
export class QuarterbackStatisticsObject extends PlayerFiguresObject {}

@HasFigures(DEFENCE_FIGURES)
@ObjectType('DefenceStatistics', { description: 'What a player did in defence.' })
export class DefenceStatisticsObject extends PlayerFiguresObject {}

const USUAL = { offence: 10, quarterbacks: 2, defence: 20 };

@ObjectType('FootballSideStatistics', { description: 'Statistics of one side.' })
export class SideStatisticsObject {
  @Field(() => ID, { description: 'Number of the team.' })
  teamId: number;

  @Field(() => TeamStatisticsObject, { description: 'The team as a whole.' })
  team: TeamStatisticsObject;

  @Field(() => [OffenceStatisticsObject], { description: 'Runners and receivers.', complexity: listOf(USUAL.offence) })
  offence: OffenceStatisticsObject[];

  @Field(() => [QuarterbackStatisticsObject], { description: 'Quarterbacks.', complexity: listOf(USUAL.quarterbacks) })
  quarterbacks: QuarterbackStatisticsObject[];

  @Field(() => [DefenceStatisticsObject], { description: 'Defenders.', complexity: listOf(USUAL.defence) })
  defence: DefenceStatisticsObject[];
}

@ObjectType('FootballStatistics', {
  description: 'Statistics of a match of American football: its plays in their order, and what was corrected by hand.',
})
export class FootballStatisticsObject {
  @Field(() => ID, { description: 'Number of the match.' })
  matchId: number;

  @Field(() => Int, { description: 'Version of the match they are of.' })
  version: number;

  @Field(() => SideStatisticsObject, { description: 'The home side.' })
  home: SideStatisticsObject;

  @Field(() => SideStatisticsObject, { description: 'The away side.' })
  away: SideStatisticsObject;
}

@ObjectType('StatisticCorrection', { description: 'A figure that was set by hand, and stays as set.' })
export class StatisticCorrectionObject {
  @Field(() => String, { description: 'Which one: `home.team.passYards`, `away.defence.17.tackles`.' })
  path: string;

  @Field(() => Float, { description: 'What it was set to.' })
  value: number;

  @Field(() => Float, { nullable: true, description: 'What it was before.' })
  previous: number | null;

  @Field(() => String, { nullable: true, description: 'Name of the user who set it.' })
  author: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When, by the clock of the one who set it.' })
  at: Date | null;
}

@ObjectType('StatisticChange', { description: 'A figure that has changed.' })
export class StatisticChangeObject {
  @Field(() => String, {
    description: 'Which one: side, then `team` or group and player of the match, then the figure.',
  })
  path: string;

  @Field(() => Float, { nullable: true, description: 'What it is now; null: what is at the path is gone.' })
  value: number | null;
}
