import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { type UpstreamCall, UpstreamFailure } from '../upstream.js';
import type { CacheOutcome, UpstreamMetrics } from '../resilience/upstream-metrics.js';
import { Upstreams } from '../upstreams.js';
import { ageOf, isAbsence, nameOf, type ResourceKey, type StoredResource } from './resource.js';
import { ResourceFlights } from './resource-flights.js';
import { ResourcesRepository } from './resources.repository.js';

/** What a provider has answered. */
export interface Fetched {
  /** Milliseconds. */
  freshForMs: number;
  /** What of it has no table of its own. */
  data?: unknown;
  /** Puts the rest into its tables, in the transaction that makes the resource fresh. */
  store?(): Promise<void>;
}

/**
 * How it stands with a resource after it was asked for: `fresh`; `stale`, older than allowed because the provider does not
 * answer; or `missing`, never fetched for the same reason.
 */
export type Condition = 'fresh' | 'stale' | 'missing';

export interface Refreshed {
  condition: Condition;
  /** Why it is not fresh. */
  failure?: UpstreamFailure;
}

/** How long a fetch that nobody waits for may take. */
const BACKGROUND_MS = 60_000;

/** Fetches what is not fresh. Several who want the same thing at a time cause one fetch. */
@Injectable()
export class ResourceRefresher implements BeforeApplicationShutdown {
  readonly #log = new Logger('Providers');
  readonly #flights = new ResourceFlights();
  readonly #background = new Set<Promise<unknown>>();
  readonly #closing = new AbortController();

  readonly #metrics: UpstreamMetrics;

  constructor(
    private readonly resources: ResourcesRepository,
    upstreams: Upstreams,
  ) {
    this.#metrics = upstreams.metrics;
  }

  /** Aborts when the application stops; for work that belongs to no request. */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#closing.abort();
    await Promise.allSettled(this.#background);
  }

  /**
   * Makes a resource fresh, if need be and if possible.
   * @param known what is stored of it, when the caller has looked already.
   * @throws the signal's reason when the caller leaves; never because of the provider.
   */
  async ensure(
    key: ResourceKey,
    call: UpstreamCall,
    fetch: (call: UpstreamCall) => Promise<Fetched>,
    known?: StoredResource,
  ): Promise<Refreshed> {
    const stored = known ?? (await this.resources.find([key])).of(key);
    const age = ageOf(stored, Date.now());
    const count = (outcome: CacheOutcome): void => this.#metrics.countCache(key.source, outcome);
    if (age === 'fresh') {
      count(isAbsence(key, stored) ? 'negative' : 'hit');
      return { condition: 'fresh' };
    }
    if (age === 'stale') {
      count('stale');
      this.#inBackground(key, fetch);
      return { condition: 'fresh' };
    }
    try {
      await this.#fetch(key, call, fetch);
      count('miss');
      return { condition: 'fresh' };
    } catch (error) {
      const failure = this.#failureOf(error, call.signal);
      count(age === 'old' ? 'stale' : 'miss');
      return { condition: age === 'old' ? 'stale' : 'missing', failure };
    }
  }

  #fetch(key: ResourceKey, call: UpstreamCall, fetch: (call: UpstreamCall) => Promise<Fetched>): Promise<void> {
    return this.#flights.run(nameOf(key), call.signal, async (signal) => {
      // Somebody may have fetched it between our look and our turn.
      const now = (await this.resources.find([key])).of(key);
      if (ageOf(now, Date.now()) === 'fresh') return;
      try {
        const { freshForMs, data, store } = await fetch({ ...call, signal });
        await this.resources.transactional(async () => {
          await store?.();
          const at = Date.now();
          await this.resources.store(key, at, at + freshForMs, data);
        });
      } catch (error) {
        if (error instanceof UpstreamFailure && error.kind !== 'aborted' && error.kind !== 'exhausted-budget') {
          await this.resources.storeFailure(key, Date.now());
        }
        throw error;
      }
    });
  }

  #inBackground(key: ResourceKey, fetch: (call: UpstreamCall) => Promise<Fetched>): void {
    const signal = AbortSignal.any([this.#closing.signal, AbortSignal.timeout(BACKGROUND_MS)]);
    const work = this.#fetch(key, { signal }, fetch)
      .catch((error: unknown) => {
        if (!signal.aborted) this.#log.warn(`${nameOf(key)}: ${String(error)}`);
      })
      .finally(() => this.#background.delete(work));
    this.#background.add(work);
  }

  /** What is not the provider's fault is somebody's bug or the database's trouble, and told as such. */
  #failureOf(error: unknown, signal: AbortSignal): UpstreamFailure {
    if (error instanceof UpstreamFailure && error.kind !== 'aborted') return error;
    if (signal.aborted && isTimeout(signal.reason)) {
      return new UpstreamFailure('exhausted-budget', 'provider', '', { what: 'the time for this request is used up' });
    }
    throw error;
  }
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'TimeoutError';
}
