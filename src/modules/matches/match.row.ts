import type { MatchStatus } from '#core/kernel/match-status.js';
import type { SportKind } from '#modules/competitions/index.js';
import type { Visibility } from '#platform/auth/caller.js';

export interface Goals {
  home: number;
  away: number;
}

export interface Score extends Goals {
  /** Null when not known. */
  halfTime: Goals | null;
}

export interface MatchRow {
  id: number;
  publicId: string;
  /** Last version in the match's journal. */
  version: number;
  /** ISO 8601 in UTC with microseconds, as precise as the database; null while not known. */
  kickoffAt: string | null;
  status: MatchStatus;
  /** Round or matchday. */
  week: number | null;
  venue: string | null;
  referee: string | null;
  attendance: number | null;
  homeId: number;
  awayId: number;
  tournamentId: number | null;
  score: Score | null;
}

export interface MatchFilter {
  sport?: SportKind;
  tournamentId?: number;
  /** Calendar year in which the season starts. */
  season?: number;
  /** Matches this team plays, at home or away. */
  teamId?: number;
  /** Any of these; an empty list leaves no match. */
  statuses?: readonly MatchStatus[];
  /** First moment of kickoff. */
  from?: Date;
  /** Kickoff before this moment. */
  to?: Date;
  /** Part of a team's name, the tournament's title, the venue or the referee, in any case. */
  text?: string;
  /** Leaves out private ones the caller does not see; default none. */
  visibility?: Visibility;
}

/** Matches without a kickoff count as the latest of all; matches at one moment are ordered by id. */
export type MatchOrder = 'kickoff-ascending' | 'kickoff-descending';

export interface MatchPosition {
  kickoffAt: string | null;
  id: number;
}

/** What the matches of a list have in common: one of several teams, or one of several tournaments. */
export type MatchOwner = 'team' | 'tournament';
