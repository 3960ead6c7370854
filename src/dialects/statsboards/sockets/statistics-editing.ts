import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '#core/kernel/domain-error.js';
import { MatchStatisticsService, UnknownFigure } from '#modules/plays/index.js';
import { OwnContext } from '#platform/database/own-context.js';
import { type ShownStatistics, shownStatistics } from '../live/match-stats.view.js';
import { SocketCallers } from './socket-callers.js';
import type { Connection } from './socket-door.js';

import type { StatisticsClient } from './statistics-client.js';
import { BadEdit, readEdit, refusalOf, type StatisticsEdit, withEdit } from './statistics-edit.js';
import type { StatisticsRoom } from './statistics-room.js';
import { StatisticsViews } from './statistics-views.js';

type Message = Readonly<Record<string, unknown>>;

/**
 * Editing statistics together. The newest edit of a match, by its editor's clock, wins; whoever loses is told at once
 * how things are. What was set by hand stays, whatever is played.
 */
@Injectable()
export class StatisticsEditing {
  readonly #log = new Logger('StatsboardsSockets');

  constructor(
    private readonly statistics: MatchStatisticsService,
    private readonly views: StatisticsViews,
    private readonly callers: SocketCallers,
    private readonly context: OwnContext,
  ) {}

  /** Takes an edit or answers it with `stats_sync`. Never rejects. */
  async edit(
    room: StatisticsRoom,
    client: StatisticsClient,
    from: Connection,
    message: Message,
    mayHaveCrossed: () => boolean,
  ): Promise<void> {
    try {
      const edit = readEdit(message, room.matchId, client.bases);
      const result = await this.context.run(() => this.#save(room.matchId, edit, from));
      const expected = client.shown && JSON.stringify(withEdit(client.shown.view, edit));
      if (!mayHaveCrossed() && expected === result.json) client.shown = result;
      else client.uncertain = true;
    } catch (error) {
      await this.#refuse(room, client, error);
    }
  }

  async #save(matchId: number, edit: StatisticsEdit, from: Connection): Promise<ShownStatistics> {
    const user = await this.callers.authorize(from);
    if (edit.figures.length === 0) return this.views.get(matchId);
    const editor = { userId: user?.userId ?? null, at: edit.at };
    const { document } = await this.statistics.override(matchId, edit.figures, editor).catch((error: unknown) => {
      throw error instanceof UnknownFigure ? refusalOf(error, edit) : error;
    });
    return shownStatistics(matchId, document);
  }

  async #refuse(room: StatisticsRoom, client: StatisticsClient, error: unknown): Promise<void> {
    const known = error instanceof DomainError || error instanceof BadEdit;
    if (!known) this.#log.error('a statistics edit failed', error instanceof Error ? error.stack : String(error));
    try {
      await room.sync(client, known ? error.message : 'The edit could not be saved');
    } catch {
      // Nothing can be read now. The room goes on trying, and tells this client too.
      client.uncertain = true;
    }
  }
}
