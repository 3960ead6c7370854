export interface TournamentMove {
  tournamentId: number;
  targetSportId: number;
  /** Moves tournaments that share a team or a player too, instead of refusing. */
  withConflicting: boolean;
  /** Tells what would happen and changes nothing. */
  preview: boolean;
}

/** A team or player that other tournaments of the old sport have too. */
export interface SharedEntity {
  entityId: number;
  tournamentIds: number[];
}

export interface MoveConflicts {
  teams: SharedEntity[];
  players: SharedEntity[];
}

/** A position that the new sport has no equal of: the entry loses it. */
export interface MissingPosition {
  title: string;
  sourcePositionId: number;
  entity: 'player_team_tournament' | 'player_match';
  recordId: number;
}

/** How many rows the move changes. */
export interface MoveCounts {
  tournaments: number;
  teams: number;
  players: number;
  /** Tournament entries of players whose position changes. */
  entries: number;
  /** Match entries of players whose position changes. */
  matchEntries: number;
}

export interface MoveReport {
  moved: boolean;
  preview: boolean;
  counts: MoveCounts;
  conflicts: MoveConflicts;
  missingPositions: MissingPosition[];
  movedTournamentIds: number[];
}
