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
import { inside, WireObject } from '../wire-object.js';

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

const PERSON = new WireObject<RosterPersonView, RosterPerson>({
  id: 'id',
  person_eesl_id: 'eeslId',
  first_name: 'firstName',
  second_name: 'secondName',
  person_photo_url: 'photoUrl',
  person_photo_icon_url: 'photoIconUrl',
  person_photo_web_url: 'photoWebUrl',
  person_dob: ({ bornAt }) => (bornAt === null ? null : bornAt.replace('Z', '')),
});

const PLAYER = new WireObject<RosterPlayerView, RosterSportsman>({
  id: 'id',
  player_eesl_id: 'eeslId',
  person_id: 'personId',
  sport_id: 'sportId',
});

const POSITION = new WireObject<RosterPositionView, RosterPosition>(
  { id: 'id', title: 'title', category: 'category', sport_id: 'sportId' },
  { shared: true },
);

export const ROSTER_TEAM = new WireObject<RosterTeamView, RosterTeam>(
  {
    id: 'id',
    team_eesl_id: 'eeslId',
    title: 'title',
    city: 'city',
    description: 'description',
    team_logo_url: 'logoUrl',
    team_logo_icon_url: 'logoIconUrl',
    team_logo_web_url: 'logoWebUrl',
    logo_url: 'logoUrl',
    team_color: 'color',
    sponsor_line_id: 'sponsorLineId',
    main_sponsor_id: 'mainSponsorId',
    sport_id: 'sportId',
    user_id: 'userId',
    isprivate: 'isPrivate',
  },
  { shared: true },
);

const MEMBERSHIP = new WireObject<MembershipView, RosterMembership>({
  id: 'id',
  player_team_tournament_eesl_id: 'eeslId',
  player_id: 'playerId',
  position_id: 'positionId',
  team_id: 'teamId',
  tournament_id: 'tournamentId',
  player_number: 'number',
});

type OnRoster = Pick<MatchPlayer, 'membership' | 'player' | 'person' | 'position' | 'team'>;

const ON_ROSTER = {
  player_id: ({ player }: OnRoster) => player?.id ?? null,
  player_team_tournament: inside(MEMBERSHIP, ({ membership }: OnRoster) => membership),
  player: inside(PLAYER, ({ player }: OnRoster) => player),
  person: inside(PERSON, ({ person }: OnRoster) => person),
  position: inside(POSITION, ({ position }: OnRoster) => position),
  team: inside(ROSTER_TEAM, ({ team }: OnRoster) => team),
} as const;

export const AVAILABLE_PLAYER = new WireObject<AvailablePlayerView, AvailablePlayer>({
  id: ({ membership }) => membership.id,
  ...ON_ROSTER,
  player_number: ({ membership }) => membership.number ?? '0',
});

const MATCH_PLAYER_ROW = new WireObject<MatchPlayerRowView, MatchPlayerRow>({
  id: 'id',
  player_match_eesl_id: 'eeslId',
  player_team_tournament_id: 'membershipId',
  match_position_id: 'positionId',
  match_id: 'matchId',
  match_number: 'number',
  team_id: 'teamId',
  is_start: 'isStart',
  is_starting: 'isStarting',
  starting_type: 'startingType',
});

export const MATCH_PLAYER = new WireObject<MatchPlayerView, MatchPlayer>({
  id: 'id',
  team_id: 'teamId',
  match_id: 'matchId',
  player_team_tournament_id: 'membershipId',
  match_position_id: 'positionId',
  match_number: 'number',
  ...ON_ROSTER,
  player_number: ({ membership, number }) => membership?.number ?? number ?? '0',
  is_starting: 'isStarting',
  starting_type: 'startingType',
  match_player: inside(MATCH_PLAYER_ROW, (player: MatchPlayer) => player),
});

export const rosterTeamView = ROSTER_TEAM.view;
export const membershipView = MEMBERSHIP.view;
export const availablePlayerView = AVAILABLE_PLAYER.view;
export const matchPlayerRowView = MATCH_PLAYER_ROW.view;
export const matchPlayerView = MATCH_PLAYER.view;

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
