/**
 * How many requests one piece of work may cause, retries included. Time is bounded by the signal of each call.
 * Joining a request that is under way costs nothing.
 */
export class UpstreamBudget {
  #left: number;

  /** `requests`: a whole number, at least 0. */
  constructor(requests: number) {
    if (!Number.isSafeInteger(requests) || requests < 0) throw new RangeError(`${requests} is no number of requests`);
    this.#left = requests;
  }

  get left(): number {
    return this.#left;
  }

  /** Takes one request; false when none is left. */
  take(): boolean {
    if (this.#left === 0) return false;
    this.#left--;
    return true;
  }
}
