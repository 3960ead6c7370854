/**
 * One competition's season as plain data: what a file importer reads, what a simulator makes, and what the
 * bulk loader stores. No database ids, no ORM types.
 */
export type SportKind = 'soccer' | 'american-football';
export type Side = 'home' | 'away';
export type Period = 'full' | 'first_half' | 'second_half';
export type OddsMarket = 'match_winner' | 'over_under' | 'asian_handicap';
export type OddsSelection = 'home' | 'draw' | 'away' | 'over' | 'under';

export interface CompetitionRecord {
  /** Stable short code, unique within `SeasonRecord.source`: `E0`, `demo-north`. */
  code: string;
  title: string;
  /** English country name, or null for a competition of no one country. */
  country: string | null;
  sport: SportKind;
}

export interface SeasonRecord {
  /** Where the facts come from; the namespace of every external id: `football-data`, `demo`. */
  source: string;
  competition: CompetitionRecord;
  /** Calendar year in which the season starts: 2023 means 2023/24. */
  year: number;
  matches: MatchRecord[];
}

export interface ScorePair {
  home: number;
  away: number;
}

export interface MatchRecord {
  /** Identifies the fixture for ever within (source, competition, season), whatever its date: `Arsenal|Chelsea`. */
  key: string;
  /** ISO 8601 in UTC. */
  kickoffAt: string;
  home: string;
  away: string;
  status: 'scheduled' | 'finished';
  score: ScorePair | null;
  halfTime: ScorePair | null;
  /** Round or matchday, from 1; null when unknown. */
  week: number | null;
  venue: string | null;
  referee: string | null;
  attendance: number | null;
  statLines: StatLineRecord[];
  odds: OddsRecord[];
}

/** Numbers of one side in one period; null means unknown, never zero. `possession` is a percentage 0-100. */
export interface StatLineRecord {
  side: Side;
  period: Period;
  goals: number | null;
  corners: number | null;
  shots: number | null;
  shotsOnTarget: number | null;
  yellowCards: number | null;
  redCards: number | null;
  fouls: number | null;
  offsides: number | null;
  saves: number | null;
  possession: number | null;
  xg: number | null;
}

export interface OddsRecord {
  /** Short code of the bookmaker (`B365`, `PS`), or of an aggregate over bookmakers (`AVG`, `MAX`). */
  bookmaker: string;
  market: OddsMarket;
  selection: OddsSelection;
  /** Goals line of over_under, home handicap of asian_handicap, null for match_winner. */
  line: number | null;
  /** Decimal odds, > 1. */
  price: number;
  /** True for the last price before kickoff, false for an earlier one. */
  closing: boolean;
}
