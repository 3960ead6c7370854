/** What a team did with the ball. Yards are yards; a sack's loss is in `runYards`, as the league counts it. */
export interface TeamStatistics {
  passAttempts: number;
  runAttempts: number;
  passYards: number;
  /** Runs, and what sacks lost. */
  runYards: number;
  /** Runs alone. */
  rushingYards: number;
  /** Yards lost by sacks, positive. */
  sackYards: number;
  /** Sacks suffered. */
  sacked: number;
  /** Yards lost by sacks and by runs that ended in a fumble, positive. */
  lostYards: number;
  /** Penalty yards against the team, negative or zero. */
  flagYards: number;
  thirdDownAttempts: number;
  thirdDownConversions: number;
  fourthDownAttempts: number;
  fourthDownConversions: number;
  firstDowns: number;
  /** Interceptions thrown and fumbles lost. */
  turnovers: number;
}

/** What a player did as runner or receiver. */
export interface OffenceStatistics {
  /** Passes thrown to him. */
  targets: number;
  receptions: number;
  receivingYards: number;
  receivingTouchdowns: number;
  runAttempts: number;
  runYards: number;
  runTouchdowns: number;
  fumbles: number;
}

/** What a player did as quarterback. Runs are his own. */
export interface QuarterbackStatistics {
  /** Pass plays, sacks among them. */
  passes: number;
  completions: number;
  passYards: number;
  passTouchdowns: number;
  interceptions: number;
  sacked: number;
  sackYards: number;
  runAttempts: number;
  runYards: number;
  runTouchdowns: number;
  fumbles: number;
}

export interface DefenceStatistics {
  tackles: number;
  assistTackles: number;
  /** In halves where two share one. */
  sacks: number;
  interceptions: number;
  fumbleRecoveries: number;
  flags: number;
}

/** One team of a match; players by their id in the match. */
export interface SideStatistics {
  readonly teamId: number;
  readonly team: TeamStatistics;
  readonly offence: ReadonlyMap<number, OffenceStatistics>;
  readonly quarterbacks: ReadonlyMap<number, QuarterbackStatistics>;
  readonly defence: ReadonlyMap<number, DefenceStatistics>;
}

/** Passing yards less what sacks lost, as official box scores count them. */
export const netPassingYards = ({ passYards, sackYards }: TeamStatistics): number => passYards - sackYards;

export const offenceYards = ({ passYards, runYards }: TeamStatistics): number => passYards + runYards;

/** Yards per attempt; 0 without attempts. */
export function yardsPerAttempt(team: TeamStatistics): number {
  const attempts = team.passAttempts + team.runAttempts;
  return attempts === 0 ? 0 : offenceYards(team) / attempts;
}

/**
 * Passing efficiency as college football computes it (NCAA): yards 8.4, touchdowns 330, completions 100, interceptions
 * -200, over the passes; 0 without a pass.
 */
export function passerRating(quarterback: QuarterbackStatistics): number {
  const { passes, passYards, passTouchdowns, completions, interceptions } = quarterback;
  if (passes === 0) return 0;
  return (8.4 * passYards + 330 * passTouchdowns + 100 * completions - 200 * interceptions) / passes;
}

export const emptyTeam = (): TeamStatistics => ({
  passAttempts: 0,
  runAttempts: 0,
  passYards: 0,
  runYards: 0,
  rushingYards: 0,
  sackYards: 0,
  sacked: 0,
  lostYards: 0,
  flagYards: 0,
  thirdDownAttempts: 0,
  thirdDownConversions: 0,
  fourthDownAttempts: 0,
  fourthDownConversions: 0,
  firstDowns: 0,
  turnovers: 0,
});

export const emptyOffence = (): OffenceStatistics => ({
  targets: 0,
  receptions: 0,
  receivingYards: 0,
  receivingTouchdowns: 0,
  runAttempts: 0,
  runYards: 0,
  runTouchdowns: 0,
  fumbles: 0,
});

export const emptyQuarterback = (): QuarterbackStatistics => ({
  passes: 0,
  completions: 0,
  passYards: 0,
  passTouchdowns: 0,
  interceptions: 0,
  sacked: 0,
  sackYards: 0,
  runAttempts: 0,
  runYards: 0,
  runTouchdowns: 0,
  fumbles: 0,
});

export const emptyDefence = (): DefenceStatistics => ({
  tackles: 0,
  assistTackles: 0,
  sacks: 0,
  interceptions: 0,
  fumbleRecoveries: 0,
  flags: 0,
});
