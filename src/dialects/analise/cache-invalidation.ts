import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { MatchesService, type MatchRow } from '#modules/matches/index.js';
import { Feed } from '#realtime/feed.js';
import { localDay } from './analise.dates.js';
import { cacheTag } from './cache-policy.js';
import { ResponseCache } from './response-cache.js';

/** Beyond this many changed matches at a time (an import), dropping everything is cheaper than choosing. */
const MOST_MATCHES = 200;

/** Drops answers when a match they were made from changes. */
@Injectable()
export class CacheInvalidation implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger('Analise');
  readonly #changed = new Set<number>();
  #unsubscribe: () => void = () => undefined;
  #working: Promise<void> | undefined;

  constructor(
    private readonly feed: Feed,
    private readonly matches: MatchesService,
    private readonly cache: ResponseCache,
  ) {}

  onApplicationBootstrap(): void {
    this.#unsubscribe = this.feed.onChange((change) => {
      if (this.cache.isEmpty) return;
      if (change === 'all') return this.cache.clear();
      this.cache.forget([cacheTag.match(change)]);
      this.#changed.add(change);
      this.#working ??= this.#forgetRelated();
    });
  }

  /** The database is closed after this. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#unsubscribe();
    await this.#working;
  }

  /** What is made from a match without naming it: its teams' analyses, and the list of a day it is new to. */
  async #forgetRelated(): Promise<void> {
    try {
      // Changes told in one go are looked up together.
      await Promise.resolve();
      while (this.#changed.size > 0) {
        const ids = [...this.#changed];
        this.#changed.clear();
        if (ids.length > MOST_MATCHES) this.cache.clear();
        else this.cache.forget([...(await this.matches.findByIds(ids)).values()].flatMap(tagsOfChange));
      }
    } catch (error) {
      // Unknown what has changed, so nothing is certain any more.
      this.cache.clear();
      this.#log.warn(`could not look up changed matches: ${String(error)}`);
    } finally {
      this.#working = undefined;
    }
  }
}

function tagsOfChange({ id, homeId, awayId, kickoffAt }: MatchRow): string[] {
  const tags = [cacheTag.match(id), cacheTag.team(homeId), cacheTag.team(awayId), cacheTag.competitions];
  return kickoffAt === null ? tags : [...tags, cacheTag.day(localDay(new Date(kickoffAt)))];
}
