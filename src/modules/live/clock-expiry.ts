import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ClocksRepository, type RunningClock } from './clocks.repository.js';

/** How often to look for clocks that another process, or another program, has started. */
const LOOK_EVERY_MS = 1_000;

/**
 * Brings running clocks to rest when their time is over. It looks at the running ones every second (an index holds
 * only those) and sets a timer for each that ends before the next look. Every process does so; the database lets one of
 * them end a clock. A clock that ended while no process ran is ended by the first look.
 */
@Injectable()
export class ClockExpiry implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #log = new Logger('ClockExpiry');
  readonly #timers = new Set<NodeJS.Timeout>();
  #next: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(private readonly clocks: ClocksRepository) {}

  onApplicationBootstrap(): void {
    this.look();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#next);
    for (const timer of this.#timers) clearTimeout(timer);
    await this.#looking;
  }

  /** Looks now: a clock was started that may end before the next look. */
  look(): void {
    if (this.#stopped) return;
    if (this.#looking !== undefined) {
      this.#again = true;
      return;
    }
    clearTimeout(this.#next);
    this.#looking = this.clocks
      .inOwnContext(() => this.#look())
      .finally(() => {
        this.#looking = undefined;
        if (this.#again) {
          this.#again = false;
          this.look();
        } else if (!this.#stopped) {
          this.#next = setTimeout(() => this.look(), LOOK_EVERY_MS).unref();
        }
      });
  }

  async #look(): Promise<void> {
    try {
      const running = await this.clocks.running();
      for (const timer of this.#timers) clearTimeout(timer);
      this.#timers.clear();
      for (const clock of running) if (clock.endsIn <= 2 * LOOK_EVERY_MS) this.#endIn(clock);
    } catch (error) {
      // The next look tries again; a database that is gone is reported by its own health.
      this.#log.warn(`cannot look for running clocks: ${(error as Error).message}`);
    }
  }

  #endIn(clock: RunningClock): void {
    if (this.#stopped) return;
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer);
        void this.clocks
          .inOwnContext(() => this.clocks.end(clock))
          .catch((error: unknown) =>
            this.#log.warn(`cannot end a clock, the next look will: ${(error as Error).message}`),
          );
      },
      Math.max(0, clock.endsIn),
    ).unref();
    this.#timers.add(timer);
  }
}
