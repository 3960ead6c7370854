import { ApiProperty } from '@nestjs/swagger';
import type { MoveConflicts, MoveReport } from '#modules/competitions/index.js';

const count = { type: 'integer', minimum: 0, example: 1 } as const;

export class MoveCountsView {
  @ApiProperty({ ...count, description: 'Tournaments' })
  tournament: number;

  @ApiProperty(count)
  teams: number;

  @ApiProperty(count)
  players: number;

  @ApiProperty({ ...count, description: 'Entries whose position changes' })
  player_team_tournaments: number;

  @ApiProperty({ ...count, description: 'Places on match rosters whose position changes' })
  player_matches: number;
}

export class SharedEntityView {
  @ApiProperty({ type: 'integer' })
  entity_id: number;

  @ApiProperty({ type: [Number], description: 'Other tournaments of the sport it takes part in' })
  tournament_ids: number[];
}

export class MoveConflictsView {
  @ApiProperty({ type: [SharedEntityView] })
  teams: SharedEntityView[];

  @ApiProperty({ type: [SharedEntityView] })
  players: SharedEntityView[];
}

export class MissingPositionView {
  @ApiProperty({ example: 'Quarterback' })
  title: string;

  @ApiProperty({ type: 'integer', nullable: true })
  source_position_id: number | null;

  @ApiProperty({ enum: ['player_team_tournament', 'player_match'] })
  entity: 'player_team_tournament' | 'player_match';

  @ApiProperty({ type: 'integer' })
  record_id: number;
}

export class TournamentMoveView {
  @ApiProperty()
  moved: boolean;

  @ApiProperty()
  preview: boolean;

  @ApiProperty({ type: MoveCountsView, description: 'What changes, or in a preview would change' })
  updated_counts: MoveCountsView;

  @ApiProperty({ type: MoveConflictsView })
  conflicts: MoveConflictsView;

  @ApiProperty({ type: [MissingPositionView], description: 'Positions without an equal in the new sport' })
  missing_positions: MissingPositionView[];

  @ApiProperty({ type: [Number] })
  moved_tournaments: number[];
}

export const moveConflictsView = ({ teams, players }: MoveConflicts): MoveConflictsView => {
  const view = ({ entityId, tournamentIds }: MoveConflicts['teams'][number]): SharedEntityView => ({
    entity_id: entityId,
    tournament_ids: tournamentIds,
  });
  return { teams: teams.map(view), players: players.map(view) };
};

export const tournamentMoveView = (report: MoveReport): TournamentMoveView => ({
  moved: report.moved,
  preview: report.preview,
  updated_counts: {
    tournament: report.counts.tournaments,
    teams: report.counts.teams,
    players: report.counts.players,
    player_team_tournaments: report.counts.entries,
    player_matches: report.counts.matchEntries,
  },
  conflicts: moveConflictsView(report.conflicts),
  missing_positions: report.missingPositions.map(({ title, sourcePositionId, entity, recordId }) => ({
    title,
    source_position_id: sourcePositionId,
    entity,
    record_id: recordId,
  })),
  moved_tournaments: report.movedTournamentIds,
});
