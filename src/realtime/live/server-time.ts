import { Injectable } from '@nestjs/common';
import { JournalRepository } from '../journal.repository.js';

const MEASURE_EVERY_MS = 10_000;

/**
 * The database's time, by which clocks run and on which all processes agree, kept by this process: its own may differ by
 * minutes.
 */
@Injectable()
export class ServerTime {
  #offset = Date.now() - performance.now();
  #measuredAt = -Infinity;
  #measuring: Promise<void> | undefined;

  constructor(private readonly journal: JournalRepository) {}

  /** Milliseconds since 1970, measured a moment ago at most. Rejects when the database cannot be read. */
  async now(): Promise<number> {
    await this.measure();
    return this.last();
  }

  /** Milliseconds since 1970 by the last measurement, or by this process's own clock before the first. */
  last(): number {
    return Math.round(this.#offset + performance.now());
  }

  /** Reads the database's time unless that was done a moment ago. Rejects when it cannot be read. */
  async measure(): Promise<void> {
    if (performance.now() - this.#measuredAt <= MEASURE_EVERY_MS) return;
    await (this.#measuring ??= this.#measure().finally(() => (this.#measuring = undefined)));
  }

  async #measure(): Promise<void> {
    const asked = performance.now();
    const told = await this.journal.now();
    const answered = performance.now();
    this.#offset = told - (asked + answered) / 2;
    this.#measuredAt = answered;
  }
}
