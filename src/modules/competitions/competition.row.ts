import type { SportKind, SportRow } from './sport.row.js';

/** What is played again every season. */
export interface CompetitionRow {
  id: number;
  title: string;
  country: string | null;
  sport: SportRow;
}

/** Place of a competition among all: by title, then by number. */
export interface CompetitionPosition {
  title: string;
  id: number;
}

export interface CompetitionFilter {
  sport?: SportKind;
  country?: string;
  /** Part of the title, in any case. */
  text?: string;
}

export interface TournamentFilter {
  sport?: SportKind;
  /** Calendar year in which the season starts. */
  season?: number;
  competitionId?: number;
  /** Part of the title, in any case. */
  text?: string;
}

/** The `limit` items after the first `offset` ones. */
export interface Range {
  limit: number;
  offset: number;
}
