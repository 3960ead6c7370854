import type { Config } from '#platform/config/index.js';
import { type HostOptions, UpstreamHost } from './resilience/upstream-host.js';
import { UpstreamMetrics } from './resilience/upstream-metrics.js';
import { theSportsDbAddress } from './thesportsdb/address.js';
import { TheSportsDbClient } from './thesportsdb/thesportsdb-client.js';
import type { BadgeUpstream, FixtureUpstream } from './upstream.js';
import { VstatsClient } from './vstats/vstats-client.js';

const INITIAL_RETRY_DELAY_MS = 100;
const MAX_RETRY_DELAY_MS = 1_000;
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
const MAX_WAITING = 2_000;
const MINUTE_MS = 60_000;
/** More are of no use at 30 requests a minute. */
const THESPORTSDB_CONCURRENCY = 4;

/** Bounds that only tests choose differently, and views of what goes on. */
export interface UpstreamTuning extends Pick<HostOptions, 'onAnswer' | 'onCircuit'> {
  initialRetryDelayMs?: number;
  maxRetryDelayMs?: number;
  /** Length of the period for which the rate of TheSportsDB holds. */
  ratePeriodMs?: number;
}

/** The providers that are switched on, their figures, and the end of their connections. Injectable as this class. */
export class Upstreams {
  /** Null without VSTATS_BASE_URL. */
  readonly fixtures: FixtureUpstream | null;
  /** Null without THESPORTSDB_BASE_URL. */
  readonly badges: BadgeUpstream | null;
  readonly metrics = new UpstreamMetrics();
  readonly #hosts: UpstreamHost[] = [];

  constructor({ pauseMs, retries, vstats, theSportsDb }: Config['providers'], tuning: UpstreamTuning = {}) {
    const common = {
      breakerPauseMs: pauseMs,
      maxWaiting: MAX_WAITING,
      maxAnswerBytes: MAX_ANSWER_BYTES,
      retry: {
        retries,
        initialDelayMs: tuning.initialRetryDelayMs ?? INITIAL_RETRY_DELAY_MS,
        maxDelayMs: tuning.maxRetryDelayMs ?? MAX_RETRY_DELAY_MS,
      },
      ...(tuning.onAnswer && { onAnswer: tuning.onAnswer }),
      ...(tuning.onCircuit && { onCircuit: tuning.onCircuit }),
    };
    this.fixtures = this.#open(
      vstats.baseUrl,
      (baseUrl) => ({ ...common, ...vstats, baseUrl, provider: 'vstats' }),
      VstatsClient,
    );
    const ratePeriodMs = tuning.ratePeriodMs ?? MINUTE_MS;
    const { key, callsPerMinute, timeoutMs } = theSportsDb;
    this.badges = this.#open(
      theSportsDb.baseUrl,
      (baseUrl) => ({
        ...common,
        provider: 'thesportsdb',
        baseUrl: theSportsDbAddress(baseUrl, key),
        concurrency: THESPORTSDB_CONCURRENCY,
        rate: { calls: callsPerMinute, perMs: ratePeriodMs },
        timeoutMs,
        pauseAfter429Ms: ratePeriodMs,
      }),
      TheSportsDbClient,
    );
  }

  /** Ends what is under way and closes all connections. */
  async close(): Promise<void> {
    await Promise.all(this.#hosts.map((host) => host.close()));
  }

  #open<Client>(
    baseUrl: string | undefined,
    options: (baseUrl: string) => HostOptions,
    client: new (host: UpstreamHost) => Client,
  ): Client | null {
    if (baseUrl === undefined) return null;
    const host = new UpstreamHost(options(baseUrl), this.metrics);
    this.#hosts.push(host);
    return new client(host);
  }
}
