import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError, Unavailable } from '#core/kernel/domain-error.js';
import type { Position } from '../feed.js';
import { FeedStreams, type StreamOptions } from '../feed-stream.js';
import { GameClockStream, PlayClockStream } from './clock-streams.js';
import type { LiveStream } from './live-stream.js';
import type { LiveMessages, StreamName } from './messages.js';
import { PlaysStream } from './plays-stream.js';
import { ScoreboardStream } from './scoreboard-stream.js';
import { StatisticsStream } from './statistics-stream.js';

const RETRY_MS = 200;
const RETRIES = 50;

/** Streams of messages about a match in play, one reader each. What many readers get is made once. */
@Injectable()
export class LiveStreams {
  readonly #streams: { [Name in StreamName]: LiveStream<LiveMessages[Name]> };

  constructor(
    private readonly feeds: FeedStreams,
    gameClock: GameClockStream,
    playClock: PlayClockStream,
    scoreboard: ScoreboardStream,
    matchStats: StatisticsStream,
    plays: PlaysStream,
  ) {
    this.#streams = { gameClock, playClock, scoreboard, matchStats, plays };
  }

  get<Name extends StreamName>(name: Name): LiveStream<LiveMessages[Name]> {
    return this.#streams[name];
  }

  /** Follows a match from the first `next()` until `return()`, `throw()` or its bound, as `FeedStreams.open` does. */
  open<Name extends StreamName>(
    name: Name,
    matchId: number,
    {
      visibility,
      after,
      onOverflow,
    }: Pick<StreamOptions, 'visibility' | 'onOverflow'> & { after: Position | undefined },
  ): AsyncIterableIterator<LiveMessages[Name], undefined> {
    const stream = this.get(name);
    const source = this.feeds.open(matchId, {
      visibility,
      after,
      topics: stream.topics,
      accepts: stream.accepts,
      conflate: stream.latest ? 'all' : 'none',
      mustExist: true,
      onOverflow,
    });
    const end = async (): Promise<IteratorReturnResult<undefined>> => {
      await source.return!();
      return { done: true, value: undefined };
    };
    let from = after?.version;
    return {
      next: async () => {
        for (;;) {
          const step = await source.next();
          if (step.done) return step;
          const message = await patiently(() => stream.message(step.value, from));
          from = step.value.version;
          if (message !== undefined) return { done: false, value: message };
        }
      },
      return: end,
      throw: end,
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
}

/** Readers outlast a database that is away for a moment. @throws Unavailable when it stays away */
export async function patiently<T>(make: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await make();
    } catch (error) {
      if (error instanceof DomainError) throw error;
      if (tried === RETRIES)
        throw new Unavailable('MATCH_UNAVAILABLE', 'The match cannot be read now: try again in a moment');
      await sleep(RETRY_MS);
    }
  }
}
