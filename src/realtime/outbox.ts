import { type FeedItem, STATE_TOPICS } from './feed.js';
import type { Sink } from './hub.js';

export interface OutboxLimits {
  /** Items waiting for one subscriber. */
  maxItems: number;
  /** Approximate bytes of the waiting items. */
  maxBytes: number;
}

export interface OutboxOptions extends OutboxLimits {
  /** Keep only the newest waiting item of each row of a state topic. Items of event topics are never dropped. */
  conflate: boolean;
  /** Called once when a bound is passed. The outbox is then closed and empty. */
  onOverflow: () => void;
  /** Called once when the consumer is done with it, however that came. */
  onClose: () => void;
}

interface Waiter {
  resolve: (result: IteratorResult<FeedItem, undefined>) => void;
  reject: (error: unknown) => void;
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
  #waiter: Waiter | undefined;
  #closed = false;
  #failure: { error: unknown } | undefined;
  #onDrained: (() => void) | undefined;

  constructor(private readonly options: OutboxOptions) {}

  get closed(): boolean {
    return this.#closed;
  }

  /** Gives the subscriber an item, at once when it is waiting for one. Ignored after the end. */
  push(item: FeedItem): void {
    if (this.#closed) return;
    if (this.#waiter) {
      const waiter = this.#waiter;
      this.#waiter = undefined;
      waiter.resolve({ done: false, value: item });
      return;
    }
    const key =
      this.options.conflate && STATE_TOPICS.has(item.topic) ? `${item.entity}:${item.entityId}` : item.version;
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

  /** Half of a bound is taken. */
  get full(): boolean {
    return this.#beyond(0.5);
  }

  #beyond(share: number): boolean {
    const { maxItems, maxBytes } = this.options;
    return this.#waiting.size > maxItems * share || this.#bytes > maxBytes * share;
  }

  next(): Promise<IteratorResult<FeedItem, undefined>> {
    const first = this.#waiting.entries().next();
    if (!first.done) {
      const [key, item] = first.value;
      this.#waiting.delete(key);
      this.#bytes -= sizeOf(item);
      if (this.#waiting.size === 0) this.#settleDrained();
      return Promise.resolve({ done: false, value: item });
    }
    if (this.#failure) return Promise.reject(this.#failure.error);
    if (this.#closed) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve, reject) => (this.#waiter = { resolve, reject }));
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
    if (waiter) waiter.reject(error);
    else this.#failure = { error };
    this.close();
  }

  /** Ends the stream and forgets what was waiting. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#waiting.clear();
    this.#bytes = 0;
    this.#waiter?.resolve({ done: true, value: undefined });
    this.#waiter = undefined;
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
