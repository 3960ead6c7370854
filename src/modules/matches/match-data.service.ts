import { Injectable } from '@nestjs/common';
import { Conflict, NotFound } from '#core/kernel/domain-error.js';
import { GameClocksService } from '#modules/live/index.js';
import type { Visibility } from '#platform/auth/caller.js';
import { explaining } from '#platform/database/constraints.js';
import { MATCH_DATA, MatchDataRepository } from './match-data.repository.js';
import type { MatchDataRow } from './match-data.row.js';

export type MatchDataValues = Partial<Omit<MatchDataRow, 'id'>>;

/** Score, period, down and ball of a match in play. */
@Injectable()
export class MatchDataService {
  constructor(
    private readonly matchData: MatchDataRepository,
    private readonly gameClocks: GameClocksService,
  ) {}

  /** @throws NotFound, also for those of a match the caller may not see */
  async get(id: number, visibility: Visibility = {}): Promise<MatchDataRow> {
    const found = await this.matchData.find(id, visibility);
    if (found === undefined) throw new NotFound('Matchdata', id);
    return found;
  }

  async findByMatch(matchId: number): Promise<MatchDataRow | undefined> {
    return this.matchData.findByMatch(matchId);
  }

  /** By the id of the match; a match without any has no entry. */
  async listByMatches(matchIds: readonly number[]): Promise<Map<number, MatchDataRow>> {
    return new Map((await this.matchData.listByMatches(matchIds)).map((row) => [row.matchId, row]));
  }

  /** Reads the row of a journal entry, whose keys are the columns. */
  readEntry(data: Readonly<Record<string, unknown>>): MatchDataRow {
    return MATCH_DATA.read(data);
  }

  /** Gives a match its data; those it has already are returned as they are. @throws Conflict for an unknown match */
  async create(values: MatchDataValues & { matchId: number }): Promise<MatchDataRow> {
    const created = await explaining(
      {
        matchdata_match_id_foreign: () =>
          new Conflict('UNKNOWN_REFERENCE', `Match ${values.matchId} does not exist`, { id: values.matchId }),
      },
      () => this.matchData.insertOnce(values),
    );
    return created ?? (await this.findByMatch(values.matchId))!;
  }

  /**
   * Changes what is given. A new period sets the end of a clock that goes on counting through the periods.
   * @throws NotFound
   */
  async update(id: number, values: MatchDataValues): Promise<MatchDataRow> {
    return this.matchData.transactional(async () => {
      const updated = await this.matchData.update(id, values);
      if (updated === undefined) throw new NotFound('Matchdata', id);
      if (values.qtr !== undefined || values.periodKey !== undefined) {
        await this.gameClocks.followPeriod(updated.matchId);
      }
      return updated;
    });
  }

  /** @throws NotFound */
  async delete(id: number): Promise<void> {
    if (!(await this.matchData.delete(id))) throw new NotFound('Matchdata', id);
  }
}
