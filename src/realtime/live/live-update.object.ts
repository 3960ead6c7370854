import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { FootballStatisticsObject, PlayObject, StatisticChangeObject } from '#modules/plays/index.js';
import { GameClockObject, PlayClockObject, ScoreboardObject } from '#modules/scoring/index.js';
import type {
  GameClockMessage,
  LiveMessage,
  PlayChange,
  PlayClockMessage,
  PlayMessage,
  ScoreboardMessage,
  StatisticsMessage,
} from './messages.js';

export const PlayChangeEnum = {
  SNAPSHOT: 'snapshot',
  RECORDED: 'recorded',
  CORRECTED: 'corrected',
  VOIDED: 'voided',
} as const satisfies { [C in PlayChange as Uppercase<C>]: C };

registerEnumType(PlayChangeEnum, {
  name: 'PlayChange',
  description: 'What happened to a play.',
  valuesMap: {
    SNAPSHOT: { description: 'Nothing: these are all plays at a version, with which a stream begins.' },
    RECORDED: { description: 'It is new.' },
    CORRECTED: { description: 'It replaces what was said before.' },
    VOIDED: { description: 'It does not count; `play` is what it was.' },
  },
});

@ObjectType({ isAbstract: true })
abstract class LiveUpdateObject implements LiveMessage {
  @Field({ description: 'Pass it as `after` to get what follows.' })
  cursor: string;

  @Field(() => ID, { description: 'Number of the match.' })
  matchId: number;

  @Field(() => Int, { description: 'Version of the match that this brings its reader to.' })
  version: number;

  @Field({ description: 'When it happened: RFC 3339 in UTC with microseconds.' })
  at: string;
}

@ObjectType('GameClockUpdate', { description: 'The game clock after a change.' })
export class GameClockUpdateObject extends LiveUpdateObject implements GameClockMessage {
  @Field(() => GameClockObject, { nullable: true, description: 'The clock; null when the match has none.' })
  clock: GameClockObject | null;
}

@ObjectType('PlayClockUpdate', { description: 'The clock between plays after a change.' })
export class PlayClockUpdateObject extends LiveUpdateObject implements PlayClockMessage {
  @Field(() => PlayClockObject, { nullable: true, description: 'The clock; null when the match has none.' })
  clock: PlayClockObject | null;
}

@ObjectType('ScoreboardUpdate', { description: 'The scoreboard after a change.' })
export class ScoreboardUpdateObject extends LiveUpdateObject implements ScoreboardMessage {
  @Field(() => ScoreboardObject, { nullable: true, description: 'The whole of it; null when the match has none.' })
  scoreboard: ScoreboardObject | null;
}

@ObjectType('MatchStatisticsUpdate', { description: 'Statistics after a change.' })
export class MatchStatisticsUpdateObject extends LiveUpdateObject implements StatisticsMessage {
  @Field(() => [StatisticChangeObject], {
    description: 'What is different from the message before, or from the cursor; none in a first message.',
  })
  changed: StatisticChangeObject[];

  @Field(() => FootballStatisticsObject, { description: 'The whole of them.' })
  statistics: FootballStatisticsObject;
}

@ObjectType('PlayUpdate', { description: 'What happened to a play, or all plays at first.' })
export class PlayUpdateObject extends LiveUpdateObject implements PlayMessage {
  @Field(() => PlayChangeEnum, { description: 'What happened.' })
  change: PlayChange;

  @Field(() => PlayObject, { nullable: true, description: 'The play; null in a snapshot.' })
  play: (PlayObject & { version: number }) | null;

  @Field(() => [PlayObject], { nullable: true, description: 'All plays in their order; null but in a snapshot.' })
  plays: PlayObject[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the update that this one replaces; null for a play that is new.',
  })
  supersedes: number | null;
}
