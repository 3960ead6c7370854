import type { CompetitionRow } from './competition.row.js';
import type { SeasonRow } from './season.row.js';
import type { SportRow } from './sport.row.js';

/** A tournament as it is stored, without what surrounds it. */
export interface TournamentRecord {
  id: number;
  /** Number in the league's own register; unique. */
  eeslId: number | null;
  title: string;
  description: string | null;
  logoUrl: string | null;
  logoIconUrl: string | null;
  logoWebUrl: string | null;
  seasonId: number;
  sportId: number;
  competitionId: number | null;
  mainSponsorId: number | null;
  sponsorLineId: number | null;
  /** Who owns it. */
  userId: number | null;
  isPrivate: boolean;
}

export type TournamentValues = Omit<TournamentRecord, 'id'>;
export type NewTournament = Partial<TournamentValues> & Pick<TournamentValues, 'title' | 'seasonId' | 'sportId'>;
export type TournamentOrder = keyof TournamentRecord;

export interface TournamentRecordFilter {
  /** Part of the title, in any case. */
  search?: string;
  sportId?: number;
  seasonId?: number;
  /** Calendar year in which the season starts. */
  year?: number;
  userId?: number;
  isPrivate?: boolean;
}

/** One season of a competition, with what surrounds it. */
export interface TournamentRow {
  id: number;
  title: string;
  description: string | null;
  logoUrl: string | null;
  season: SeasonRow;
  sport: SportRow;
  competition: CompetitionRow | null;
}
