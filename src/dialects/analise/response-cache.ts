import { CACHE_MANAGER, type Cache } from '@nestjs/cache-manager';
import { Inject, Injectable } from '@nestjs/common';

/** How long an answer may be used again, and what it was made from. */
export interface CachePolicy<T> {
  /** 0 for an answer that is not worth keeping. */
  ttlMs(value: T): number;
  /** Names of the things whose change makes the answer stale. */
  tags(value: T): Iterable<string>;
}

/** An answer as the store has it. */
interface Entry {
  value: unknown;
  tags: readonly string[];
  /** What had been forgotten when its production began. */
  since: number;
}

interface Flight {
  result: Promise<unknown>;
  since: number;
}

/** Forgotten tags remembered by name; beyond that, dropping everything is cheaper. */
const MOST_TAGS = 10_000;

/**
 * Answers kept in the store of `CacheModule`. What was forgotten is remembered here, beside the store, so that an answer
 * is stale at once for everybody, also one that was read from the store or begun to be made before.
 */
@Injectable()
export class ResponseCache {
  readonly #flights = new Map<string, Flight>();
  /** How often something was forgotten. */
  #clock = 0;
  /** When each tag was forgotten last, and when everything was. */
  readonly #forgottenAt = new Map<string, number>();
  #clearedAt = 0;
  /** Something may be kept, or on its way: the store is in memory and begins empty. */
  #isUsed = false;

  constructor(@Inject(CACHE_MANAGER) private readonly store: Cache) {}

  /** Whether there is certainly nothing to forget. */
  get isEmpty(): boolean {
    return !this.#isUsed;
  }

  /** The answer kept under `key`; undefined when there is none. */
  async find<T>(key: string): Promise<{ value: T } | undefined> {
    const kept = await this.store.get<Entry>(key);
    return kept && this.#isFresh(kept) ? (kept as Entry & { value: T }) : undefined;
  }

  /**
   * The answer kept under `key`, or the one `produce` makes now. Callers that ask for one key at the same time share
   * one production. A production that fails is told to all of them and not kept.
   */
  remember<T>(key: string, policy: CachePolicy<T>, produce: () => Promise<T>): Promise<T> {
    const running = this.#flights.get(key);
    // The old state of what was forgotten since may have been read already.
    if (running?.since === this.#clock) return running.result as Promise<T>;
    this.#isUsed = true;
    const flight: Flight = { result: this.#findOrMake(key, policy, produce), since: this.#clock };
    this.#flights.set(key, flight);
    const land = (): void => {
      // A later flight for this key may have taken its place.
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    };
    flight.result.then(land, land);
    return flight.result as Promise<T>;
  }

  /** Drops every answer that carries one of these tags, also those still being made. */
  forget(tags: Iterable<string>): void {
    this.#clock++;
    for (const tag of tags) this.#forgottenAt.set(tag, this.#clock);
    if (this.#forgottenAt.size > MOST_TAGS) this.clear();
  }

  clear(): void {
    this.#clearedAt = ++this.#clock;
    this.#forgottenAt.clear();
    this.#isUsed = this.#flights.size > 0;
    // Nothing in it is used any more, whether or not the store succeeds in giving the room back.
    void this.store.clear().catch(() => undefined);
  }

  async #findOrMake<T>(key: string, policy: CachePolicy<T>, produce: () => Promise<T>): Promise<T> {
    const kept = await this.find<T>(key);
    if (kept) return kept.value;
    const since = this.#clock;
    const value = await produce();
    const entry: Entry = { value, tags: [...policy.tags(value)], since };
    const ttlMs = policy.ttlMs(value);
    // An answer is given also when it cannot be kept.
    if (ttlMs > 0 && this.#isFresh(entry)) await this.store.set(key, entry, ttlMs).catch(() => undefined);
    return value;
  }

  #isFresh({ tags, since }: Entry): boolean {
    return this.#clearedAt <= since && tags.every((tag) => (this.#forgottenAt.get(tag) ?? 0) <= since);
  }
}
