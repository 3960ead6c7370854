import { type FeedItem, STATE_TOPICS } from './feed.js';
import type { Sink } from './hub.js';

export interface OutboxLimits {
  /** Items waiting for one subscriber. */
  maxItems: number;
  /** Approximate bytes of the waiting items. */
  maxBytes: number;
}

export type Conflation = 'none' | 'state' | 'all';

export interface OutboxOptions extends OutboxLimits {
  /**
   * `state`: keep only the newest waiting item of each row of a state topic; items of event topics are never dropped.
   * `all`: keep only the newest waiting item, for who makes the whole of it.
   */
  conflate: Conflation;
  /** What it refuses is as if it had never come; all by default. */
  accepts?: (item: FeedItem) => boolean;
  /** Called once when a bound is passed. The outbox is then closed and empty. */
  onOverflow: () => void;
  /** Called once when the consumer is done with it, however that came. */
  onClose: () => void;
}

/** How the next item is taken without a promise: one of the two is called, once, at once or later. */
export interface Taker<Item> {
  item(item: Item): void;
  /** Nothing more comes, because of an error or because it is over. */
  end(error?: { error: unknown }): void;
}

const sizes = new WeakMap<FeedItem, number>();

/** Bytes of an item's row, measured once however many subscribers wait for it. */
function sizeOf(item: FeedItem): number {
  let size = sizes.get(item);
  if (size === undefined) {
    size = JSON.stringify(item.data).length + 200;
    sizes.set(item, size);
  }
  return size;
}

/**
 * What one subscriber has not taken yet: a bounded queue, read as an async iterator. Bounds are what keeps one slow
 * client from costing the others anything.
 */
export class Outbox implements Sink, AsyncIterableIterator<FeedItem, undefined> {
  /** In order of version. Conflation removes the older entry of a key and appends the newer. */
  readonly #waiting = new Map<string | number, FeedItem>();
  #bytes = 0;
  #waiter: Taker<FeedItem> | undefined;
  #closed = false;
  #failure: { error: unknown } | undefined;
  #onDrained: (() => void) | undefined;

  constructor(private readonly options: OutboxOptions) {}

  get closed(): boolean {
    return this.#closed;
  }

  /** Gives the subscriber an item, at once when it is waiting for one. Ignored after the end. */
  push(item: FeedItem): void {
    if (this.#closed || this.options.accepts?.(item) === false) return;
    if (this.#waiter) {
      const waiter = this.#waiter;
      this.#waiter = undefined;
      waiter.item(item);
      return;
    }
    const key = this.#keyOf(item);
    const replaced = this.#waiting.get(key);
    if (replaced) {
      this.#waiting.delete(key);
      this.#bytes -= sizeOf(replaced);
    }
    this.#waiting.set(key, item);
    this.#bytes += sizeOf(item);
    // One item alone is never too much: a snapshot may be larger than the bound.
    if (this.#waiting.size > 1 && this.#beyond(1)) {
      this.close();
      this.options.onOverflow();
    }
  }

  #keyOf({ topic, entity, entityId, version }: FeedItem): string | number {
    const { conflate } = this.options;
    if (conflate === 'all') return 'newest';
    return conflate === 'state' && STATE_TOPICS.has(topic) ? `${entity}:${entityId}` : version;
  }

  /** Half of a bound is taken. */
  get full(): boolean {
    return this.#beyond(0.5);
  }

  #beyond(share: number): boolean {
    const { maxItems, maxBytes } = this.options;
    return this.#waiting.size > maxItems * share || this.#bytes > maxBytes * share;
  }

  next(): Promise<IteratorResult<FeedItem, undefined>> {
    return new Promise((resolve, reject) =>
      this.take({
        item: (value) => resolve({ done: false, value }),
        end: (failure) => (failure ? reject(failure.error) : resolve({ done: true, value: undefined })),
      }),
    );
  }

  /** The same as `next` for who serves thousands. One taker at a time. */
  take(taker: Taker<FeedItem>): void {
    const first = this.#waiting.entries().next();
    if (!first.done) {
      const [key, item] = first.value;
      this.#waiting.delete(key);
      this.#bytes -= sizeOf(item);
      if (this.#waiting.size === 0) this.#settleDrained();
      taker.item(item);
    } else if (this.#failure) taker.end(this.#failure);
    else if (this.#closed) taker.end();
    else this.#waiter = taker;
  }

  return(): Promise<IteratorResult<FeedItem, undefined>> {
    this.close();
    return Promise.resolve({ done: true, value: undefined });
  }

  throw(): Promise<IteratorResult<FeedItem, undefined>> {
    return this.return();
  }

  /** Ends the stream with an error, which the consumer's next call gets. */
  fail(error: unknown): void {
    if (this.#closed) return;
    const waiter = this.#waiter;
    this.#waiter = undefined;
    this.#failure = { error };
    this.close();
    waiter?.end({ error });
  }

  /** Ends the stream and forgets what was waiting. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#waiting.clear();
    this.#bytes = 0;
    const waiter = this.#waiter;
    this.#waiter = undefined;
    waiter?.end();
    this.#settleDrained();
    this.options.onClose();
  }

  /** Resolves when everything pushed so far was taken, or the outbox was closed. One caller at a time. */
  drained(): Promise<void> {
    if (this.#closed || this.#waiting.size === 0) return Promise.resolve();
    return new Promise((resolve) => (this.#onDrained = resolve));
  }

  #settleDrained(): void {
    this.#onDrained?.();
    this.#onDrained = undefined;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
