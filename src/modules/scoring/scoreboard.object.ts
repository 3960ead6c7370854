import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('ScoreboardSide', { description: 'One side of a scoreboard.' })
export class ScoreboardSideObject {
  @Field(() => Int, { description: 'Points.' })
  points: number;

  @Field(() => Int, { description: 'Timeouts left.' })
  timeouts: number;

  @Field(() => String, { nullable: true, description: 'Color in this match; null: the one of the team.' })
  color: string | null;

  @Field(() => String, { nullable: true, description: 'Title in this match; null: the name of the team.' })
  title: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the logo in this match; null: the one of the team.' })
  logoUrl: string | null;

  @Field(() => Float, { nullable: true, description: 'How much larger than usual the logo is shown.' })
  logoScale: number | null;

  @Field(() => Boolean, { description: 'It is shown that the side has just scored.' })
  showsGoal: boolean;

  @Field(() => Boolean, { description: 'It is shown that the side has a timeout.' })
  showsTimeout: boolean;

  @Field(() => Boolean, { description: 'The line-up is shown.' })
  showsLineup: boolean;

  @Field(() => Boolean, { description: 'The starting offence is shown.' })
  showsStartingOffence: boolean;

  @Field(() => Boolean, { description: 'The starting defence is shown.' })
  showsStartingDefence: boolean;
}

@ObjectType('ScoreboardDisplay', { description: 'What a scoreboard and its overlays show.' })
export class ScoreboardDisplayObject {
  @Field(() => Boolean, { description: 'The period.' })
  period: boolean;

  @Field(() => Boolean, { description: 'The game clock.' })
  gameClock: boolean;

  @Field(() => Boolean, { description: 'The play clock.' })
  playClock: boolean;

  @Field(() => Boolean, { description: 'Down and distance.' })
  downAndDistance: boolean;

  @Field(() => Boolean, { description: 'The logo of the tournament.' })
  tournamentLogo: boolean;

  @Field(() => Boolean, { description: 'The main sponsor.' })
  mainSponsor: boolean;

  @Field(() => Boolean, { description: 'The line of sponsors.' })
  sponsorLine: boolean;

  @Field(() => Boolean, { description: 'The line of the sponsors of the match.' })
  matchSponsorLine: boolean;

  @Field(() => ID, { nullable: true, description: 'The player of the match who is introduced; null: nobody.' })
  playerId: number | null;

  @Field(() => ID, { nullable: true, description: 'The quarterback whose figures are shown; null: nobody.' })
  quarterbackId: number | null;
}

@ObjectType('Scoreboard', { description: 'The state of a match in play, and what its scoreboard shows of it.' })
export class ScoreboardObject {
  @Field(() => ID, { description: 'Number of the match.' })
  matchId: number;

  @Field(() => ScoreboardSideObject, { description: 'The home side.' })
  home: ScoreboardSideObject;

  @Field(() => ScoreboardSideObject, { description: 'The away side.' })
  away: ScoreboardSideObject;

  @Field(() => Int, { description: 'The period as it is counted, from 1.' })
  period: number;

  @Field(() => String, { nullable: true, description: 'The period as it is shown: `1st`, `OT`.' })
  periodTitle: string | null;

  @Field(() => Int, { description: 'How many periods there are.' })
  periodCount: number;

  @Field(() => String, { nullable: true, description: 'How the match stands: `in-progress`, `stopped`, …' })
  gameStatus: string | null;

  @Field(() => String, { nullable: true, description: 'The down as it is shown: `1st`, `PAT 1`.' })
  down: string | null;

  @Field(() => String, { nullable: true, description: 'Yards to a first down as they are shown: `10`, `GOAL`.' })
  distance: string | null;

  @Field(() => Int, { nullable: true, description: 'Where the ball is.' })
  ballOn: number | null;

  @Field(() => Int, { nullable: true, description: 'Yards between the goal lines.' })
  fieldLength: number | null;

  @Field(() => Boolean, { description: 'A flag is on the field.' })
  flag: boolean;

  @Field(() => ScoreboardDisplayObject, { description: 'What is shown.' })
  shows: ScoreboardDisplayObject;

  @Field(() => Boolean, { description: 'The sport has timeouts.' })
  hasTimeouts: boolean;

  @Field(() => Boolean, { description: 'The sport has a play clock.' })
  hasPlayClock: boolean;

  @Field(() => [Int], { description: 'Points that are usual at once.' })
  pointSteps: number[];

  @Field(() => String, { nullable: true, description: 'Language of the overlays, as `en`.' })
  languageCode: string | null;
}
