import type { CatalogueRoute } from './catalogue.documented.js';

/**
 * What is known of matches and their players: the document names these resources and their conventions only, so the
 * forms are those that real clients read.
 */
const match = {
  id: 123,
  match_eesl_id: 4711,
  tournament_id: 5,
  team_a_id: 10,
  team_b_id: 11,
  match_date: '2024-01-15T19:00:00Z',
  week: 1,
  main_sponsor_id: 1,
  sponsor_line_id: 1,
  user_id: null,
  isprivate: false,
};
const team = {
  id: 10,
  team_eesl_id: null,
  title: 'Team A',
  city: null,
  description: null,
  team_logo_url: null,
  team_logo_icon_url: null,
  team_logo_web_url: null,
  team_color: '#c01c28',
  sponsor_line_id: null,
  main_sponsor_id: null,
  sport_id: 1,
  user_id: null,
  isprivate: false,
};
const sponsor = { id: 1, title: 'Acme Corp', logo_url: null, scale_logo: 1 };
const sponsorLine = { id: 1, title: 'Premier Sponsors', is_visible: true };
const fullLine = { ...sponsorLine, sponsors: [{ sponsor, position: 1 }] };
const tournament = { id: 5, title: 'League', season_id: 2, sport_id: 1, main_sponsor_id: null, sponsor_line_id: null };
const details = {
  ...match,
  team_a: team,
  team_b: team,
  tournament,
  main_sponsor: sponsor,
  sponsor_line: sponsorLine,
};
const preset = {
  id: 1,
  title: 'Football',
  gameclock_max: 720,
  direction: 'down',
  period_mode: 'qtr',
  quick_score_deltas: [6, 3, 2, 1, -1],
};
const matchData = {
  id: 1,
  match_id: 123,
  score_team_a: 0,
  score_team_b: 0,
  field_length: 92,
  game_status: 'in-progress',
  timeout_team_a: '●●●',
  timeout_team_b: '●●●',
  qtr: '1st',
  period_key: 'period.1',
  ball_on: 20,
  down: '1st',
  distance: '10',
};
const gameclock = {
  id: 1,
  match_id: 123,
  gameclock: 720,
  gameclock_max: 720,
  gameclock_status: 'stopped',
  gameclock_time_remaining: 720,
  version: 1,
  started_at_ms: null,
  direction: 'down',
  on_stop_behavior: 'hold',
  use_sport_preset: true,
  server_time_ms: 1_700_000_000_000,
};
const playclock = {
  id: 1,
  match_id: 123,
  playclock: null,
  playclock_status: 'stopped',
  version: 1,
  started_at_ms: null,
  server_time_ms: 1_700_000_000_000,
};
const scoreboard = {
  id: 1,
  match_id: 123,
  is_qtr: true,
  is_playclock: true,
  team_a_game_title: 'Team A',
  team_a_game_color: '#c01c28',
  scale_main_sponsor: 2,
  language_code: 'en',
  use_sport_preset: true,
  has_timeouts: true,
  has_playclock: true,
  quick_score_deltas: [6, 3, 2, 1, -1],
  score_form_goal_label: 'TD',
  score_form_goal_emoji: '🏈',
  scoreboard_goal_text: 'TOUCHDOWN',
};
const teams = { team_a: team, team_b: team };
const standing = { match_id: 123, id: 123, status_code: 200, match: details, teams_data: teams, match_data: matchData };
const sponsoring = { main_sponsor: sponsor, sponsor_line: fullLine };
const board = {
  ...standing,
  match: { ...details, ...sponsoring },
  sponsors_data: { match: sponsoring, tournament: { main_sponsor: null, sponsor_line: null } },
  scoreboard_data: scoreboard,
};
const player = {
  id: 1,
  player_match_eesl_id: null,
  player_team_tournament_id: 10,
  match_position_id: 3,
  match_id: 123,
  match_number: '12',
  team_id: 10,
  is_start: false,
  is_starting: true,
  starting_type: 'offense',
};
const membership = { id: 10, player_id: 1, position_id: 3, team_id: 10, tournament_id: 5, player_number: '12' };
const person = { id: 123, first_name: 'John', second_name: 'Doe', person_photo_url: '/p.jpg' };
const fullPlayer = {
  match_player: player,
  player_team_tournament: membership,
  person,
  position: { id: 3, title: 'QUARTERBACK', category: 'offense' },
};
const metadata = { page: 1, items_per_page: 20, total_items: 1, total_pages: 1, has_next: false, has_previous: false };
const page = (item: object) => ({ data: [item], metadata });
const deleted = { detail: 'Match 123 deleted successfully' };

const ok = (method: string, path: string, answer: unknown, ...errors: number[]): CatalogueRoute => ({
  method,
  path,
  status: 200,
  errors,
  answer,
});
const MATCH = '/api/matches/id/{match_id}';
const PLAYER = '/api/players_match/id/{item_id}';
const IN_TOURNAMENT = '/api/tournaments/id/{tournament_id}';

export const MATCH_ROUTES: readonly CatalogueRoute[] = [
  ok('GET', '/api/matches/', [match]),
  ok('POST', '/api/matches/', match),
  ok('POST', '/api/matches/add', match),
  ok('POST', '/api/matches/create_with_full_data/', { ...standing, scoreboard }),
  ok('GET', '/api/matches/{item_id}/', match, 404),
  ok('GET', '/api/matches/id/{item_id}/', match, 404),
  ok('GET', '/api/matches/eesl_id/{eesl_id}/', match, 404),
  ok('PUT', '/api/matches/{item_id}/', match, 404),
  { ...ok('DELETE', '/api/matches/id/{item_id}', deleted, 401, 403, 404), admin: true },
  ok('GET', '/api/matches/paginated', page(match)),
  ok('GET', '/api/matches/with-details/paginated', page(details)),
  ok('GET', `${MATCH}/with-details/`, details, 404),
  ok('GET', `${MATCH}/sport/`, { id: 1, title: 'American Football', scoreboard_preset: preset }, 404),
  ok('GET', `${MATCH}/teams/`, teams, 404),
  ok('GET', `${MATCH}/home_away_teams/`, { home_team: team, away_team: team }, 404),
  ok('GET', `${MATCH}/sponsor_line`, { sponsor_line: sponsorLine, sponsors: fullLine.sponsors }, 404),
  ok('GET', `${MATCH}/match_data/`, matchData),
  ok('GET', `${MATCH}/gameclock/`, gameclock),
  ok('GET', `${MATCH}/playclock/`, playclock),
  ok('GET', `${MATCH}/scoreboard_data/`, scoreboard),
  ok('GET', '/api/matches/all/data/', [standing]),
  ok('GET', `${MATCH}/data/`, [standing], 404),
  ok('GET', `${MATCH}/scoreboard/full_data/`, standing, 404),
  ok(
    'GET',
    `${MATCH}/scoreboard/full_data/scoreboard_settings/`,
    {
      data: {
        ...board,
        players: [{ ...fullPlayer, id: 1, team_id: 10, match_number: '12', is_starting: true }],
        events: [{ id: 1, match_id: 123, event_number: 1 }],
        gameclock,
        playclock,
        statistics: { match_id: 123, team_a: { id: 10 }, team_b: { id: 11 } },
        server_time_ms: 1,
      },
    },
    404,
  ),
  ok('GET', `${IN_TOURNAMENT}/matches/all/data/`, [standing]),
  ok(
    'GET',
    `${IN_TOURNAMENT}/matches_full_data/page/{page}/items_per_page/{items_per_page}/order_one/{order_exp}/order_two/{order_exp_two}`,
    [board],
  ),
  ok('GET', '/api/players_match/', [player]),
  ok('POST', '/api/players_match/', player),
  ok('GET', '/api/players_match/{item_id}/', player, 404),
  ok('GET', PLAYER, player, 404),
  ok('GET', '/api/players_match/eesl_id/{eesl_id}', player, 404),
  ok('PUT', '/api/players_match/{item_id}/', player, 404),
  { ...ok('DELETE', PLAYER, { detail: 'PlayerMatch 1 deleted successfully' }, 401, 403, 404), admin: true },
  ok('GET', `${PLAYER}/player_in_sport/`, { id: 1, person_id: 123, sport_id: 1 }, 404),
  ok('GET', `${PLAYER}/player_in_team_tournament/`, membership, 404),
  ok('GET', `${PLAYER}/full_data/`, fullPlayer, 404),
];

/** Fields that may be null although the example has a value. */
export const MATCH_NULLABLE = [
  'match_eesl_id',
  'tournament_id',
  'main_sponsor_id',
  'sponsor_line_id',
  'main_sponsor',
  'sponsor_line',
  'logo_url',
  'match_date',
  'match_position_id',
  'is_starting',
  'starting_type',
  'playclock',
  'match_data',
  'tournament',
  'player_team_tournament_id',
  'week',
  'position',
  'position_id',
  'sport_id',
];
