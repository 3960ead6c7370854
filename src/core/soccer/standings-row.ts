/** Names a team: a database id or a name, as the caller likes. */
export type TeamKey = string | number;

/** A finished match. An awarded match comes with the result it was awarded, like any other. */
export interface FinishedMatch<K extends TeamKey = TeamKey> {
  home: K;
  away: K;
  homeGoals: number;
  awayGoals: number;
  /** ISO 8601; only orders the form. */
  kickoffAt: string;
}

export interface StandingsRow<K extends TeamKey = TeamKey> {
  team: K;
  name: string;
  /** From 1; no two teams share a position. */
  position: number;
  played: number;
  won: number;
  drawn: number;
  lost: number;
  goalsFor: number;
  goalsAgainst: number;
  goalDifference: number;
  /** After deductions. */
  points: number;
  deducted: number;
  /** Results of the last five matches as W, D and L, the most recent LAST: `WWDLW`. */
  form: string;
}
