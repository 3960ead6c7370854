import { ApiProperty, PickType } from '@nestjs/swagger';
import type { Career, ListedEntry, PlayerInTournament } from '#modules/people/index.js';
import { personView, PersonView } from './person.view.js';
import { PlayerSportView } from './player.view.js';

const number = { type: 'integer', nullable: true } as const;
const text = { type: 'string', nullable: true } as const;

export class TeamAssignmentView {
  @ApiProperty({ type: 'integer', example: 101 })
  id: number;

  @ApiProperty({ ...number, example: 1 })
  team_id: number | null;

  @ApiProperty({ ...text, example: 'FC Barcelona' })
  team_title: string | null;

  @ApiProperty({ ...number, example: 3 })
  position_id: number | null;

  @ApiProperty({ ...text, example: 'Forward' })
  position_title: string | null;

  @ApiProperty({ ...text, example: '10' })
  player_number: string | null;

  @ApiProperty({ ...number, example: 5 })
  tournament_id: number | null;

  @ApiProperty({ ...text, example: 'La Liga 2024' })
  tournament_title: string | null;

  @ApiProperty({ ...number, example: 2 })
  season_id: number | null;

  @ApiProperty({ ...number, example: 2024 })
  season_year: number | null;
}

export class CareerByTeamView extends PickType(TeamAssignmentView, ['team_id', 'team_title']) {
  @ApiProperty({ type: [TeamAssignmentView] })
  assignments: TeamAssignmentView[];
}

export class CareerByTournamentView extends PickType(TeamAssignmentView, [
  'tournament_id',
  'tournament_title',
  'season_id',
  'season_year',
]) {
  @ApiProperty({ type: [TeamAssignmentView] })
  assignments: TeamAssignmentView[];
}

export class PlayerCareerView {
  @ApiProperty({ type: [CareerByTeamView], description: 'By title' })
  career_by_team: CareerByTeamView[];

  @ApiProperty({ type: [CareerByTournamentView], description: 'The latest season first' })
  career_by_tournament: CareerByTournamentView[];
}

const assignment = (entry: ListedEntry): TeamAssignmentView => ({
  id: entry.id,
  team_id: entry.teamId,
  team_title: entry.teamTitle,
  position_id: entry.positionId,
  position_title: entry.positionTitle,
  player_number: entry.number,
  tournament_id: entry.tournamentId,
  tournament_title: entry.tournamentTitle,
  season_id: entry.seasonId,
  season_year: entry.seasonYear,
});

export const careerView = ({ byTeam, byTournament }: Career): PlayerCareerView => ({
  career_by_team: byTeam.map(({ teamId, teamTitle, entries }) => ({
    team_id: teamId,
    team_title: teamTitle,
    assignments: entries.map(assignment),
  })),
  career_by_tournament: byTournament.map(({ entries, ...tournament }) => ({
    tournament_id: tournament.tournamentId,
    tournament_title: tournament.tournamentTitle,
    season_id: tournament.seasonId,
    season_year: tournament.seasonYear,
    assignments: entries.map(assignment),
  })),
});

export class TournamentAssignmentView extends PickType(TeamAssignmentView, [
  'team_id',
  'team_title',
  'position_id',
  'position_title',
  'player_number',
  'tournament_id',
  'tournament_title',
]) {
  @ApiProperty({ ...text, example: '2024' })
  tournament_year: string | null;
}

export class PlayerInTournamentView extends PlayerCareerView {
  @ApiProperty({ type: 'integer', example: 1 })
  id: number;

  @ApiProperty({ ...number, example: 1 })
  sport_id: number | null;

  @ApiProperty({ type: PersonView, nullable: true })
  person: PersonView | null;

  @ApiProperty({ type: PlayerSportView, nullable: true })
  sport: PlayerSportView | null;

  @ApiProperty({ type: TournamentAssignmentView })
  tournament_assignment: TournamentAssignmentView;
}

export const playerInTournamentView = ({ player, entry, career }: PlayerInTournament): PlayerInTournamentView => ({
  id: player.id,
  sport_id: player.sportId,
  person: player.person && personView(player.person),
  sport: player.sport,
  tournament_assignment: {
    team_id: entry.teamId,
    team_title: entry.teamTitle,
    position_id: entry.positionId,
    position_title: entry.positionTitle,
    player_number: entry.number,
    tournament_title: entry.tournamentTitle,
    tournament_year: entry.seasonYear === null ? null : String(entry.seasonYear),
    tournament_id: entry.tournamentId,
  },
  ...careerView(career),
});
