/** Milliseconds; null before the first request. Percentiles are upper bounds of their bucket. */
export interface Latency {
  count: number;
  meanMs: number | null;
  p50Ms: number | null;
  p95Ms: number | null;
  maxMs: number | null;
}

const BOUNDS_MS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, Infinity];

/** How long requests took, in a fixed amount of memory. */
export class LatencyHistogram {
  readonly #counts = BOUNDS_MS.map(() => 0);
  #count = 0;
  #sum = 0;
  #max = 0;

  add(ms: number): void {
    this.#counts[BOUNDS_MS.findIndex((bound) => ms <= bound)]++;
    this.#count++;
    this.#sum += ms;
    this.#max = Math.max(this.#max, ms);
  }

  figures(): Latency {
    if (this.#count === 0) return { count: 0, meanMs: null, p50Ms: null, p95Ms: null, maxMs: null };
    return {
      count: this.#count,
      meanMs: this.#sum / this.#count,
      p50Ms: this.#percentile(0.5),
      p95Ms: this.#percentile(0.95),
      maxMs: this.#max,
    };
  }

  #percentile(share: number): number {
    let seen = 0;
    const bucket = this.#counts.findIndex((count) => (seen += count) >= share * this.#count);
    return Math.min(BOUNDS_MS[bucket], this.#max);
  }
}
