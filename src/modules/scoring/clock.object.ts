import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ClockDirection, ClockStatus } from '#core/football/clock/clock.js';
import { clockEndsAt } from '#core/football/clock/clock.js';
import { ClockDirectionEnum } from '#modules/competitions/index.js';
import { type GameClockReading, gameClockState, type PlayClockReading, playClockState } from '#modules/live/index.js';
import { DateTime } from '#platform/graphql/date-time.scalar.js';

export const ClockStatusEnum = {
  STOPPED: 'stopped',
  RUNNING: 'running',
  PAUSED: 'paused',
  STOPPING: 'stopping',
} as const satisfies { [S in ClockStatus as Uppercase<S>]: S };

registerEnumType(ClockStatusEnum, {
  name: 'ClockStatus',
  description: 'Whether a clock runs.',
  valuesMap: {
    STOPPED: { description: 'At rest, before the start or for good.' },
    RUNNING: { description: 'Running since `startedAt`.' },
    PAUSED: { description: 'At rest, to go on.' },
    STOPPING: { description: 'At rest, about to be stopped for good.' },
  },
});

@ObjectType({ isAbstract: true })
abstract class ClockAnchorObject {
  @Field(() => ClockStatusEnum, { description: 'Whether it runs.' })
  status: ClockStatus;

  @Field(() => Int, { description: 'Milliseconds of the shown second that had passed when it was stopped, 0 to 999.' })
  fractionMs: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When exactly `seconds` were shown and it ran on; null unless it runs. In the time of `serverTime`.',
  })
  startedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ends if nobody touches it; null unless it runs.' })
  endsAt: Date | null;

  @Field(() => DateTime, {
    description: 'The time of the server when this was said; what a client takes the difference of its own time from.',
  })
  serverTime: Date;

  @Field(() => Int, { description: 'One more with each change of the clock; nothing is written while it runs.' })
  version: number;
}

@ObjectType('GameClock', {
  description:
    'The game clock as an anchor: what it showed at an instant, and whether it has run since. A client shows the rest.',
})
export class GameClockObject extends ClockAnchorObject {
  @Field(() => ClockDirectionEnum, { description: 'Which way it runs.' })
  direction: ClockDirection;

  @Field(() => Int, { description: 'Whole seconds shown at the last change.' })
  seconds: number;

  @Field(() => Int, { description: 'Seconds where it begins when it counts down, and ends when it counts up.' })
  maxSeconds: number;

  @Field(() => Int, { description: 'Seconds left at `serverTime`.' })
  remainingSeconds: number;
}

@ObjectType('PlayClock', {
  description: 'The clock between plays, as an anchor. It counts down and then shows nothing.',
})
export class PlayClockObject extends ClockAnchorObject {
  @Field(() => Int, { nullable: true, description: 'Whole seconds shown at the last change; null when it is cleared.' })
  seconds: number | null;

  @Field(() => Int, { nullable: true, description: 'Seconds left at `serverTime`; null when it is cleared.' })
  remainingSeconds: number | null;
}

const moment = (ms: number | null | undefined): Date | null => (ms === null || ms === undefined ? null : new Date(ms));

export function gameClockOf(row: GameClockReading): GameClockObject {
  return {
    status: row.gameclockStatus,
    direction: row.direction,
    seconds: row.gameclock,
    fractionMs: row.fractionMs,
    maxSeconds: row.gameclockMax,
    remainingSeconds: row.remaining,
    startedAt: moment(row.startedAtMs),
    endsAt: moment(clockEndsAt(gameClockState(row))),
    serverTime: new Date(row.serverTimeMs),
    version: row.version,
  };
}

export function playClockOf(row: PlayClockReading): PlayClockObject {
  return {
    status: row.playclockStatus,
    seconds: row.playclock,
    fractionMs: row.fractionMs,
    remainingSeconds: row.remaining,
    startedAt: moment(row.startedAtMs),
    endsAt: moment(clockEndsAt(playClockState(row))),
    serverTime: new Date(row.serverTimeMs),
    version: row.version,
  };
}
