import type { MatchDataRow } from './match-data.row.js';
import type { MatchRecord } from './match-record.row.js';
import type { RosterPosition, RosterTeam } from './match-roster.row.js';

/** A match with what it belongs to. */
export interface MatchContext {
  match: MatchRecord;
  home: RosterTeam;
  away: RosterTeam;
  tournament: { id: number; title: string; sportId: number; seasonId: number } | null;
  /** The tournament's sport, else the home team's. */
  sport: { id: number; title: string; description: string | null; positions: RosterPosition[] } | null;
}

/** A match with its teams and how it stands. */
export interface MatchWithTeams {
  match: MatchRecord;
  home: RosterTeam;
  away: RosterTeam;
  /** Undefined for a match that was imported and that nobody has looked at. */
  matchData: MatchDataRow | undefined;
}
