import { Logger } from '@nestjs/common';

const log = new Logger('StatsboardsSockets');

/**
 * Runs work when it is asked for, at once when it has rested, otherwise when the time since the last run is over. After
 * the last request a run always begins, so that what was asked for last is never left undone; one that fails is tried
 * again. Never runs twice at a time.
 */
export class TrailingThrottle {
  #lastRun = -Infinity;
  #wanted = false;
  #running = false;
  #stopped = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly everyMs: number,
    private readonly work: () => Promise<void>,
  ) {}

  /** Nothing is left undone, or being done. */
  get isIdle(): boolean {
    return !this.#wanted && !this.#running;
  }

  request(): void {
    this.#wanted = true;
    this.#schedule();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #schedule(): void {
    if (this.#stopped || this.#running || !this.#wanted || this.#timer !== undefined) return;
    const wait = this.#lastRun + this.everyMs - performance.now();
    if (wait <= 0) return void this.#run();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#run();
    }, wait).unref();
  }

  async #run(): Promise<void> {
    this.#wanted = false;
    this.#running = true;
    this.#lastRun = performance.now();
    try {
      await this.work();
    } catch (error) {
      if (!this.#stopped) log.warn(`cannot tell the clients of a match, trying on: ${(error as Error).message}`);
      this.#wanted = true;
    }
    this.#running = false;
    this.#schedule();
  }
}
