interface Flight {
  promise: Promise<unknown>;
  passengers: number;
  ending: AbortController;
}

/**
 * Work that several callers want at the same time is done once. A caller may leave at any time; the work is ended when
 * nobody waits for it any more. All get the same result object and must not change it.
 */
export class SingleFlight {
  readonly #flights = new Map<string, Flight>();

  /** Number of different pieces of work under way. */
  get size(): number {
    return this.#flights.size;
  }

  isUnderWay(key: string): boolean {
    return this.#flights.has(key);
  }

  /**
   * The result of the work under way for the key, or of `start`, which is then called at once.
   * @throws whatever the work throws; the signal's reason when the caller leaves.
   */
  async join<T>(key: string, signal: AbortSignal, start: (signal: AbortSignal) => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    const flight = this.#flights.get(key) ?? this.#depart(key, start);
    flight.passengers++;
    let leave: (() => void) | undefined;
    const left = new Promise<never>((_resolve, reject) => {
      leave = () => {
        // The reason is whatever the caller chose to abort with.
        // oxlint-disable-next-line typescript/prefer-promise-reject-errors
        reject(signal.reason);
        if (--flight.passengers === 0) this.#abandon(key, flight);
      };
      signal.addEventListener('abort', leave, { once: true });
    });
    try {
      return await Promise.race([flight.promise as Promise<T>, left]);
    } finally {
      if (leave) signal.removeEventListener('abort', leave);
    }
  }

  /** Ends all work; its callers get the reason, or what the work makes of it. */
  endAll(reason: unknown): void {
    for (const flight of this.#flights.values()) flight.ending.abort(reason);
  }

  #depart(key: string, start: (signal: AbortSignal) => Promise<unknown>): Flight {
    const ending = new AbortController();
    const flight: Flight = { passengers: 0, ending, promise: start(ending.signal) };
    this.#flights.set(key, flight);
    const arrive = (): void => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    };
    flight.promise.then(arrive, arrive);
    return flight;
  }

  /** Nobody waits: whoever comes next must not join work that is being ended. */
  #abandon(key: string, flight: Flight): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
    flight.ending.abort(new DOMException('nobody waits any more', 'AbortError'));
  }
}
