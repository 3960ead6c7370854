import type { DefenceStatistics, OffenceStatistics, QuarterbackStatistics, TeamStatistics } from './statistics.js';

/** The two teams, and the team of each player of the match. */
export interface Lineup {
  readonly teams: readonly [home: number, away: number];
  teamOf(player: number): number | undefined;
}

/** Statistics of one team while they are counted. */
export interface SideCounts {
  readonly teamId: number;
  readonly team: TeamStatistics;
  readonly offence: Map<number, OffenceStatistics>;
  readonly quarterbacks: Map<number, QuarterbackStatistics>;
  readonly defence: Map<number, DefenceStatistics>;
}
