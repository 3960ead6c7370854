import type { SortedRange } from '#core/kernel/listing.js';
import { Table } from '#platform/database/table.js';
import type { MatchRecord, MatchRecordOrder } from './match-record.row.js';

/** As the driver reads it. */
export type StoredMatch = Omit<MatchRecord, 'kickoffAt'> & { kickoffAt: string | null };

const COLUMNS = {
  id: 'id',
  eeslId: 'match_eesl_id',
  homeId: 'team_a_id',
  awayId: 'team_b_id',
  tournamentId: 'tournament_id',
  kickoffAt: 'kickoff_at',
  week: 'week',
  scoreHome: 'score_home',
  scoreAway: 'score_away',
  mainSponsorId: 'main_sponsor_id',
  sponsorLineId: 'sponsor_line_id',
  userId: 'user_id',
  isPrivate: 'isprivate',
} as const;

/** Reads matches by the column of the kickoff that the indexes know. */
export const MATCH = new Table<StoredMatch>('match', COLUMNS);

/** Writes matches: the kickoff follows from the documented column. */
export const WRITTEN = new Table<StoredMatch>('match', { ...COLUMNS, kickoffAt: 'match_date' });

/** Of the table's alias `m`; by kickoff unless `range` says another order. */
export const matchOrder = (range?: Pick<SortedRange<MatchRecordOrder>, 'orderBy' | 'ascending'>): string =>
  MATCH.order(range?.orderBy.length ? range.orderBy : ['kickoffAt'], range?.ascending ?? true, 'm');

export const matchRecord = (row: StoredMatch): MatchRecord => ({
  ...row,
  kickoffAt: row.kickoffAt === null ? null : new Date(row.kickoffAt),
});
