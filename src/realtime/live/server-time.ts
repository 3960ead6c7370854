import { Injectable } from '@nestjs/common';
import { JournalRepository } from '../journal.repository.js';

const MEASURE_EVERY_MS = 10_000;

/** The database's time, by which clocks run and on which all processes agree; this process's own may differ by minutes. */
@Injectable()
export class ServerTime {
  #offset = 0;
  #measuredAt = -Infinity;
  #measuring: Promise<void> | undefined;

  constructor(private readonly journal: JournalRepository) {}

  /** Milliseconds since 1970. */
  async now(): Promise<number> {
    if (performance.now() - this.#measuredAt > MEASURE_EVERY_MS) {
      await (this.#measuring ??= this.#measure().finally(() => (this.#measuring = undefined)));
    }
    return Math.round(this.#offset + performance.now());
  }

  async #measure(): Promise<void> {
    const asked = performance.now();
    const told = await this.journal.now();
    const answered = performance.now();
    this.#offset = told - (asked + answered) / 2;
    this.#measuredAt = answered;
  }
}
