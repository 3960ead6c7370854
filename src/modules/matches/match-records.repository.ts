import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { SortedRange } from '#core/kernel/listing.js';
import type { Visibility } from '#platform/auth/caller.js';
import { Conditions } from '#platform/database/conditions.js';
import { Table } from '#platform/database/table.js';
import type { MatchRecord, MatchRecordFilter, MatchRecordOrder } from './match-record.row.js';

/** As the driver reads it. */
export type StoredMatch = Omit<MatchRecord, 'kickoffAt'> & { kickoffAt: string | null };

export const MATCH = new Table<StoredMatch>('match', {
  id: 'id',
  eeslId: 'match_eesl_id',
  homeId: 'team_a_id',
  awayId: 'team_b_id',
  tournamentId: 'tournament_id',
  kickoffAt: 'match_date',
  week: 'week',
  scoreHome: 'score_home',
  scoreAway: 'score_away',
  mainSponsorId: 'main_sponsor_id',
  sponsorLineId: 'sponsor_line_id',
  userId: 'user_id',
  isPrivate: 'isprivate',
});

@Injectable()
export class MatchRecordsRepository {
  constructor(private readonly em: EntityManager) {}

  /** Without `range` all of them, in the order of kickoff. */
  async list(
    filter: MatchRecordFilter,
    visibility: Visibility,
    range?: SortedRange<MatchRecordOrder>,
  ): Promise<MatchRecord[]> {
    const where = conditions(filter, visibility);
    const order = range ? MATCH.order(range.orderBy, range.ascending, 'm') : MATCH.order(['kickoffAt'], true, 'm');
    const rows = await this.em.execute<StoredMatch[]>(
      `select ${MATCH.select('m')} from match m where ${where.sql} order by ${order} ${range ? 'limit ? offset ?' : ''}`,
      [...where.params, ...(range ? [range.limit, range.offset] : [])],
    );
    return rows.map(matchRecord);
  }

  async count(filter: MatchRecordFilter, visibility: Visibility): Promise<number> {
    const where = conditions(filter, visibility);
    const sql = `select count(*)::int as count from match m where ${where.sql}`;
    return (await this.em.execute<[{ count: number }]>(sql, where.params))[0].count;
  }
}

export const matchRecord = (row: StoredMatch): MatchRecord => ({
  ...row,
  kickoffAt: row.kickoffAt === null ? null : new Date(row.kickoffAt),
});

function conditions({ year, tournamentId, teamId }: MatchRecordFilter, { onlyOwner }: Visibility): Conditions {
  return new Conditions()
    .when(onlyOwner, 'not m.isprivate or m.user_id = ?')
    .when(tournamentId, 'm.tournament_id = ?')
    .when(teamId, 'm.team_a_id = ? or m.team_b_id = ?')
    .when(
      year,
      'm.tournament_id in (select t.id from season s join tournament t on t.season_id = s.id where s.year = ?)',
    );
}
