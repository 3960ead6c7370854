import { Injectable } from '@nestjs/common';
import {
  figureAt,
  type StatisticsDocument,
  type StatisticsOverride,
} from '#core/football/plays/statistics-document.js';
import { Conflict, Invalid, NotFound } from '#core/kernel/domain-error.js';
import { KeptStatistics } from './kept-statistics.js';
import { StatisticsRepository } from './statistics.repository.js';

export interface MatchStatistics {
  matchId: number;
  /** Version of the match they are of. */
  version: number;
  document: StatisticsDocument;
}

/** Who edits statistics by hand, and when by his own clock. */
export interface StatisticsEditor {
  userId: number | null;
  at: Date;
}

/** Matches whose statistics are kept in memory; the one asked for longest ago goes first. */
const KEPT_MATCHES = 500;

/**
 * Statistics of American football: the fold of a match's plays in their order, with what was corrected by hand beside
 * it. They are kept by the match's version, and a new play at the end is added to what was counted before.
 */
@Injectable()
export class MatchStatisticsService {
  readonly #kept = new Map<number, KeptStatistics>();

  constructor(private readonly statistics: StatisticsRepository) {}

  /** @throws NotFound */
  async get(matchId: number): Promise<MatchStatistics> {
    for (;;) {
      const version = await this.statistics.version(matchId);
      if (version === undefined) throw this.#unknown(matchId);
      const kept = this.#kept.get(matchId);
      if (kept === undefined) return answer(matchId, await this.#count(matchId));
      if (kept.version >= version) return answer(matchId, this.#keep(matchId, kept));
      const from = kept.version;
      const changes = await this.statistics.changesAfter(matchId, from);
      // Somebody else has brought them up to date meanwhile, or counted them again.
      if (kept.version !== from || this.#kept.get(matchId) !== kept) continue;
      return answer(matchId, kept.advance(changes, version) ? this.#keep(matchId, kept) : await this.#count(matchId));
    }
  }

  /**
   * Sets figures by hand: they stay as set, whatever is played, until they are set again. The newest edit of a match,
   * by its editor's clock, wins: an edit that is not newer than the last one is refused as a whole.
   * @throws NotFound; Invalid for a path that names no figure of the match; Conflict `STATISTICS_OUTDATED`
   */
  async override(
    matchId: number,
    figures: readonly StatisticsOverride[],
    editor: StatisticsEditor,
  ): Promise<MatchStatistics> {
    await this.statistics.withMatchLocked(matchId, async () => {
      const { document } = await this.get(matchId);
      const last = await this.statistics.lastEdit(matchId);
      if (last !== null && editor.at <= last) {
        throw new Conflict('STATISTICS_OUTDATED', 'The statistics were edited later than this', { matchId });
      }
      for (const figure of figures) {
        const previous = figureAt(document, figure.path);
        if (previous === undefined) throw new Invalid('path', `There is no figure ${figure.path} in this match`);
        await this.statistics.saveOverride(matchId, figure, previous, editor);
      }
    });
    return this.get(matchId);
  }

  async #count(matchId: number): Promise<KeptStatistics> {
    const source = await this.statistics.source(matchId);
    if (source === undefined) throw this.#unknown(matchId);
    return this.#keep(matchId, new KeptStatistics(source));
  }

  #keep(matchId: number, kept: KeptStatistics): KeptStatistics {
    this.#kept.delete(matchId);
    this.#kept.set(matchId, kept);
    if (this.#kept.size > KEPT_MATCHES) this.#kept.delete(this.#kept.keys().next().value!);
    return kept;
  }

  #unknown(matchId: number): NotFound {
    this.#kept.delete(matchId);
    return new NotFound('Match', matchId);
  }
}

function answer(matchId: number, { version, document }: KeptStatistics): MatchStatistics {
  return { matchId, version, document };
}
