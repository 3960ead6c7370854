import { Inject, Injectable } from '@nestjs/common';
import { NotFound } from '#core/kernel/domain-error.js';
import type { Visibility } from '#platform/auth/caller.js';
import type { FeedItem } from './feed.js';
import { Hub, type SubscribeOptions } from './hub.js';
import { type Conflation, Outbox, type Taker } from './outbox.js';
import { REALTIME_OPTIONS, type RealtimeOptions } from './realtime-options.js';
import { Viewers } from './viewers.js';

export interface StreamOptions extends Omit<SubscribeOptions, 'first'> {
  /** What the subscriber sees: a match that is kept from it is not there, and ends when it is kept from now on. */
  visibility: Visibility;
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
    private readonly viewers: Viewers,
    @Inject(REALTIME_OPTIONS) private readonly limits: RealtimeOptions,
  ) {}

  /**
   * A stream that follows a match from the first `next()` until `return()`, `throw()` or its bound. A beginning that
   * fails (`NotFound`, `Unavailable`) rejects the `next()` that waits for it.
   */
  open(matchId: number, options: StreamOptions): FeedStream {
    const releases: (() => void)[] = [];
    const outbox = new Outbox({
      ...(options.accepts ? { accepts: options.accepts } : {}),
      maxItems: this.limits.maxQueueItems,
      maxBytes: this.limits.maxQueueBytes,
      conflate: options.conflate ?? 'none',
      onOverflow: options.onOverflow,
      onClose: () => releases.forEach((release) => release()),
    });
    const hold = (release: () => void): void => {
      if (outbox.closed) release();
      else releases.push(release);
    };
    const begin = async (): Promise<void> => {
      const viewing = await this.viewers.admit(matchId, options.visibility);
      hold(() => viewing.end());
      viewing.onHidden(() => outbox.fail(new NotFound('Match', matchId)));
      if (!outbox.closed) hold(await this.hub.subscribe(matchId, outbox, options));
    };
    let started = false;
    const start = (): void => {
      started = true;
      begin().catch((error: unknown) => outbox.fail(error));
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
