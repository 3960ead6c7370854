import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Json } from '#platform/graphql/json.scalar.js';
import type { FeedItem, FeedOp, Topic } from './feed.js';

/** Names of the enum's values in the schema; the domain's are lower case. */
export enum FeedTopic {
  DATA = 'data',
  CLOCK = 'clock',
  PLAYCLOCK = 'playclock',
  SCOREBOARD = 'scoreboard',
  EVENTS = 'events',
  PLAYERS = 'players',
  STATS = 'stats',
  PREDICTION = 'prediction',
}

export enum FeedOperation {
  SNAPSHOT = 'snapshot',
  INSERT = 'insert',
  UPDATE = 'update',
  DELETE = 'delete',
}

registerEnumType(FeedTopic, {
  name: 'FeedTopic',
  description: 'What part of a match an item is about',
  valuesMap: {
    DATA: { description: 'The match itself and its state of play' },
    CLOCK: { description: 'The game clock' },
    PLAYCLOCK: { description: 'The play clock' },
    SCOREBOARD: { description: 'What the scoreboard shows' },
    EVENTS: { description: 'Plays and other events; each counts' },
    PLAYERS: { description: 'The rosters' },
    STATS: { description: 'Statistics and their corrections' },
    PREDICTION: { description: 'What a model says; the newest replaces the older' },
  },
});
registerEnumType(FeedOperation, {
  name: 'FeedOperation',
  description: 'What happened to the row',
  valuesMap: {
    SNAPSHOT: { description: 'Nothing: this is the whole state at a version, with which a stream begins' },
    INSERT: { description: 'The row is new' },
    UPDATE: { description: 'The row was changed' },
    DELETE: { description: 'The row is gone; `data` is what it was' },
  },
});

@ObjectType('MatchFeedItem', {
  description: 'One entry of the journal of a match, or the snapshot a stream begins with',
})
export class MatchFeedItemObject implements FeedItem {
  @Field({ description: 'Pass it as `after` to get everything that follows this item' })
  cursor: string;

  @Field(() => ID, { description: 'The match it is about' })
  matchId: number;

  @Field(() => Int, { description: 'Gapless per match, from 1' })
  version: number;

  @Field({ description: 'When it happened: RFC 3339 in UTC with microseconds' })
  at: string;

  @Field(() => FeedTopic, { description: 'What part of the match' })
  topic: Topic;

  @Field(() => FeedOperation, { description: 'What happened to the row' })
  op: FeedOp;

  @Field({ description: 'Table of the changed row' })
  entity: string;

  @Field(() => ID, { description: 'Id of the changed row' })
  entityId: number;

  @Field(() => Json, { description: 'The whole row as stored; of a snapshot, one key per table' })
  data: Record<string, unknown>;
}
