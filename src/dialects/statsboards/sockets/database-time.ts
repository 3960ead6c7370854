import { Injectable } from '@nestjs/common';

/** How often the difference is measured while clocks run. */
const MEASURE_EVERY_MS = 10_000;

/** The database's time, by which clocks run, kept by this process: its own clock may differ by minutes. */
@Injectable()
export class DatabaseTime {
  #offset = Date.now() - performance.now();
  #measuredAt = -Infinity;

  /** Milliseconds since 1970. */
  now(): number {
    return Math.round(this.#offset + performance.now());
  }

  /** Reads the database's time unless that was done a moment ago. `read` gives undefined when it could not tell. */
  async measure(read: () => Promise<number | undefined>): Promise<void> {
    const asked = performance.now();
    if (asked - this.#measuredAt < MEASURE_EVERY_MS) return;
    this.#measuredAt = asked;
    const told = await read();
    if (told !== undefined) this.#offset = told - (asked + performance.now()) / 2;
  }
}
