import { ApiProperty } from '@nestjs/swagger';
import type { FullEntry, NamedEntry, RosterEntryRow, RosterPosition, RosterTeam } from '#modules/people/index.js';
import { personView, PersonView } from './person.view.js';
import { playerWithPersonView, PlayerWithPersonView } from './player.view.js';

const number = { type: 'integer', nullable: true } as const;
const text = { type: 'string', nullable: true } as const;

export class PlayerTeamTournamentView {
  @ApiProperty({ type: 'integer', example: 10 })
  id: number;

  @ApiProperty({ ...number, example: 12_345 })
  player_team_tournament_eesl_id: number | null;

  @ApiProperty({ ...number, example: 789 })
  player_id: number | null;

  @ApiProperty({ ...number, example: 3 })
  position_id: number | null;

  @ApiProperty({ ...number, example: 5 })
  team_id: number | null;

  @ApiProperty({ ...number, example: 2 })
  tournament_id: number | null;

  @ApiProperty({ ...text, example: '12' })
  player_number: string | null;
}

export const rosterEntryView = (entry: RosterEntryRow): PlayerTeamTournamentView => ({
  id: entry.id,
  player_team_tournament_eesl_id: entry.eeslId,
  player_id: entry.playerId,
  position_id: entry.positionId,
  team_id: entry.teamId,
  tournament_id: entry.tournamentId,
  player_number: entry.number,
});

export class PlayerTeamTournamentWithDetailsView extends PlayerTeamTournamentView {
  @ApiProperty({ ...text, example: 'John' })
  first_name: string | null;

  @ApiProperty({ ...text, example: 'Doe' })
  second_name: string | null;

  @ApiProperty({ ...text, example: 'Team Alpha' })
  team_title: string | null;

  @ApiProperty({ ...text, example: 'Quarterback' })
  position_title: string | null;
}

export const entryDetailsView = (entry: NamedEntry): PlayerTeamTournamentWithDetailsView => ({
  ...rosterEntryView(entry),
  first_name: entry.firstName,
  second_name: entry.secondName,
  team_title: entry.teamTitle,
  position_title: entry.positionTitle,
});

export class PlayerTeamTournamentWithPhotosView extends PlayerTeamTournamentWithDetailsView {
  @ApiProperty({ ...text, example: '/static/uploads/persons/photos/123.jpg' })
  person_photo_url: string | null;

  @ApiProperty({ ...text, example: '/static/uploads/persons/icons/123.jpg' })
  person_photo_icon_url: string | null;
}

export const entryPhotosView = (entry: NamedEntry): PlayerTeamTournamentWithPhotosView => ({
  ...entryDetailsView(entry),
  person_photo_url: entry.photoUrl,
  person_photo_icon_url: entry.photoIconUrl,
});

export class RosterTeamView {
  @ApiProperty({ type: 'integer', example: 5 })
  id: number;

  @ApiProperty({ ...number, example: 1001 })
  team_eesl_id: number | null;

  @ApiProperty({ example: 'Team Alpha' })
  title: string;

  @ApiProperty({ ...text, example: 'Boston' })
  city: string | null;

  @ApiProperty({ ...text, example: 'Professional sports team' })
  description: string | null;

  @ApiProperty({ ...text, example: '/static/uploads/teams/logos/5.jpg' })
  team_logo_url: string | null;

  @ApiProperty({ ...text, example: '/static/uploads/teams/icons/5.jpg' })
  team_logo_icon_url: string | null;

  @ApiProperty({ ...text, example: '/static/uploads/teams/web/5.jpg' })
  team_logo_web_url: string | null;

  @ApiProperty({ example: '#FF0000' })
  team_color: string;

  @ApiProperty({ ...number, example: 1 })
  sport_id: number | null;
}

const rosterTeamView = (team: RosterTeam): RosterTeamView => ({
  id: team.id,
  team_eesl_id: team.eeslId,
  title: team.title,
  city: team.city,
  description: team.description,
  team_logo_url: team.logoUrl,
  team_logo_icon_url: team.logoIconUrl,
  team_logo_web_url: team.logoWebUrl,
  team_color: team.color,
  sport_id: team.sportId,
});

export class RosterTournamentView {
  @ApiProperty({ type: 'integer', example: 2 })
  id: number;

  @ApiProperty({ example: 'League 2024' })
  title: string;

  @ApiProperty({ type: 'integer', example: 2 })
  season_id: number;

  @ApiProperty({ type: 'integer', example: 1 })
  sport_id: number;
}

export class RosterPositionView {
  @ApiProperty({ type: 'integer', example: 3 })
  id: number;

  @ApiProperty({ example: 'Quarterback' })
  title: string;

  @ApiProperty({ ...text, example: 'offense' })
  category: string | null;

  @ApiProperty({ ...number, example: 1 })
  sport_id: number | null;
}

const positionOf = ({ id, title, category, sportId }: RosterPosition): RosterPositionView => ({
  id,
  title,
  category,
  sport_id: sportId,
});

export class PlayerTeamTournamentWithFullDetailsView extends PlayerTeamTournamentView {
  @ApiProperty({ type: PlayerWithPersonView, nullable: true })
  player: PlayerWithPersonView | null;

  @ApiProperty({ type: RosterTeamView, nullable: true })
  team: RosterTeamView | null;

  @ApiProperty({ type: RosterTournamentView, nullable: true })
  tournament: RosterTournamentView | null;

  @ApiProperty({ type: RosterPositionView, nullable: true })
  position: RosterPositionView | null;
}

export const fullEntryView = ({
  player,
  team,
  tournament,
  position,
  ...entry
}: FullEntry): PlayerTeamTournamentWithFullDetailsView => ({
  ...rosterEntryView(entry),
  player: player && playerWithPersonView(player),
  team: team && rosterTeamView(team),
  tournament: tournament && {
    id: tournament.id,
    title: tournament.title,
    season_id: tournament.seasonId,
    sport_id: tournament.sportId,
  },
  position: position && positionOf(position),
});

/** A member of a team: the entry with the person and the position beside it. */
export class RosterMemberView {
  @ApiProperty({ type: PlayerTeamTournamentView })
  player_team_tournament: PlayerTeamTournamentView;

  @ApiProperty({ type: PersonView, nullable: true })
  person: PersonView | null;

  @ApiProperty({ type: RosterPositionView, nullable: true })
  position: RosterPositionView | null;
}

export const rosterMemberView = (entry: FullEntry): RosterMemberView => ({
  player_team_tournament: rosterEntryView(entry),
  person: entry.player?.person ? personView(entry.player.person) : null,
  position: entry.position && positionOf(entry.position),
});
