import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Hub } from './hub.js';
import { JournalRepository } from './journal.repository.js';

const BATCH = 1_000;
const RETRY_MS = 200;

/**
 * Moves journal entries from the database to the hub: reads, for the matches that changed and are followed, whatever
 * is after their position. One read at a time, so a burst of notifications becomes one statement.
 */
@Injectable()
export class JournalPump implements OnApplicationShutdown {
  readonly #log = new Logger('JournalPump');
  readonly #changed = new Set<number>();
  #running: Promise<void> | undefined;
  #stopped = false;
  #failing = false;

  constructor(
    private readonly journal: JournalRepository,
    private readonly hub: Hub,
  ) {
    hub.onOpen = (matchId) => this.wake(matchId);
  }

  /** Something may have happened to this match. */
  wake(matchId: number): void {
    if (this.hub.position(matchId) === undefined) return;
    this.#changed.add(matchId);
    this.#start();
  }

  /** Something may have happened to any match. */
  wakeAll(): void {
    for (const matchId of this.hub.positions().keys()) this.#changed.add(matchId);
    this.#start();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  #start(): void {
    if (this.#changed.size === 0 || this.#stopped) return;
    this.#running ??= this.#drain().finally(() => {
      this.#running = undefined;
      // A wake-up between the last look and here.
      this.#start();
    });
  }

  async #drain(): Promise<void> {
    while (this.#changed.size > 0 && !this.#stopped) {
      const positions = new Map<number, number>();
      for (const matchId of this.#changed) {
        const version = this.hub.position(matchId);
        if (version !== undefined) positions.set(matchId, version);
      }
      this.#changed.clear();
      if (positions.size === 0) return;
      try {
        const items = await this.journal.readAfter(positions, BATCH);
        this.#failing = false;
        this.hub.publish(items);
        if (items.length === BATCH) for (const matchId of positions.keys()) this.#changed.add(matchId);
      } catch (error) {
        for (const matchId of positions.keys()) this.#changed.add(matchId);
        if (!this.#failing) this.#log.warn(`cannot read the journal, trying on: ${(error as Error).message}`);
        this.#failing = true;
        await sleep(RETRY_MS);
      }
    }
  }
}
