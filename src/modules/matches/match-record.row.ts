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
}

export type MatchRecordOrder = keyof MatchRecord;
