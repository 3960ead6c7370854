import type { TournamentRecord } from '#modules/competitions/index.js';
import type { SponsorLineRow, SponsorRow } from '#modules/sponsors/index.js';
import type { RosterTeam } from './match-roster.row.js';

/** A match as it is stored, without what surrounds it. */
export interface MatchRecord {
  id: number;
  /** Number in the league's own register; unique. */
  eeslId: number | null;
  homeId: number;
  awayId: number;
  tournamentId: number | null;
  kickoffAt: Date | null;
  week: number | null;
  /** Null until there is one. */
  scoreHome: number | null;
  scoreAway: number | null;
  mainSponsorId: number | null;
  sponsorLineId: number | null;
  /** Who owns it. */
  userId: number | null;
  isPrivate: boolean;
}

export interface MatchRecordFilter {
  /** Calendar year in which the season starts. */
  year?: number;
  tournamentId?: number;
  /** Matches this team plays, at home or away. */
  teamId?: number;
  week?: number;
  userId?: number;
  isPrivate?: boolean;
  /** Part of a team's name or of the tournament's title, in any case; or the number in the league's register. */
  search?: string;
}

export type MatchRecordOrder = keyof MatchRecord;

/** What of a match is written by hand; its score comes from the match data. */
export type MatchValues = Omit<MatchRecord, 'id' | 'scoreHome' | 'scoreAway'>;
export type NewMatch = Pick<MatchValues, 'homeId' | 'awayId'> & Partial<MatchValues>;

/** A match with what surrounds it. */
export interface MatchDetails extends MatchRecord {
  home: RosterTeam;
  away: RosterTeam;
  tournament: TournamentRecord | null;
  mainSponsor: SponsorRow | null;
  sponsorLine: SponsorLineRow | null;
}
