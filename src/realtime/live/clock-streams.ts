import { Injectable } from '@nestjs/common';
import { GameClocksService, PlayClocksService } from '#modules/live/index.js';
import { gameClockOf, playClockOf } from '#modules/scoring/index.js';
import type { FeedItem, Topic } from '../feed.js';
import { aboutTables, headOf, type LiveStream, rowOf } from './live-stream.js';
import type { GameClockMessage, LiveMessage, PlayClockMessage } from './messages.js';
import { ServerTime } from './server-time.js';

/** A message tells the server's time: one as old as this is made anew for who comes later. */
const FRESH_MS = 100;

type Row = Readonly<Record<string, unknown>>;

/** Messages of a clock: the anchor, and the server's time when the message was made. */
class ClockStream<Message extends LiveMessage> implements LiveStream<Message> {
  readonly latest = true;
  readonly topics: readonly Topic[];
  readonly accepts: (item: FeedItem) => boolean;
  readonly #made = new WeakMap<FeedItem, { at: number; message: Promise<Message> }>();

  constructor(
    topic: Topic,
    private readonly table: string,
    private readonly time: ServerTime,
    private readonly view: (item: FeedItem, row: Row | null, now: number) => Message,
  ) {
    this.topics = [topic];
    this.accepts = aboutTables(table);
  }

  message(item: FeedItem): Promise<Message> {
    const known = this.#made.get(item);
    if (known !== undefined && performance.now() - known.at < FRESH_MS) return known.message;
    const message = this.time.now().then((now) => this.view(item, rowOf(item, this.table), now));
    this.#made.set(item, { at: performance.now(), message });
    message.catch(() => this.#made.delete(item));
    return message;
  }
}

@Injectable()
export class GameClockStream extends ClockStream<GameClockMessage> {
  constructor(clocks: GameClocksService, time: ServerTime) {
    super('clock', 'gameclock', time, (item, row, now) => ({
      ...headOf(item),
      clock: row && gameClockOf(clocks.readEntry(row, now)),
    }));
  }
}

@Injectable()
export class PlayClockStream extends ClockStream<PlayClockMessage> {
  constructor(clocks: PlayClocksService, time: ServerTime) {
    super('playclock', 'playclock', time, (item, row, now) => ({
      ...headOf(item),
      clock: row && playClockOf(clocks.readEntry(row, now)),
    }));
  }
}
