import type { UpstreamFailureKind } from '../upstream.js';
import type { CircuitName } from './circuit.js';
import { type Latency, LatencyHistogram } from './latency-histogram.js';

/**
 * How something was got that may be stored: fresh from the store; from the store though its time was over, because it is
 * fetched meanwhile or the provider failed; from the store that there is no such thing; or from the provider, also when
 * that failed and nothing was stored.
 */
export type CacheOutcome = 'hit' | 'stale' | 'negative' | 'miss';

export interface EndpointFigures {
  endpoint: string;
  /** Asked for by callers; `joined` of them shared a request that was under way. */
  calls: number;
  joined: number;
  /** Requests sent, retries included. */
  requests: number;
  retries: number;
  /** Failed requests and refused calls by kind; kinds that never occurred are absent. */
  errors: Partial<Record<UpstreamFailureKind, number>>;
  /** Rows of answers that could not be read. */
  rowsLeftOut: number;
  circuit: CircuitName;
  latency: Latency;
}

export interface ProviderFigures {
  provider: string;
  /** Requests under way and calls waiting for their turn. */
  running: number;
  waiting: number;
  /** How often stored data answered instead of the provider. */
  cache: Record<CacheOutcome, number>;
  endpoints: EndpointFigures[];
}

/** Counts what happens at one endpoint. */
export class EndpointMeter {
  calls = 0;
  joined = 0;
  requests = 0;
  retries = 0;
  rowsLeftOut = 0;
  readonly latency = new LatencyHistogram();
  readonly #errors = new Map<UpstreamFailureKind, number>();

  failed(kind: UpstreamFailureKind): void {
    this.#errors.set(kind, (this.#errors.get(kind) ?? 0) + 1);
  }

  figures(endpoint: string, circuit: CircuitName): EndpointFigures {
    const { calls, joined, requests, retries, rowsLeftOut } = this;
    const errors = Object.fromEntries(this.#errors);
    return {
      endpoint,
      calls,
      joined,
      requests,
      retries,
      errors,
      rowsLeftOut,
      circuit,
      latency: this.latency.figures(),
    };
  }
}

/** Figures of all providers since the process started. */
export class UpstreamMetrics {
  readonly #sources = new Map<string, () => Omit<ProviderFigures, 'cache' | 'provider'>>();
  readonly #caches = new Map<string, Record<CacheOutcome, number>>();

  /** Makes a provider's own figures part of the whole. */
  register(provider: string, figures: () => Omit<ProviderFigures, 'cache' | 'provider'>): void {
    this.#sources.set(provider, figures);
  }

  /** To be told by whoever decides between stored data and the provider. */
  countCache(provider: string, outcome: CacheOutcome): void {
    this.#cacheOf(provider)[outcome]++;
  }

  snapshot(): ProviderFigures[] {
    return [...this.#sources].map(([provider, figures]) => ({
      provider,
      cache: { ...this.#cacheOf(provider) },
      ...figures(),
    }));
  }

  #cacheOf(provider: string): Record<CacheOutcome, number> {
    let cache = this.#caches.get(provider);
    if (!cache) this.#caches.set(provider, (cache = { hit: 0, stale: 0, negative: 0, miss: 0 }));
    return cache;
  }
}
