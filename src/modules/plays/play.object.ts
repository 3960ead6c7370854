import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { PlayCredit, PlayKind, PlayOutcome, PlayRole, PlayScore } from '#core/football/plays/play.js';
import { PageInfoObject } from '#platform/graphql/connection.js';
import { countedByConnection } from '#platform/graphql/query-cost.js';
import { CreditKindEnum, PlayKindEnum, PlayOutcomeEnum, PlayRoleEnum, PlayScoreEnum } from './play.enums.js';

@ObjectType('PlayWords', { description: 'A play in the words of whoever recorded it.' })
export class PlayWordsObject {
  @Field(() => String, { nullable: true, description: 'What was tried.' })
  type: string | null;

  @Field(() => String, { nullable: true, description: 'How it ended.' })
  result: string | null;

  @Field(() => String, { nullable: true, description: 'What was scored.' })
  score: string | null;
}

@ObjectType('PlayPart', { description: 'A player and the part taken in a play.' })
export class PlayPartObject {
  @Field(() => PlayRoleEnum, { description: 'The part.' })
  role: PlayRole;

  @Field(() => ID, { description: 'Number of the player in this match.' })
  playerId: number;

  /** For the fields that are resolved. */
  matchId: number;
}

@ObjectType('PlayCredit', {
  description: 'What one player did that the parts cannot say: half a sack, yards after a lateral.',
})
export class PlayCreditObject {
  @Field(() => ID, { description: 'Number of the player in this match.' })
  playerId: number;

  @Field(() => CreditKindEnum, { description: 'Of what.' })
  kind: PlayCredit['kind'];

  @Field(() => Float, { description: 'Share of a sack, or of an attempt.' })
  share: number;

  @Field(() => Int, { description: 'Yards.' })
  yards: number;
}

@ObjectType('Play', { description: 'A play of American football.' })
export class PlayObject {
  @Field(() => ID, { description: 'Number of the play.' })
  id: number;

  @Field(() => ID, { description: 'Number of the match.' })
  matchId: number;

  @Field(() => String, { nullable: true, description: 'What the device that recorded it calls it.' })
  clientId: string | null;

  @Field(() => Int, { nullable: true, description: 'Its place among the plays of the match.' })
  number: number | null;

  @Field(() => Int, { nullable: true, description: 'The period, from 1; above the last in overtime.' })
  period: number | null;

  @Field(() => Int, { nullable: true, description: 'Seconds left in the period when it began.' })
  gameClock: number | null;

  @Field(() => ID, { nullable: true, description: 'Team with the ball; the kicking team of a kickoff.' })
  offenceTeamId: number | null;

  @Field(() => Int, { nullable: true, description: 'The down, 1 to 4.' })
  down: number | null;

  @Field(() => Int, { nullable: true, description: 'Yards to a first down.' })
  distance: number | null;

  @Field(() => Int, { nullable: true, description: 'Position of the snap, on the scale of the match.' })
  ballOn: number | null;

  @Field(() => Int, { nullable: true, description: 'Where the ball ended, on the scale of the match.' })
  ballMovedTo: number | null;

  @Field(() => Int, { nullable: true, description: 'Yards as the recorder counted them.' })
  recordedYards: number | null;

  @Field(() => PlayKindEnum, { description: 'What was tried.' })
  kind: PlayKind;

  @Field(() => PlayOutcomeEnum, { description: 'How it ended.' })
  outcome: PlayOutcome;

  @Field(() => PlayScoreEnum, { description: 'What was scored.' })
  score: PlayScore;

  @Field(() => Boolean, { description: 'The ball was fumbled.' })
  fumble: boolean;

  @Field(() => Int, { nullable: true, description: 'First downs the officials gave; null: the next play tells.' })
  firstDowns: number | null;

  @Field(() => [PlayPartObject], { description: 'Who took which part.' })
  players: PlayPartObject[];

  @Field(() => [PlayCreditObject], { description: 'What the parts cannot say.' })
  credits: PlayCreditObject[];

  @Field(() => PlayWordsObject, { description: 'The words it was recorded in.' })
  words: PlayWordsObject;
}

@ObjectType('PlayEdge', { description: 'A play in a list.' })
export class PlayEdgeObject {
  @Field(() => String, { description: 'Place of the play in the list; opaque.' })
  cursor: string;

  @Field(() => PlayObject, { description: 'The play.' })
  node: PlayObject;
}

@ObjectType('PlayConnection', { description: 'A page of the plays of a match.' })
export class PlayConnectionObject {
  @Field(() => [PlayEdgeObject], { description: 'The plays of the page.', complexity: countedByConnection })
  edges: PlayEdgeObject[];

  @Field(() => PageInfoObject, { description: 'Where the page lies in the list.' })
  pageInfo: PageInfoObject;
}
