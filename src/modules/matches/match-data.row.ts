/** The state of a match in play. */
export interface MatchDataRow {
  id: number;
  matchId: number;
  scoreTeamA: number | null;
  scoreTeamB: number | null;
  /** Yards between the goal lines. */
  fieldLength: number | null;
  gameStatus: string | null;
  /** One sign for each time-out that is left. */
  timeoutTeamA: string | null;
  timeoutTeamB: string | null;
  /** The period as it is shown: `1st`, `OT`. */
  qtr: string | null;
  /** The period as it is counted: `period.2`. */
  periodKey: string;
  ballOn: number | null;
  /** As it is shown: `1st`, `PAT 1`. */
  down: string | null;
  distance: string | null;
}
