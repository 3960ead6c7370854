import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { DomainError } from '#core/kernel/domain-error.js';
import { CONFIG } from '#platform/config/config.token.js';
import type { Config } from '#platform/config/index.js';
import { DATABASE_OPTIONS } from '#platform/database/database.token.js';
import type { DatabaseOptions } from '#platform/database/orm-options.js';
import { FixtureResources } from './fixture-resources.js';
import { Freshness } from './freshness.js';
import { GroundRepository } from './ground.repository.js';
import { type DayJob, type MatchJob, PrefetchQueue } from './prefetch-queue.js';
import { ResourceRefresher } from './resource-refresher.js';
import { ResourcesRepository } from './resources.repository.js';

const DAY_MS = 86_400_000;
const LOCAL_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Sao_Paulo', dateStyle: 'short' });
/** The sample most analyses are asked for with. */
const SAMPLE = { limit: 10, homeVenue: null, awayVenue: null } as const;

/**
 * Fetches today's and tomorrow's matches, and what their analyses need, before anybody asks. Does nothing until it is told
 * to begin.
 */
@Injectable()
export class Prefetch implements BeforeApplicationShutdown {
  readonly #log = new Logger('Prefetch');
  #queue: PrefetchQueue | undefined;
  #starting: Promise<void> = Promise.resolve();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE_OPTIONS) private readonly database: DatabaseOptions,
    private readonly fixtures: FixtureResources,
    private readonly freshness: Freshness,
    private readonly ground: GroundRepository,
    private readonly resources: ResourcesRepository,
    private readonly refresher: ResourceRefresher,
  ) {}

  /**
   * Works off jobs from now on, where a fixture provider and prefetching are switched on. To be called once the database
   * is complete. The server answers without its jobs, so it neither waits for them nor fails with them.
   */
  begin(): void {
    if (!this.fixtures.isOn || !this.config.providers.prefetch) return;
    this.#starting = this.start().catch((error: unknown) => this.#log.warn(`no prefetching: ${String(error)}`));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#starting;
    await this.#queue?.stop().catch((error: unknown) => this.#log.warn(`jobs: ${String(error)}`));
  }

  /** Starts working off jobs, whatever is configured. */
  async start(): Promise<void> {
    const queue: PrefetchQueue = new PrefetchQueue(this.database.url, {
      day: (job) => this.prefetchDay(job, queue),
      match: (job) => this.prefetchMatch(job),
      onError: (error) => this.#log.warn(`jobs: ${error.message}`),
    });
    this.#queue = queue;
    await queue.start();
  }

  /** Fetches a day's matches and puts each of them in line. */
  prefetchDay({ offset }: DayJob, queue: Pick<PrefetchQueue, 'sendMatches'>): Promise<void> {
    const day = LOCAL_DAY.format(new Date(Date.now() + offset * DAY_MS));
    return this.#quietly(async () => {
      await this.freshness.ofDay(day, this.refresher.closing);
      const publicIds = await this.ground.listProvided(this.fixtures.key('match', '').source, day);
      await queue.sendMatches(publicIds.map((publicId) => ({ publicId })));
    });
  }

  prefetchMatch({ publicId }: MatchJob): Promise<void> {
    return this.#quietly(async () => void (await this.freshness.ofMatch(publicId, SAMPLE, this.refresher.closing)));
  }

  /** A provider that does not answer is no news, and the next job tries again. */
  async #quietly(work: () => Promise<void>): Promise<void> {
    try {
      await this.resources.inOwnContext(work);
    } catch (error) {
      if (this.refresher.closing.aborted) return;
      if (!(error instanceof DomainError)) throw error;
      this.#log.debug(error.message);
    }
  }
}
