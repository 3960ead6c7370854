import { ApiProperty, IntersectionType, OmitType } from '@nestjs/swagger';
import type {
  AvailablePlayer,
  MatchPlayer,
  MatchPlayerRow,
  MatchRosters,
  RosterMembership,
  RosterPerson,
  RosterPosition,
  RosterSportsman,
  RosterTeam,
} from '#modules/matches/index.js';
import { withoutZone } from '../statsboards.dates.js';

const whole = { type: 'integer', example: 1 } as const;
const number = { type: 'integer', nullable: true } as const;
const text = { type: String, nullable: true } as const;

export class RosterPersonView {
  @ApiProperty(whole) id: number;
  @ApiProperty(number) person_eesl_id: number | null;
  @ApiProperty({ example: 'John' }) first_name: string;
  @ApiProperty({ example: 'Doe' }) second_name: string;
  @ApiProperty(text) person_photo_url: string | null;
  @ApiProperty(text) person_photo_icon_url: string | null;
  @ApiProperty(text) person_photo_web_url: string | null;
  @ApiProperty({ ...text, format: 'date-time' }) person_dob: string | null;
}

export class RosterPlayerView {
  @ApiProperty(whole) id: number;
  @ApiProperty(number) player_eesl_id: number | null;
  @ApiProperty(number) person_id: number | null;
  @ApiProperty(number) sport_id: number | null;
}

export class RosterPositionView {
  @ApiProperty(whole) id: number;
  @ApiProperty({ example: 'Quarterback' }) title: string;
  @ApiProperty({ ...text, example: 'offense' }) category: string | null;
  @ApiProperty(number) sport_id: number | null;
}

export class RosterTeamView {
  @ApiProperty(whole) id: number;
  @ApiProperty(number) team_eesl_id: number | null;
  @ApiProperty({ example: 'Team A' }) title: string;
  @ApiProperty(text) city: string | null;
  @ApiProperty(text) description: string | null;
  @ApiProperty(text) team_logo_url: string | null;
  @ApiProperty(text) team_logo_icon_url: string | null;
  @ApiProperty(text) team_logo_web_url: string | null;
  @ApiProperty({ ...text, description: 'The same as team_logo_url' }) logo_url: string | null;
  @ApiProperty({ example: '#FF0000' }) team_color: string;
  @ApiProperty(number) sponsor_line_id: number | null;
  @ApiProperty(number) main_sponsor_id: number | null;
  @ApiProperty(number) sport_id: number | null;
  @ApiProperty({ ...number, description: 'Who owns it' }) user_id: number | null;
  @ApiProperty() isprivate: boolean;
}

export class MembershipView {
  @ApiProperty(whole) id: number;
  @ApiProperty(number) player_team_tournament_eesl_id: number | null;
  @ApiProperty(number) player_id: number | null;
  @ApiProperty(number) position_id: number | null;
  @ApiProperty(number) team_id: number | null;
  @ApiProperty(number) tournament_id: number | null;
  @ApiProperty({ ...text, example: '8' }) player_number: string | null;
}

/** What a player of the match and one who could be have alike. */
class OnRosterView {
  @ApiProperty(number) player_id: number | null;
  @ApiProperty({ type: MembershipView, nullable: true }) player_team_tournament: MembershipView | null;
  @ApiProperty({ type: RosterPlayerView, nullable: true }) player: RosterPlayerView | null;
  @ApiProperty({ type: RosterPersonView, nullable: true }) person: RosterPersonView | null;
  @ApiProperty({ type: RosterPositionView, nullable: true }) position: RosterPositionView | null;
  @ApiProperty({ type: RosterTeamView, nullable: true }) team: RosterTeamView | null;
  @ApiProperty({ example: '8' }) player_number: string;
}

export class AvailablePlayerView extends OnRosterView {
  @ApiProperty({ ...whole, description: 'His place on the roster' }) id: number;
}

export class MatchPlayerRowView {
  @ApiProperty(whole) id: number;
  @ApiProperty(number) player_match_eesl_id: number | null;
  @ApiProperty(number) player_team_tournament_id: number | null;
  @ApiProperty(number) match_position_id: number | null;
  @ApiProperty(whole) match_id: number;
  @ApiProperty({ ...text, example: '12' }) match_number: string | null;
  @ApiProperty(whole) team_id: number;
  @ApiProperty({ type: Boolean, nullable: true }) is_start: boolean | null;
  @ApiProperty({ type: Boolean, nullable: true }) is_starting: boolean | null;
  @ApiProperty({ ...text, example: 'offense' }) starting_type: string | null;
}

/** Both documented forms at once: flat, and with the row under `match_player`. */
export class MatchPlayerView extends OnRosterView {
  @ApiProperty({ ...whole, description: 'Player of the match' }) id: number;
  @ApiProperty(whole) team_id: number;
  @ApiProperty(whole) match_id: number;
  @ApiProperty(number) player_team_tournament_id: number | null;
  @ApiProperty(number) match_position_id: number | null;
  @ApiProperty({ ...text, example: '12' }) match_number: string | null;
  @ApiProperty({ type: Boolean, nullable: true }) is_starting: boolean | null;
  @ApiProperty({ ...text, example: 'offense' }) starting_type: string | null;
  @ApiProperty({ type: MatchPlayerRowView }) match_player: MatchPlayerRowView;
}

export class PlayersFullDataView {
  @ApiProperty({ type: [MatchPlayerView] }) players: MatchPlayerView[];
}

const personView = (person: RosterPerson): RosterPersonView => ({
  id: person.id,
  person_eesl_id: person.eeslId,
  first_name: person.firstName,
  second_name: person.secondName,
  person_photo_url: person.photoUrl,
  person_photo_icon_url: person.photoIconUrl,
  person_photo_web_url: person.photoWebUrl,
  person_dob: person.bornAt === null ? null : withoutZone(new Date(person.bornAt)).replace(/\.0+$/, ''),
});

const playerView = (player: RosterSportsman): RosterPlayerView => ({
  id: player.id,
  player_eesl_id: player.eeslId,
  person_id: player.personId,
  sport_id: player.sportId,
});

const positionView = ({ id, title, category, sportId }: RosterPosition): RosterPositionView => ({
  id,
  title,
  category,
  sport_id: sportId,
});

export const rosterTeamView = (team: RosterTeam): RosterTeamView => ({
  id: team.id,
  team_eesl_id: team.eeslId,
  title: team.title,
  city: team.city,
  description: team.description,
  team_logo_url: team.logoUrl,
  team_logo_icon_url: team.logoIconUrl,
  team_logo_web_url: team.logoWebUrl,
  logo_url: team.logoUrl,
  team_color: team.color,
  sponsor_line_id: team.sponsorLineId,
  main_sponsor_id: team.mainSponsorId,
  sport_id: team.sportId,
  user_id: team.userId,
  isprivate: team.isPrivate,
});

export const membershipView = (membership: RosterMembership): MembershipView => ({
  id: membership.id,
  player_team_tournament_eesl_id: membership.eeslId,
  player_id: membership.playerId,
  position_id: membership.positionId,
  team_id: membership.teamId,
  tournament_id: membership.tournamentId,
  player_number: membership.number,
});

function onRosterView({
  membership,
  player,
  person,
  position,
  team,
}: Omit<AvailablePlayer, 'membership'> & { membership: RosterMembership | null }) {
  return {
    player_id: player?.id ?? null,
    player_team_tournament: membership && membershipView(membership),
    player: player && playerView(player),
    person: person && personView(person),
    position: position && positionView(position),
    team: team && rosterTeamView(team),
  };
}

export const availablePlayerView = (player: AvailablePlayer): AvailablePlayerView => ({
  id: player.membership.id,
  ...onRosterView(player),
  player_number: player.membership.number ?? '0',
});

export const matchPlayerRowView = (player: MatchPlayerRow): MatchPlayerRowView => ({
  id: player.id,
  player_match_eesl_id: player.eeslId,
  player_team_tournament_id: player.membershipId,
  match_position_id: player.positionId,
  match_id: player.matchId,
  match_number: player.number,
  team_id: player.teamId,
  is_start: player.isStart,
  is_starting: player.isStarting,
  starting_type: player.startingType,
});

export const matchPlayerView = (player: MatchPlayer): MatchPlayerView => ({
  id: player.id,
  team_id: player.teamId,
  match_id: player.matchId,
  player_team_tournament_id: player.membershipId,
  match_position_id: player.positionId,
  match_number: player.number,
  ...onRosterView(player),
  player_number: player.membership?.number ?? player.number ?? '0',
  is_starting: player.isStarting,
  starting_type: player.startingType,
  match_player: matchPlayerRowView(player),
});

class PlayerWithPersonView extends RosterPlayerView {
  @ApiProperty({ type: RosterPersonView, nullable: true }) person: RosterPersonView | null;
}

class NamedTournamentView {
  @ApiProperty(whole) id: number;
  @ApiProperty({ example: 'Summer League' }) name: string;
}

/** In these lists a player has his person inside, and names his tournament. */
class NestedView {
  @ApiProperty({ type: PlayerWithPersonView, nullable: true }) player: PlayerWithPersonView | null;
  @ApiProperty({ type: NamedTournamentView, nullable: true }) tournament: NamedTournamentView | null;
}

class NestedAvailableView extends IntersectionType(OmitType(AvailablePlayerView, ['player']), NestedView) {}

class NestedMatchPlayerView extends IntersectionType(OmitType(MatchPlayerView, ['player']), NestedView) {
  @ApiProperty() is_home_team: boolean;
}

export class TeamRostersView {
  @ApiProperty(whole) match_id: number;
  @ApiProperty({ type: [NestedMatchPlayerView] }) home_roster: NestedMatchPlayerView[];
  @ApiProperty({ type: [NestedMatchPlayerView] }) away_roster: NestedMatchPlayerView[];
  @ApiProperty({ type: [NestedAvailableView] }) available_home: NestedAvailableView[];
  @ApiProperty({ type: [NestedAvailableView] }) available_away: NestedAvailableView[];
}

export function teamRostersView({ matchId, tournament, ...rosters }: MatchRosters): TeamRostersView {
  const nested = <View extends OnRosterView>(view: View): Omit<View, 'player'> & NestedView => ({
    ...view,
    player: view.player && { ...view.player, person: view.person },
    tournament: tournament && { id: tournament.id, name: tournament.title },
  });
  return {
    match_id: matchId,
    home_roster: rosters.home.map((player) => ({ ...nested(matchPlayerView(player)), is_home_team: true })),
    away_roster: rosters.away.map((player) => ({ ...nested(matchPlayerView(player)), is_home_team: false })),
    available_home: rosters.availableHome.map((player) => nested(availablePlayerView(player))),
    available_away: rosters.availableAway.map((player) => nested(availablePlayerView(player))),
  };
}
