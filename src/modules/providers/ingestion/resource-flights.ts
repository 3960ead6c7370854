interface Flight {
  result: Promise<unknown>;
  controller: AbortController;
  callers: number;
}

/** One piece of work at a time for each name, shared by all who want it at that time. */
export class ResourceFlights {
  readonly #flights = new Map<string, Flight>();

  get size(): number {
    return this.#flights.size;
  }

  /**
   * Starts the work, or joins it when it is under way. A caller whose signal aborts gets the signal's reason at once;
   * the work's own signal aborts when its last caller has left.
   */
  async run<T>(name: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    const flight = this.#flights.get(name) ?? this.#start(name, work);
    flight.callers++;
    let leave: () => void = () => undefined;
    const left = new Promise<never>((_resolve, reject) => {
      leave = () => reject(signal.reason);
      signal.addEventListener('abort', leave, { once: true });
    });
    try {
      return await (Promise.race([flight.result, left]) as Promise<T>);
    } finally {
      signal.removeEventListener('abort', leave);
      flight.callers--;
      if (flight.callers === 0) this.#abandon(name, flight);
    }
  }

  #start<T>(name: string, work: (signal: AbortSignal) => Promise<T>): Flight {
    const controller = new AbortController();
    const flight: Flight = { result: Promise.resolve(), controller, callers: 0 };
    flight.result = work(controller.signal).finally(() => this.#remove(name, flight));
    // Everybody may have left before it fails.
    flight.result.catch(() => undefined);
    this.#flights.set(name, flight);
    return flight;
  }

  /** Who comes now starts anew instead of joining what is being stopped. */
  #abandon(name: string, flight: Flight): void {
    this.#remove(name, flight);
    flight.controller.abort();
  }

  #remove(name: string, flight: Flight): void {
    if (this.#flights.get(name) === flight) this.#flights.delete(name);
  }
}
