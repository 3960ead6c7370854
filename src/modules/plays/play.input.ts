import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import type { PlayCredit, PlayKind, PlayOutcome, PlayRole, PlayScore } from '#core/football/plays/play.js';
import { CreditKindEnum, PlayKindEnum, PlayOutcomeEnum, PlayRoleEnum, PlayScoreEnum } from './play.enums.js';

@InputType('PlayPartInput', { description: 'A player and the part taken in a play.' })
export class PlayPartInput {
  @Field(() => PlayRoleEnum, { description: 'The part; each may be given once.' })
  role: PlayRole;

  @Field(() => ID, { nullable: true, description: 'Number of the player in this match; null: nobody.' })
  playerId?: string | null;
}

@InputType('PlayCreditInput', { description: 'What one player did that the parts cannot say.' })
export class PlayCreditInput {
  @Field(() => ID, { description: 'Number of the player in this match.' })
  playerId: string;

  @Field(() => CreditKindEnum, { description: 'Of what.' })
  kind: PlayCredit['kind'];

  @Field(() => Float, { description: 'Share of a sack, or of an attempt, 0 to 1.' })
  share: number;

  @Field(() => Int, { description: 'Yards.' })
  yards: number;
}

@InputType('PlayInput', { description: 'A play. When one is corrected, what is absent stays and null clears.' })
export class PlayInput {
  @Field(() => Int, { nullable: true, description: 'Its place among the plays; a new one follows the last.' })
  number?: number | null;

  @Field(() => Int, { nullable: true, description: 'The period, from 1.' })
  period?: number | null;

  @Field(() => Int, { nullable: true, description: 'Seconds left in the period when it began.' })
  gameClock?: number | null;

  @Field(() => ID, { nullable: true, description: 'Team with the ball; the kicking team of a kickoff.' })
  offenceTeamId?: string | null;

  @Field(() => Int, { nullable: true, description: 'The down, 1 to 4.' })
  down?: number | null;

  @Field(() => Int, { nullable: true, description: 'Yards to a first down.' })
  distance?: number | null;

  @Field(() => Int, { nullable: true, description: 'Position of the snap.' })
  ballOn?: number | null;

  @Field(() => Int, { nullable: true, description: 'Where the ball ended.' })
  ballMovedTo?: number | null;

  @Field(() => Int, { nullable: true, description: 'Yards, for a play without positions.' })
  recordedYards?: number | null;

  @Field(() => PlayKindEnum, { nullable: true, description: 'What was tried.' })
  kind?: PlayKind | null;

  @Field(() => PlayOutcomeEnum, { nullable: true, description: 'How it ended.' })
  outcome?: PlayOutcome | null;

  @Field(() => PlayScoreEnum, { nullable: true, description: 'What was scored.' })
  score?: PlayScore | null;

  @Field(() => Boolean, { nullable: true, description: 'The ball was fumbled.' })
  fumble?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'First downs the officials gave; null: the next play tells.' })
  firstDowns?: number | null;

  @Field(() => [PlayPartInput], { nullable: true, description: 'Who took which part.' })
  players?: PlayPartInput[] | null;

  @Field(() => [PlayCreditInput], { nullable: true, description: 'What the parts cannot say; replaces all.' })
  credits?: PlayCreditInput[] | null;
}
