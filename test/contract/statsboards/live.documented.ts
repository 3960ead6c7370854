/** What the document says of clocks, scoreboards, plays and statistics: examples of answers and errors. */
export interface LiveRoute {
  method: string;
  path: string;
  admin?: true;
  /** 500 is left out: it is what must not happen. */
  errors: readonly number[];
  answer: unknown;
}

const gameclock = {
  id: 1,
  gameclock: 720,
  gameclock_max: 720,
  gameclock_status: 'running',
  gameclock_time_remaining: 720,
  match_id: 123,
  version: 2,
};
const playclock = { id: 1, playclock: 40, playclock_status: 'running', match_id: 123, version: 2 };
const scoreboard = {
  id: 1,
  is_qtr: true,
  is_time: true,
  is_playclock: true,
  is_downdistance: true,
  is_tournament_logo: true,
  is_main_sponsor: true,
  is_sponsor_line: true,
  is_match_sponsor_line: false,
  team_a_game_color: '#c01c28',
  team_b_game_color: '#1c71d8',
  use_team_a_game_color: false,
  use_team_b_game_color: false,
  match_id: 123,
};
const event = {
  id: 1,
  match_id: 123,
  event_number: 1,
  event_qtr: 1,
  ball_on: 25,
  ball_moved_to: 37,
  event_down: 1,
  play_type: 'pass',
  play_result: 'pass_completed',
};
const side = {
  id: 1,
  team_stats: {
    id: 1,
    offence_yards: 250,
    pass_att: 20,
    run_att: 30,
    avg_yards_per_att: 5,
    pass_yards: 150,
    run_yards: 100,
    lost_yards: 10,
    flag_yards: -15,
    third_down_attempts: 8,
    third_down_conversions: 3,
    fourth_down_attempts: 2,
    fourth_down_conversions: 1,
    first_down_gained: 15,
    turnovers: 2,
  },
  offense_stats: {},
  qb_stats: {},
  defense_stats: {},
};
const wrapped = (content: object) => ({ content, status_code: 200, success: true });
const deleted = { detail: 'Playclock 1 deleted successfully' };

export const LIVE_ROUTES: readonly LiveRoute[] = [
  {
    method: 'GET',
    path: '/api/matches/id/{match_id}/stats/',
    errors: [404],
    answer: { match_id: 1, team_a: side, team_b: side },
  },
  { method: 'POST', path: '/api/scoreboards/', errors: [], answer: scoreboard },
  { method: 'PUT', path: '/api/scoreboards/{item_id}/', errors: [404], answer: scoreboard },
  { method: 'PUT', path: '/api/scoreboards/id/{item_id}/', errors: [404], answer: wrapped(scoreboard) },
  { method: 'GET', path: '/api/scoreboards/match/id/{match_id}', errors: [404], answer: scoreboard },
  { method: 'GET', path: '/api/scoreboards/id/{item_id}/', errors: [404], answer: scoreboard },
  { method: 'GET', path: '/api/scoreboards/matchdata/id/{matchdata_id}', errors: [404], answer: scoreboard },
  { method: 'DELETE', path: '/api/scoreboards/id/{model_id}', admin: true, errors: [401, 403, 404], answer: deleted },
  { method: 'POST', path: '/api/playclock/', errors: [], answer: playclock },
  { method: 'PUT', path: '/api/playclock/{item_id}/', errors: [404], answer: playclock },
  { method: 'PUT', path: '/api/playclock/id/{item_id}/', errors: [404], answer: wrapped(playclock) },
  { method: 'GET', path: '/api/playclock/id/{item_id}/', errors: [404], answer: wrapped(playclock) },
  { method: 'PUT', path: '/api/playclock/id/{item_id}/running/{sec}/', errors: [404], answer: wrapped(playclock) },
  {
    method: 'PUT',
    path: '/api/playclock/id/{item_id}/{item_status}/{sec}/',
    errors: [404],
    answer: wrapped(playclock),
  },
  {
    method: 'PUT',
    path: '/api/playclock/id/{item_id}/stopped/',
    errors: [404],
    answer: wrapped({ ...playclock, playclock: null }),
  },
  { method: 'DELETE', path: '/api/playclock/id/{model_id}', admin: true, errors: [401, 403, 404], answer: deleted },
  { method: 'POST', path: '/api/gameclock/', errors: [], answer: gameclock },
  { method: 'PUT', path: '/api/gameclock/{item_id}/', errors: [404], answer: gameclock },
  { method: 'PUT', path: '/api/gameclock/id/{item_id}/', errors: [404], answer: wrapped(gameclock) },
  { method: 'PUT', path: '/api/gameclock/id/{gameclock_id}/running/', errors: [404], answer: wrapped(gameclock) },
  { method: 'PUT', path: '/api/gameclock/id/{item_id}/paused/', errors: [404], answer: wrapped(gameclock) },
  {
    method: 'PUT',
    path: '/api/gameclock/id/{item_id}/{item_status}/{sec}/',
    errors: [404],
    answer: wrapped(gameclock),
  },
  { method: 'DELETE', path: '/api/gameclock/id/{model_id}', admin: true, errors: [401, 403, 404], answer: deleted },
  { method: 'POST', path: '/api/football_event/', errors: [], answer: event },
  { method: 'PUT', path: '/api/football_event/{item_id}/', errors: [404], answer: event },
  { method: 'GET', path: '/api/football_event/match_id/{match_id}/', errors: [], answer: [event] },
  {
    method: 'DELETE',
    path: '/api/football_event/id/{model_id}',
    admin: true,
    errors: [401, 403, 404],
    answer: deleted,
  },
];

/** Fields that may be null although the example has a value. */
export const LIVE_NULLABLE = ['playclock', 'gameclock_time_remaining'];
