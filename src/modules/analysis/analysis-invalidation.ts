import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { type MatchRow, MatchesService } from '#modules/matches/index.js';
import { Feed } from '#realtime/feed.js';
import { KeptAnalyses } from './kept-analyses.js';

/** Beyond this many changed matches at a time (an import), forgetting everything is cheaper than choosing. */
const MOST_MATCHES = 200;
/** Matches of which is remembered what others' analyses could know of them. */
const MOST_REMEMBERED = 10_000;

/** Forgets kept analyses when a match they were made from changes. */
@Injectable()
export class AnalysisInvalidation implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger('AnalysisInvalidation');
  readonly #changed = new Set<number>();
  readonly #known = new Map<number, string>();
  #unsubscribe: () => void = () => undefined;
  #working: Promise<void> | undefined;

  constructor(
    private readonly feed: Feed,
    private readonly matches: MatchesService,
    private readonly kept: KeptAnalyses,
  ) {}

  onApplicationBootstrap(): void {
    this.#unsubscribe = this.feed.onChange((change) => {
      if (change === 'all') return this.#forgetAll();
      if (this.kept.size === 0) return void this.#known.delete(change);
      this.#changed.add(change);
      this.#working ??= this.#forgetChanged();
    });
  }

  /** The database is closed after this. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#unsubscribe();
    await this.#working;
  }

  async #forgetChanged(): Promise<void> {
    try {
      // Changes told in one go are looked up together.
      await Promise.resolve();
      while (this.#changed.size > 0) {
        const ids = [...this.#changed];
        this.#changed.clear();
        if (ids.length > MOST_MATCHES) this.#forgetAll();
        else this.#compare(ids, await this.matches.findByIds(ids));
      }
    } catch (error) {
      // Unknown what has changed, so nothing is certain any more.
      this.#forgetAll();
      this.#log.warn(`could not look up changed matches: ${String(error)}`);
    } finally {
      this.#working = undefined;
    }
  }

  #compare(ids: readonly number[], rows: ReadonlyMap<number, MatchRow>): void {
    for (const id of ids) {
      const row = rows.get(id);
      // Of a match that is gone nobody knows any more whose it was.
      if (!row) return this.#forgetAll();
      const facts = factsOf(row);
      if (this.#known.get(id) === facts) continue;
      if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
      this.#known.set(id, facts);
      const { homeId, awayId, tournamentId } = row;
      this.kept.forget({ teams: [homeId, awayId], tournaments: tournamentId === null ? [] : [tournamentId] });
    }
  }

  #forgetAll(): void {
    this.#known.clear();
    this.kept.forgetAll();
  }
}

/** What analyses of other matches can know of this one: only of a finished match more than that it takes place. */
function factsOf({ status, kickoffAt, homeId, awayId, tournamentId, version }: MatchRow): string {
  return JSON.stringify([status, kickoffAt, homeId, awayId, tournamentId, status === 'finished' ? version : 0]);
}
