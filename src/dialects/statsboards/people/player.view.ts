import { ApiProperty } from '@nestjs/swagger';
import type {
  FullPlayer,
  ListedEntry,
  ListedPlayer,
  NamedPlayer,
  PlayerRow,
  PlayerWithPerson,
} from '#modules/people/index.js';
import { personView, PersonView } from './person.view.js';

const number = { type: 'integer', nullable: true } as const;
const text = { type: 'string', nullable: true } as const;

export class PlayerView {
  @ApiProperty({ type: 'integer', example: 456 })
  id: number;

  @ApiProperty({ ...number, example: 1 })
  sport_id: number | null;

  @ApiProperty({ ...number, example: 123 })
  person_id: number | null;

  @ApiProperty({ ...number, example: 98_765 })
  player_eesl_id: number | null;

  @ApiProperty({ example: false })
  isprivate: boolean;

  @ApiProperty({ ...number, example: 5 })
  user_id: number | null;
}

export const playerView = (player: PlayerRow): PlayerView => ({
  id: player.id,
  sport_id: player.sportId,
  person_id: player.personId,
  player_eesl_id: player.eeslId,
  isprivate: player.isPrivate,
  user_id: player.userId,
});

export class NamedPlayerView extends PlayerView {
  @ApiProperty({ ...text, example: 'Ivan' })
  first_name: string | null;

  @ApiProperty({ ...text, example: 'Ivanov' })
  second_name: string | null;
}

export const namedPlayerView = (player: NamedPlayer): NamedPlayerView => ({
  ...playerView(player),
  first_name: player.firstName,
  second_name: player.secondName,
});

export class PlayerWithPersonView extends PlayerView {
  @ApiProperty({ type: PersonView, nullable: true })
  person: PersonView | null;
}

export const playerWithPersonView = (player: PlayerWithPerson): PlayerWithPersonView => ({
  ...playerView(player),
  person: player.person && personView(player.person),
});

/** A tournament of a player. */
export class PlayerTeamTournamentInfoView {
  @ApiProperty({ type: 'integer', example: 10 })
  id: number;

  @ApiProperty({ ...number, example: 12_345 })
  player_team_tournament_eesl_id: number | null;

  @ApiProperty({ ...text, example: '12' })
  player_number: string | null;

  @ApiProperty({ ...number, example: 5 })
  team_id: number | null;

  @ApiProperty({ ...text, example: 'Team A' })
  team_title: string | null;

  @ApiProperty({ ...number, example: 3 })
  position_id: number | null;

  @ApiProperty({ ...text, example: 'Quarterback' })
  position_title: string | null;

  @ApiProperty({ ...number, example: 2 })
  tournament_id: number | null;

  @ApiProperty({ ...text, example: 'League 2024' })
  tournament_title: string | null;
}

const entryInfo = (entry: ListedEntry): PlayerTeamTournamentInfoView => ({
  id: entry.id,
  player_team_tournament_eesl_id: entry.eeslId,
  player_number: entry.number,
  team_id: entry.teamId,
  team_title: entry.teamTitle,
  position_id: entry.positionId,
  position_title: entry.positionTitle,
  tournament_id: entry.tournamentId,
  tournament_title: entry.tournamentTitle,
});

export class PlayerWithDetailsView extends NamedPlayerView {
  @ApiProperty({ type: [PlayerTeamTournamentInfoView] })
  player_team_tournaments: PlayerTeamTournamentInfoView[];
}

export const playerDetailsView = (player: ListedPlayer): PlayerWithDetailsView => ({
  ...namedPlayerView(player),
  player_team_tournaments: player.entries.map(entryInfo),
});

export class PlayerWithPhotosView extends PlayerWithDetailsView {
  @ApiProperty({ ...text, example: '/static/uploads/persons/photos/123.jpg' })
  person_photo_url: string | null;

  @ApiProperty({ ...text, example: '/static/uploads/persons/icons/123.jpg' })
  person_photo_icon_url: string | null;
}

export const playerPhotosView = (player: ListedPlayer): PlayerWithPhotosView => ({
  ...playerDetailsView(player),
  person_photo_url: player.photoUrl,
  person_photo_icon_url: player.photoIconUrl,
});

export class PlayerSportView {
  @ApiProperty({ type: 'integer', example: 1 })
  id: number;

  @ApiProperty({ example: 'Football' })
  title: string;
}

class TitledView {
  @ApiProperty({ type: 'integer', example: 5 })
  id: number;

  @ApiProperty({ ...text, example: 'Team A' })
  title: string | null;
}

export class PlayerTeamTournamentNestedView extends PlayerTeamTournamentInfoView {
  @ApiProperty({ ...number, example: 456 })
  player_id: number | null;

  @ApiProperty({ type: TitledView, nullable: true })
  team: TitledView | null;

  @ApiProperty({ type: TitledView, nullable: true })
  tournament: TitledView | null;

  @ApiProperty({ type: TitledView, nullable: true })
  position: TitledView | null;
}

const titled = (id: number | null, title: string | null): TitledView | null => (id === null ? null : { id, title });

export class PlayerWithFullDetailsView extends PlayerWithPersonView {
  @ApiProperty({ type: PlayerSportView, nullable: true })
  sport: PlayerSportView | null;

  @ApiProperty({ type: [PlayerTeamTournamentNestedView] })
  player_team_tournaments: PlayerTeamTournamentNestedView[];
}

export const fullPlayerView = (player: FullPlayer & { entries: ListedEntry[] }): PlayerWithFullDetailsView => ({
  ...playerWithPersonView(player),
  sport: player.sport,
  player_team_tournaments: player.entries.map((entry) => ({
    ...entryInfo(entry),
    player_id: entry.playerId,
    team: titled(entry.teamId, entry.teamTitle),
    tournament: titled(entry.tournamentId, entry.tournamentTitle),
    position: titled(entry.positionId, entry.positionTitle),
  })),
});

export class RemovedView {
  @ApiProperty({ example: true })
  success: boolean;

  @ApiProperty({ example: 'Player removed from sport' })
  message: string;
}
