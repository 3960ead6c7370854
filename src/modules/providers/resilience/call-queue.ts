import PQueue from 'p-queue';

export interface QueueOptions {
  /** Calls under way at a time. */
  concurrency: number;
  /** So many calls start within any period of that length. */
  rate?: { calls: number; perMs: number };
  /** Calls that may wait for their turn. */
  maxWaiting: number;
}

/** Too many calls wait already. */
export class QueueFull extends Error {
  override readonly name = 'QueueFull';
}

/** Gives calls to one host their turn, first come first served. */
export class CallQueue {
  readonly #queue: PQueue;

  constructor(private readonly options: QueueOptions) {
    const { concurrency, rate } = options;
    this.#queue = new PQueue({
      concurrency,
      ...(rate && { intervalCap: rate.calls, interval: rate.perMs, strict: true }),
    });
  }

  get running(): number {
    return this.#queue.pending;
  }

  get waiting(): number {
    return this.#queue.size;
  }

  /**
   * Runs the call at its turn. A caller that leaves gives up its place; a call under way ends by its own means.
   * @throws QueueFull; the signal's reason; whatever the call throws.
   */
  async run<T>(call: () => Promise<T>, signal: AbortSignal): Promise<T> {
    signal.throwIfAborted();
    if (this.#queue.size >= this.options.maxWaiting) throw new QueueFull();
    const waiting = new AbortController();
    const leave = (): void => waiting.abort(signal.reason);
    signal.addEventListener('abort', leave, { once: true });
    const begin = (): void => signal.removeEventListener('abort', leave);
    try {
      return await this.#queue.add(
        () => {
          begin();
          return call();
        },
        { signal: waiting.signal },
      );
    } finally {
      begin();
    }
  }
}
