import { Inject, Injectable } from '@nestjs/common';
import type { FeedItem } from './feed.js';
import { Hub, type SubscribeOptions } from './hub.js';
import { type Conflation, Outbox, type Taker } from './outbox.js';
import { REALTIME_OPTIONS, type RealtimeOptions } from './realtime-options.js';

export interface StreamOptions extends SubscribeOptions {
  conflate?: Conflation;
  /** Further restricts the stream: what it refuses is passed over. */
  accepts?: (item: FeedItem) => boolean;
  /** Called when the subscriber passed its bound: its connection is to be closed as too slow. */
  onOverflow: () => void;
}

/** A stream that can be read without a promise for each item. */
export interface FeedStream extends AsyncIterableIterator<FeedItem, undefined> {
  take(taker: Taker<FeedItem>): void;
}

/** Opens streams of one match for one subscriber each. */
@Injectable()
export class FeedStreams {
  constructor(
    private readonly hub: Hub,
    @Inject(REALTIME_OPTIONS) private readonly limits: RealtimeOptions,
  ) {}

  /**
   * A stream that follows a match from the first `next()` until `return()`, `throw()` or its bound. A beginning that
   * fails (`NotFound`, `Unavailable`) rejects the `next()` that waits for it.
   */
  open(matchId: number, options: StreamOptions): FeedStream {
    let release: (() => void) | undefined;
    const outbox = new Outbox({
      ...(options.accepts ? { accepts: options.accepts } : {}),
      maxItems: this.limits.maxQueueItems,
      maxBytes: this.limits.maxQueueBytes,
      conflate: options.conflate ?? 'none',
      onOverflow: options.onOverflow,
      onClose: () => release?.(),
    });
    let started = false;
    const start = (): void => {
      started = true;
      this.hub.subscribe(matchId, outbox, options).then(
        (unsubscribe) => {
          if (outbox.closed) unsubscribe();
          else release = unsubscribe;
        },
        (error: unknown) => outbox.fail(error),
      );
    };
    return {
      next: () => {
        if (!started && !outbox.closed) start();
        return outbox.next();
      },
      take: (taker) => {
        if (!started && !outbox.closed) start();
        outbox.take(taker);
      },
      return: () => outbox.return(),
      throw: () => outbox.return(),
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
}
