/** What the domain may assume of a sport. */
export const SPORT_KINDS = ['soccer', 'american-football', 'other'] as const;
export type SportKind = (typeof SPORT_KINDS)[number];

export interface SportRow {
  id: number;
  title: string;
  kind: SportKind;
  description: string | null;
}

export interface SeasonRow {
  id: number;
  /** Calendar year in which the season starts. */
  year: number;
  description: string | null;
  isCurrent: boolean;
}

/** What is played again every season. */
export interface CompetitionRow {
  id: number;
  title: string;
  country: string | null;
  sport: SportRow;
}

/** One season of a competition. */
export interface TournamentRow {
  id: number;
  title: string;
  description: string | null;
  logoUrl: string | null;
  season: SeasonRow;
  sport: SportRow;
  competition: CompetitionRow | null;
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
