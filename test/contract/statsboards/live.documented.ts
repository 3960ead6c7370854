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
const person = { id: 125, first_name: 'Backup', second_name: 'Quarterback', person_photo_url: '/p.jpg' };
const fullPerson = {
  ...person,
  person_eesl_id: null,
  person_photo_icon_url: '/i.jpg',
  person_photo_web_url: '/w.jpg',
  person_dob: '1995-06-15T00:00:00',
};
const rosterPosition = { id: 10, title: 'Quarterback', category: 'offense', sport_id: 1 };
const membership = {
  id: 789,
  player_team_tournament_eesl_id: null,
  player_id: 791,
  position_id: 10,
  team_id: 1,
  tournament_id: 5,
  player_number: '8',
};
const rosterTeam = { id: 1, title: 'Team A', team_color: '#FF0000', logo_url: '/logo.jpg' };
const fullTeam = {
  id: 1,
  team_eesl_id: 12_345,
  title: 'Team A',
  city: 'Boston',
  description: 'Football team',
  team_logo_url: '/t.jpg',
  team_logo_icon_url: '/t.jpg',
  team_logo_web_url: '/t.jpg',
  team_color: '#FF0000',
  sponsor_line_id: null,
  main_sponsor_id: 5,
  sport_id: 1,
};
const available = {
  id: 789,
  player_id: 791,
  player_team_tournament: membership,
  player: { id: 791, sport_id: 1, person_id: 125, player_eesl_id: 12_347 },
  person: fullPerson,
  position: rosterPosition,
  team: fullTeam,
  player_number: '8',
};
const matchPlayer = {
  id: 456,
  team_id: 1,
  match_id: 123,
  player_team_tournament_id: 789,
  player_id: 789,
  player: { id: 789, player_eesl_id: 12_345, person_id: 123 },
  team: rosterTeam,
  position: rosterPosition,
  player_team_tournament: membership,
  person: { ...person, person_photo_icon_url: '/i.jpg', person_photo_web_url: '/w.jpg' },
  is_starting: true,
  starting_type: 'offense',
  match_player: {
    id: 456,
    player_match_eesl_id: null,
    player_team_tournament_id: 789,
    match_position_id: 1,
    match_id: 123,
    match_number: '10',
    team_id: 1,
    is_start: false,
  },
};
const listed = {
  id: 456,
  player_id: 789,
  player: { id: 789, player_eesl_id: 12_345, person_id: 123, person },
  team: rosterTeam,
  tournament: { id: 5, name: 'Tournament 2026' },
  player_number: '12',
};
const listedInMatch = { ...listed, is_home_team: true, is_starting: true, starting_type: 'offense' };
const rosters = {
  match_id: 123,
  home_roster: [listedInMatch],
  away_roster: [listedInMatch],
  available_home: [listed],
  available_away: [listed],
};
const eventPlayer = {
  id: 456,
  player_id: 789,
  player: { id: 789, first_name: 'Tom', second_name: 'Brady', person_photo_url: '/p.jpg' },
  position: { id: 10, name: 'Quarterback' },
  team: { id: 1, name: 'Team A', logo_url: '/logo.jpg' },
  match_number: '12',
};
const eventWithPlayers = { ...event, event_qb: 456, qb: eventPlayer, run_player: null, tackle_player: null };
const match = {
  id: 123,
  match_eesl_id: 100,
  team_a_id: 1,
  team_b_id: 2,
  tournament_id: 5,
  match_date: '2025-01-03T10:00:00',
  week: 1,
};
const matchData = {
  id: 1,
  match_id: 123,
  score_team_a: 14,
  score_team_b: 10,
  game_status: 'in-progress',
  qtr: '3rd',
  ball_on: 35,
  down: '2nd',
  distance: '7',
  timeout_team_a: '●●',
  timeout_team_b: '●●●',
  field_length: 92,
};
const fullScoreboard = {
  ...scoreboard,
  team_a_game_title: 'Team A',
  team_b_game_title: 'Team B',
  scale_tournament_logo: 2,
  scale_main_sponsor: 2,
  scale_logo_a: 2,
  scale_logo_b: 2,
  is_flag: false,
  is_goal_team_a: false,
  is_goal_team_b: false,
  is_timeout_team_a: false,
  is_timeout_team_b: false,
};
const comprehensive = {
  match: { ...match, isprivate: false },
  match_data: matchData,
  teams: { team_a: fullTeam, team_b: fullTeam },
  players: [matchPlayer],
  events: [
    {
      ...event,
      score_result: 'touchdown',
      event_qb: 456,
      pass_received_player: 457,
      run_player: null,
      kick_player: null,
      offense_team: 1,
    },
  ],
  scoreboard: fullScoreboard,
};
const fullContext = {
  match: { ...match, sport_id: 1 },
  teams: { home: fullTeam, away: fullTeam },
  sport: {
    id: 1,
    title: 'American Football',
    description: 'Rules',
    positions: [{ id: 1, title: 'Quarterback', sport_id: 1 }],
  },
  tournament: { id: 5, title: 'Tournament 2026', sport_id: 1, season_id: 1 },
  players: {
    home_roster: [matchPlayer],
    away_roster: [matchPlayer],
    available_home: [available],
    available_away: [available],
  },
};
const wrapped = (content: object) => ({ content, status_code: 200, success: true });
const deleted = { detail: 'Playclock 1 deleted successfully' };

export const LIVE_ROUTES: readonly LiveRoute[] = [
  {
    method: 'GET',
    path: '/api/matches/id/{match_id}/team/{team_id}/available-players/',
    errors: [],
    answer: [available],
  },
  {
    method: 'GET',
    path: '/api/matches/id/{match_id}/players_fulldata/',
    errors: [404],
    answer: { players: [matchPlayer] },
  },
  { method: 'GET', path: '/api/matches/id/{match_id}/team-rosters/', errors: [404], answer: rosters },
  { method: 'GET', path: '/api/matches/id/{match_id}/full-context/', errors: [404], answer: fullContext },
  { method: 'GET', path: '/api/matches/id/{match_id}/comprehensive/', errors: [404], answer: comprehensive },
  {
    method: 'GET',
    path: '/api/football_event/matches/{match_id}/events-with-players/',
    errors: [],
    answer: { match_id: 123, events: [eventWithPlayers] },
  },
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
export const LIVE_NULLABLE = [
  'match_eesl_id',
  'week',
  'score_result',
  'pass_received_player',
  'playclock',
  'gameclock_time_remaining',
  'player_eesl_id',
  'team_eesl_id',
  'person_dob',
  'person_photo_icon_url',
  'person_photo_web_url',
  'logo_url',
  'team_logo_url',
  'main_sponsor_id',
  'sport_id',
  'city',
  'description',
  'starting_type',
  'is_starting',
  'match_position_id',
  'category',
];
