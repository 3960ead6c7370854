import { Injectable } from '@nestjs/common';
import {
  figureAt,
  type StatisticsDocument,
  type StatisticsOverride,
} from '#core/football/plays/statistics-document.js';
import { Conflict, NotFound } from '#core/kernel/domain-error.js';
import { checkTexts } from '#core/kernel/texts.js';
import { KeptMatches } from './kept-matches.js';
import { KeptStatistics } from './kept-statistics.js';
import { MatchChangesRepository } from './match-changes.repository.js';
import { type KeptOverride, StatisticsRepository } from './statistics.repository.js';
import { UnknownFigure } from './unknown-figure.js';

export interface MatchStatistics {
  matchId: number;
  /** Version of the match they are of. */
  version: number;
  document: StatisticsDocument;
}

/** Who edits statistics by hand, and when by his own clock. */
export interface StatisticsEditor {
  userId: number | null;
  /** Undefined: now, and after every edit before. */
  at: Date | undefined;
}

/** Matches whose statistics are kept in memory; the one asked for longest ago goes first. */
const KEPT_MATCHES = 500;

/**
 * Statistics of American football: the fold of a match's plays in their order, with what was corrected by hand beside
 * it. They are kept by the match's version, and a new play at the end is added to what was counted before.
 */
@Injectable()
export class MatchStatisticsService {
  readonly #kept: KeptMatches<KeptStatistics>;

  constructor(
    private readonly statistics: StatisticsRepository,
    changes: MatchChangesRepository,
  ) {
    this.#kept = new KeptMatches(changes, (matchId) => this.#count(matchId), KEPT_MATCHES);
  }

  /** @throws NotFound */
  async get(matchId: number): Promise<MatchStatistics> {
    const kept = await this.#kept.get(matchId);
    if (kept === undefined) throw new NotFound('Match', matchId);
    return answer(matchId, kept);
  }

  /** Statistics of several matches by their id, with three statements at most. Unknown matches have no entry. */
  async listByMatches(matchIds: readonly number[]): Promise<Map<number, MatchStatistics>> {
    const found = await this.#kept.getAll(matchIds, (unread) => this.#countAll(unread));
    return new Map([...found].map(([id, kept]) => [id, answer(id, kept)]));
  }

  /** Figures of matches that were set by hand, by the match. */
  async listOverrides(matchIds: readonly number[]): Promise<Map<number, KeptOverride[]>> {
    return Map.groupBy(await this.statistics.listOverrides(matchIds), ({ matchId }) => matchId);
  }

  /** Lets a figure be counted again. @throws NotFound when it was not set by hand; Invalid */
  async withdrawOverride(matchId: number, path: string): Promise<MatchStatistics> {
    checkTexts({ path });
    await this.statistics.withMatchLocked(matchId, async () => {
      if (!(await this.statistics.deleteOverride(matchId, path))) throw new NotFound('Statistic correction', path);
    });
    return this.get(matchId);
  }

  /**
   * Sets figures by hand: they stay as set, whatever is played, until they are set again. The newest edit of a match,
   * by its editor's clock, wins: an edit that is not newer than the last one is refused as a whole.
   * @throws NotFound; UnknownFigure for a path that names no figure of the match; Conflict `STATISTICS_OUTDATED`
   */
  async override(
    matchId: number,
    figures: readonly StatisticsOverride[],
    editor: StatisticsEditor,
  ): Promise<MatchStatistics> {
    await this.statistics.withMatchLocked(matchId, async () => {
      const { document } = await this.get(matchId);
      await this.#checkPlayers(matchId, document, figures);
      const last = await this.statistics.lastEdit(matchId);
      const at = new Date(editedAt(editor, last));
      if (last !== null && at <= last) {
        throw new Conflict('STATISTICS_OUTDATED', 'The statistics were edited later than this', { matchId });
      }
      for (const figure of figures) {
        const previous = figureAt(document, figure.path);
        if (previous === undefined) throw new UnknownFigure(figure.path);
        await this.statistics.saveOverride(matchId, figure, previous, { ...editor, at });
      }
    });
    return this.get(matchId);
  }

  /** A player who has done nothing yet must be one of his side's. */
  async #checkPlayers(
    matchId: number,
    document: StatisticsDocument,
    figures: readonly StatisticsOverride[],
  ): Promise<void> {
    const players = figures.flatMap(({ path }) => {
      const [, side, table, player] = /^(home|away)\.(offence|quarterbacks|defence)\.(\d{1,10})\./.exec(path) ?? [];
      const { teamId, ...tables } = document[side === 'away' ? 'away' : 'home'];
      const isKnown = player === undefined || Object.hasOwn(tables[table as 'offence'], player);
      return isKnown ? [] : [{ id: Number(player), teamId, path }];
    });
    if (players.length === 0) return;
    const teams = await this.statistics.teamsOfPlayers(matchId);
    const stranger = players.find(({ id, teamId }) => teams.get(id) !== teamId);
    if (stranger) throw new UnknownFigure(stranger.path);
  }

  async #count(matchId: number): Promise<KeptStatistics | undefined> {
    return (await this.#countAll([matchId])).get(matchId);
  }

  async #countAll(matchIds: readonly number[]): Promise<Map<number, KeptStatistics>> {
    const sources = await this.statistics.sources(matchIds);
    return new Map([...sources].map(([id, source]) => [id, new KeptStatistics(source)]));
  }
}

/** How far a client's clock may be ahead of ours; one that is further counts as so far. */
const MOST_AHEAD_MS = 2_000;

/** In milliseconds. An edit of tomorrow would refuse everybody else's until then. */
function editedAt({ at }: StatisticsEditor, last: Date | null): number {
  const now = Date.now();
  return at === undefined ? Math.max(now, (last?.getTime() ?? 0) + 1) : Math.min(at.getTime(), now + MOST_AHEAD_MS);
}

function answer(matchId: number, { version, document }: KeptStatistics): MatchStatistics {
  return { matchId, version, document };
}
