export const STAT_PERIODS = ['full', 'first_half', 'second_half'] as const;
export type StatPeriod = (typeof STAT_PERIODS)[number];

/** One team's soccer numbers in one period of a match; null means unknown, never zero. */
export interface StatLineRow {
  matchId: number;
  teamId: number;
  period: StatPeriod;
  goals: number | null;
  corners: number | null;
  shots: number | null;
  shotsOnTarget: number | null;
  yellowCards: number | null;
  redCards: number | null;
  fouls: number | null;
  offsides: number | null;
  saves: number | null;
  /** Percentage, 0 to 100. */
  possession: number | null;
  /** Expected goals. */
  xg: number | null;
}
