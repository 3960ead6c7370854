/**
 * Answers equal questions that wait at the same time with one reading. A reading answers only those who asked before it
 * began, so everybody sees all that was committed before they asked, as if each had read alone: nothing is kept.
 * (Also known as request collapsing, or single flight; most of those let a newcomer join a reading that has begun.)
 */
export class CoalescedReads<T> {
  readonly #running = new Map<string, Promise<T>>();
  /** At most one per key, which begins when the running one has ended. */
  readonly #waiting = new Map<string, Promise<T>>();

  /** Questions being answered, or waiting to be. */
  get size(): number {
    return this.#running.size + this.#waiting.size;
  }

  /**
   * What `read` gives, or what another's gives that begins after this call. A failure is told to all who share it.
   * `key` must name all that the answer depends on, the asker included where that matters.
   */
  ask(key: string, read: () => Promise<T>): Promise<T> {
    const waiting = this.#waiting.get(key);
    if (waiting) return waiting;
    const running = this.#running.get(key);
    if (!running) return this.#begin(key, read);
    const begin = (): Promise<T> => {
      this.#waiting.delete(key);
      return this.#begin(key, read);
    };
    const next = running.then(begin, begin);
    this.#waiting.set(key, next);
    return next;
  }

  #begin(key: string, read: () => Promise<T>): Promise<T> {
    const end = (): void => void this.#running.delete(key);
    const reading = read();
    this.#running.set(key, reading);
    // Before those who wait for it.
    reading.then(end, end);
    return reading;
  }
}
