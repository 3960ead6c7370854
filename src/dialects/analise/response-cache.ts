/** How long an answer may be used again, and what it was made from. */
export interface CachePolicy<T> {
  /** 0 for an answer that is not worth keeping. */
  ttlMs(value: T): number;
  /** Names of the things whose change makes the answer stale. */
  tags(value: T): Iterable<string>;
}

/** Where answers are kept. An abstract class, so that it can be injected and another store put behind it. */
export abstract class ResponseCache {
  /**
   * The answer kept under `key`, or the one `produce` makes now. Callers that ask for one key at the same time share
   * one production. A production that fails is told to all of them and not kept.
   */
  abstract remember<T>(key: string, policy: CachePolicy<T>, produce: () => Promise<T>): Promise<T>;

  /** Drops every answer that carries one of these tags, also those still being made. */
  abstract forget(tags: Iterable<string>): void;

  abstract clear(): void;
}

interface Entry {
  value: unknown;
  expiresAt: number;
  tags: readonly string[];
}

interface Flight {
  result: Promise<unknown>;
  /** Tags forgotten since it started; their old state may have been read already. */
  forgotten: Set<string>;
  cleared: boolean;
}

/** Keeps the answers of one process in memory; beyond `capacity` the one used longest ago goes. */
export class MemoryResponseCache extends ResponseCache {
  readonly #entries = new Map<string, Entry>();
  readonly #keysOfTag = new Map<string, Set<string>>();
  readonly #flights = new Map<string, Flight>();

  constructor(
    private readonly capacity: number,
    /** Milliseconds that never step back. */
    private readonly now: () => number,
  ) {
    super();
  }

  get size(): number {
    return this.#entries.size;
  }

  async remember<T>(key: string, policy: CachePolicy<T>, produce: () => Promise<T>): Promise<T> {
    const entry = this.#entries.get(key);
    if (entry && entry.expiresAt > this.now()) {
      this.#entries.delete(key);
      this.#entries.set(key, entry);
      return entry.value as T;
    }
    const running = this.#flights.get(key);
    if (running && running.forgotten.size === 0 && !running.cleared) return running.result as Promise<T>;

    const flight: Flight = { result: Promise.resolve(), forgotten: new Set(), cleared: false };
    const result = this.#produce(key, policy, produce, flight);
    flight.result = result;
    this.#flights.set(key, flight);
    return result;
  }

  forget(tags: Iterable<string>): void {
    for (const tag of tags) {
      for (const flight of this.#flights.values()) flight.forgotten.add(tag);
      for (const key of this.#keysOfTag.get(tag) ?? []) this.#remove(key);
    }
  }

  clear(): void {
    for (const flight of this.#flights.values()) flight.cleared = true;
    this.#entries.clear();
    this.#keysOfTag.clear();
  }

  async #produce<T>(key: string, policy: CachePolicy<T>, produce: () => Promise<T>, flight: Flight): Promise<T> {
    try {
      const value = await produce();
      const tags = [...policy.tags(value)];
      const stale = flight.cleared || tags.some((tag) => flight.forgotten.has(tag));
      const ttlMs = policy.ttlMs(value);
      if (!stale && ttlMs > 0) this.#keep(key, { value, tags, expiresAt: this.now() + ttlMs });
      return value;
    } finally {
      // A later flight for this key may have taken its place.
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    }
  }

  #keep(key: string, entry: Entry): void {
    this.#remove(key);
    this.#entries.set(key, entry);
    for (const tag of entry.tags) {
      const keys = this.#keysOfTag.get(tag);
      if (keys) keys.add(key);
      else this.#keysOfTag.set(tag, new Set([key]));
    }
    // A Map remembers the order of insertion, so its first key is the one used longest ago.
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.capacity) break;
      this.#remove(oldest);
    }
  }

  #remove(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    for (const tag of entry.tags) {
      const keys = this.#keysOfTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.#keysOfTag.delete(tag);
    }
  }
}
