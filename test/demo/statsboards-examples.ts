/** A request as the StatsBoards document writes it, or with the numbers of the answer it shows there. */
export interface Example {
  request: string;
  body?: object;
  form?: Record<string, string>;
  /** Sends a picture. */
  upload?: true;
  /** Some of what it answers on the demo. */
  shows?: unknown;
  /** A list that may be empty on the demo. */
  mayBeEmpty?: true;
  /** Status of the error it ends in, where it cannot succeed beside the other examples. */
  refused?: number;
}

const read = (...paths: string[]): Example[] => paths.map((path) => ({ request: `GET ${path}` }));
const search = (...paths: string[]): Example[] => read(...paths).map((example) => ({ ...example, mayBeEmpty: true }));
const show = (path: string, shows: unknown): Example => ({ request: `GET ${path}`, shows });
const write = (request: string, body?: object): Example => ({ request, ...(body ? { body } : {}) });
const refuse = (refused: number, request: string, body?: object): Example => ({ ...write(request, body), refused });

const theme = {
  key: 'theme.default',
  value: 'dark',
  value_type: 'string',
  category: 'ui',
  description: 'Default application theme',
};
const season = (year: number, iscurrent?: boolean) => ({
  year,
  description: `${year} Season`,
  ...(iscurrent === undefined ? {} : { iscurrent }),
});
const oldSeason = { description: 'Updated 2024 Season', iscurrent: false };

/** In the document's order. */
const CATALOGUE: readonly Example[] = [
  ...read('/api/teams/5/'),
  write('PUT /api/teams/5/', {}),
  ...read('/api/players/eesl_id/98765', '/api/teams/paginated?isprivate=false', '/api/settings/grouped'),
  ...search(
    '/api/matches/paginated?user_id=10&isprivate=true',
    '/api/tournaments/paginated?user_id=3',
    '/api/players/paginated/details?sport_id=1&user_id=7&search=John',
  ),
  show('/api/settings/category/ui', [{ id: 1, key: 'theme.default', category: 'ui' }]),
  show('/api/settings/value/theme.default', { value: 'dark' }),
  refuse(409, 'POST /api/settings/', theme),
  write('PUT /api/settings/1/', { ...theme, value: 'light', description: 'Updated default application theme' }),
  write('DELETE /api/settings/id/1'),
  ...read('/api/settings/seasons/'),
  show('/api/settings/seasons/id/2/', { id: 2, year: 2024 }),
  refuse(400, 'POST /api/settings/seasons/', season(2024, true)),
  write('PUT /api/settings/seasons/2/', oldSeason),
  write('DELETE /api/settings/seasons/id/2'),
  write('POST /api/settings/', {
    key: 'notifications.enabled',
    value: 'true',
    value_type: 'boolean',
    category: 'notifications',
    description: 'Enable email notifications',
  }),
  write('PUT /api/settings/1/', { value: 'light' }),
  refuse(400, 'POST /api/settings/seasons/', season(2025, true)),
  ...read(
    '/api/seasons/',
    '/api/seasons/paginated',
    '/api/seasons/paginated?search=2024&page=1&items_per_page=20',
    '/api/seasons/paginated?order_by=iscurrent&order_by_two=year&ascending=false',
    '/api/seasons/id/2/',
    '/api/seasons/id/2/sports/id/1/tournaments',
    '/api/seasons/year/2024/tournaments',
    '/api/seasons/year/2024/sports/id/1/tournaments',
    '/api/seasons/year/2024/teams',
    '/api/seasons/year/2024/matches',
  ),
  show('/api/seasons/year/2024', { id: 2, year: 2024, description: '2024 Season' }),
  refuse(400, 'POST /api/seasons/', season(2025, true)),
  refuse(400, 'POST /api/seasons/', season(2026)),
  write('PUT /api/seasons/2/', oldSeason),
  write('PUT /api/seasons/2/', { description: 'New description' }),
  write('PUT /api/seasons/2/', { iscurrent: true }),
  write('DELETE /api/seasons/id/2'),
  refuse(400, 'POST /api/seasons/', season(2025, false)),
  show('/api/seasons/year/2025', { id: 3, year: 2025 }),
];

const ACCOUNTS: readonly Example[] = [
  ...read('/api/roles/', '/api/roles/id/1/', '/api/roles/paginated'),
  write('POST /api/roles/', { name: 'moderator', description: 'Can moderate content and users' }),
  write('PUT /api/roles/1/', { description: 'Updated role description' }),
  refuse(400, 'DELETE /api/roles/id/1'),
  { request: 'POST /api/auth/login', form: { username: 'test_user', password: 'SecurePass123!' } },
  ...read('/api/auth/me'),
  write('POST /api/auth/heartbeat'),
  write('POST /api/users/register', {
    username: 'john_doe',
    email: 'john@example.com',
    password: 'SecurePass123!',
    person_id: 123,
  }),
  ...read('/api/users/me'),
  write('PUT /api/users/me', { email: 'newemail@example.com', is_active: true }),
  ...read('/api/users/456'),
  write('PUT /api/users/456', { email: 'admin@example.com', is_active: false }),
  write('POST /api/users/456/change-password', { new_password: 'NewPassword123!' }),
  refuse(400, 'POST /api/users/me/change-password', {
    old_password: 'CurrentPassword123!',
    new_password: 'NewPassword456!',
  }),
  write('POST /api/users/456/roles', { role_id: 1 }),
  write('DELETE /api/users/456/roles/4'),
  ...read(
    '/api/users/456/roles',
    '/api/users/search',
    '/api/users/search?search=john&page=1&items_per_page=20',
    '/api/users/search?role_names=admin&page=1&items_per_page=20',
    '/api/users/search?order_by=is_online&order_by_two=username&ascending=false&page=1&items_per_page=20',
  ),
  ...search(
    '/api/users/search?search=john&role_names=admin&page=1&items_per_page=20',
    '/api/users/search?is_online=true&page=1&items_per_page=20',
    '/api/users/search?role_names=admin&is_online=true&page=1&items_per_page=20',
  ),
  write('DELETE /api/users/456'),
  write('DELETE /api/users/me'),
];

const PEOPLE: readonly Example[] = [
  ...read(
    '/api/persons/not-in-sport/1/all',
    '/api/persons/not-in-sport/1?page=1&items_per_page=20',
    '/api/persons/not-in-sport/1?search=John&page=1&items_per_page=20',
    '/api/persons/not-in-sport/1?order_by=first_name&ascending=false',
    '/api/players/paginated/details?sport_id=1&page=1&items_per_page=20',
    '/api/players/paginated/details?sport_id=1&search=Ivan&page=1&items_per_page=20',
    '/api/players/paginated/details?sport_id=1&team_id=5&page=1&items_per_page=20',
    '/api/players/paginated/details?sport_id=1&team_id=5&search=Ivan&page=1&items_per_page=20',
    '/api/players/paginated/details?sport_id=1&order_by=id&order_by_two=person_id&ascending=true',
  ),
  write('POST /api/players/add-person-to-sport', { person_id: 123, sport_id: 1, isprivate: false, user_id: 5 }),
  write('DELETE /api/players/remove-person-from-sport/personid/125/sportid/1'),
  ...read('/api/players/id/1/career'),
  show('/api/players/id/1/in-tournament/2', { id: 1, sport: { id: 1 }, tournament_assignment: { team_id: 5 } }),
];

const SPONSORS: readonly Example[] = [
  write('POST /api/sponsors/', {
    title: 'Acme Corp',
    logo_url: '/static/uploads/sponsors/logos/acme.png',
    scale_logo: 1.5,
  }),
  write('PUT /api/sponsors/1/', {
    title: 'Updated Acme Corp',
    logo_url: '/static/uploads/sponsors/logos/acme-updated.png',
    scale_logo: 2,
  }),
  ...read(
    '/api/sponsors/id/1/',
    '/api/sponsors/paginated?page=1&items_per_page=20',
    '/api/sponsors/paginated?search=Acme&page=1&items_per_page=20',
    '/api/sponsors/paginated?order_by=title&order_by_two=id&ascending=false',
  ),
  { request: 'POST /api/sponsors/upload_logo', upload: true },
  write('DELETE /api/sponsors/id/1'),
  write('POST /api/sponsor_lines/', { title: 'Premier Sponsors', is_visible: true }),
  write('PUT /api/sponsor_lines/1/', { title: 'Updated Premier Sponsors', is_visible: false }),
  ...read('/api/sponsor_lines/id/1/'),
  write('DELETE /api/sponsor_lines/id/1'),
  refuse(409, 'POST /api/sponsor_in_sponsor_line/1in1'),
  write('PUT /api/sponsor_in_sponsor_line/1/', { sponsor_id: 2, sponsor_line_id: 1, position: 3 }),
  ...read('/api/sponsor_in_sponsor_line/1in1', '/api/sponsor_in_sponsor_line/sponsor_line/id/1/sponsors'),
  write('DELETE /api/sponsor_in_sponsor_line/1in1'),
];

const TOURNAMENTS: readonly Example[] = [
  ...read(
    '/api/tournaments/id/1/teams/',
    '/api/tournaments/id/1/teams/paginated?page=1&items_per_page=20',
    '/api/team_in_tournament/tournament/id/1/teams',
  ),
  ...search(
    '/api/tournaments/id/1/teams/paginated?search=Manchester&page=1&items_per_page=20',
    '/api/tournaments/id/1/teams/paginated?page=2&items_per_page=10&order_by=title&order_by_two=id&ascending=false',
    '/api/tournaments/id/1/teams/paginated?search=United&page=1&items_per_page=20&order_by=title&ascending=true',
  ),
  refuse(409, 'POST /api/team_in_tournament/10in5'),
  show('/api/team_in_tournament/10in5', { id: 1, tournament_id: 5, team_id: 10 }),
  write('PUT /api/team_in_tournament/1/', { tournament_id: 5, team_id: 10 }),
  write('PUT /api/team_in_tournament/1/', { team_id: 15 }),
  write('PUT /api/team_in_tournament/1/', { tournament_id: 8 }),
  write('DELETE /api/team_in_tournament/10in5'),
  ...read(
    '/api/tournaments/id/5/teams/available',
    '/api/tournaments/id/2/players/',
    '/api/tournaments/id/2/players/paginated?page=1&items_per_page=20',
    '/api/tournaments/id/5/players/available',
    '/api/tournaments/id/5/players/without-team?page=1&items_per_page=20',
    '/api/tournaments/id/5/players/without-team/all',
  ),
  ...search(
    '/api/tournaments/id/2/players/paginated?search=Smith&page=1&items_per_page=20',
    '/api/tournaments/id/2/players/paginated?page=2&items_per_page=10&order_by=second_name&order_by_two=id&ascending=false',
    '/api/tournaments/id/5/players/without-team?search=John&page=1&items_per_page=20',
    '/api/tournaments/id/5/players/without-team?page=2&items_per_page=10&order_by=second_name&order_by_two=id&ascending=false',
  ),
];

const football = { title: 'American Football', description: 'American football rules and gameplay' };
const SPORTS: readonly Example[] = [
  refuse(409, 'POST /api/sports/', football),
  write('PUT /api/sports/1/', { ...football, description: 'Updated description' }),
  show('/api/sports/id/1/', { success: true, content: { id: 1, title: 'American Football' } }),
  ...read(
    '/api/sports/',
    '/api/sports/paginated',
    '/api/sports/id/1/tournaments',
    '/api/sports/id/1/teams',
    '/api/sports/id/1/players',
    '/api/sports/id/1/positions',
    '/api/sports/id/1/teams/paginated',
  ),
  write('DELETE /api/sports/id/1'),
  refuse(409, 'POST /api/positions/', { title: 'Quarterback', sport_id: 1 }),
  write('PUT /api/positions/1/', { title: 'Wide Receiver', sport_id: 1 }),
  show('/api/positions/title/Quarterback/', { title: 'Quarterback', sport_id: 1 }),
  write('DELETE /api/positions/id/1'),
];

const gameclock = { gameclock: 720, gameclock_max: 720, gameclock_status: 'stopped', match_id: 123 };
export const LIVE_EXAMPLES: readonly Example[] = [
  ...read('/api/matches/id/123/team/1/available-players/', '/health'),
  show('/api/matches/id/123/stats/', { match_id: 123, team_a: { team_stats: { pass_att: 1, run_att: 1 } } }),
  show('/api/matches/id/123/players_fulldata/', { players: [{ match_id: 123 }, { match_id: 123 }] }),
  show('/api/matches/id/123/team-rosters/', { match_id: 123, available_home: [{}], available_away: [{}] }),
  write('POST /api/scoreboards/', {
    is_qtr: true,
    is_time: true,
    is_playclock: true,
    is_downdistance: true,
    is_tournament_logo: true,
    is_main_sponsor: true,
    is_sponsor_line: true,
    team_a_game_color: '#c01c28',
    team_b_game_color: '#1c71d8',
    match_id: 123,
  }),
  write('PUT /api/scoreboards/1/', { is_qtr: false, use_team_a_game_color: true }),
  write('PUT /api/scoreboards/id/1/', { is_qtr: true, is_time: true }),
  show('/api/scoreboards/match/id/123', { id: 1, match_id: 123 }),
  show('/api/scoreboards/id/1/', { id: 1, match_id: 123 }),
  show('/api/scoreboards/matchdata/id/1', { id: 1, match_id: 123 }),
  write('DELETE /api/scoreboards/id/1'),
  write('POST /api/playclock/', { playclock: 40, playclock_status: 'stopped', match_id: 123 }),
  write('PUT /api/playclock/1/', { playclock: 35, playclock_status: 'running' }),
  write('PUT /api/playclock/id/1/', { playclock: 35, playclock_status: 'running' }),
  show('/api/playclock/id/1/', { content: { id: 1, match_id: 123 }, success: true }),
  write('PUT /api/playclock/id/1/running/40/'),
  write('PUT /api/playclock/id/1/stopped/25/'),
  write('PUT /api/playclock/id/1/stopped/'),
  write('DELETE /api/playclock/id/1'),
  write('POST /api/gameclock/', gameclock),
  write('PUT /api/gameclock/1/', { gameclock_status: 'running' }),
  write('PUT /api/gameclock/id/1/', { gameclock_status: 'running' }),
  write('PUT /api/gameclock/id/1/running/'),
  write('PUT /api/gameclock/id/1/paused/'),
  write('PUT /api/gameclock/id/1/stopped/900/'),
  write('DELETE /api/gameclock/id/1'),
  show('/api/football_event/matches/123/events-with-players/', { match_id: 123, events: [{ qb: { id: 456 } }, {}] }),
  write('POST /api/football_event/', {
    match_id: 123,
    event_number: 1,
    event_qtr: 1,
    ball_on: 25,
    ball_moved_to: 37,
    offense_team: 1,
    event_qb: 456,
    event_down: 1,
    event_distance: 10,
    play_type: 'pass',
    play_result: 'pass_completed',
  }),
  write('PUT /api/football_event/1/', { event_down: 2, ball_moved_to: 42, play_result: 'incomplete' }),
  show('/api/football_event/match_id/123/', [{ event_number: 1, event_qb: 456 }, { event_number: 2 }]),
  write('DELETE /api/football_event/id/1'),
  show('/api/matches/id/123/full-context/', { match: { id: 123 }, players: { home_roster: [{ id: 456 }] } }),
  show('/api/matches/id/123/comprehensive/', { match: { id: 123 }, players: [{}, {}], events: [{}, {}] }),
];

/** Not written out, but what the document's conventions make of its numbers. */
const CONVENTIONAL: readonly Example[] = [
  show('/api/persons/123/', { id: 123, first_name: 'John', second_name: 'Doe' }),
  show('/api/tournaments/5/', { id: 5, season_id: 2, sport_id: 1 }),
  show('/api/team_in_tournament/id/1', { id: 1, tournament_id: 5, team_id: 10 }),
  show('/api/gameclock/1/', { id: 1, match_id: 123 }),
  show('/api/matches/id/123/match_data/', {
    id: 1,
    match_id: 123,
    score_team_a: 14,
    score_team_b: 10,
    game_status: 'in-progress',
  }),
  show('/api/matches/id/123/scoreboard/full_data/scoreboard_settings/', { data: { match_id: 123 } }),
];

export const EXAMPLES: readonly Example[] = [
  ...CATALOGUE,
  ...ACCOUNTS,
  ...PEOPLE,
  ...SPONSORS,
  ...TOURNAMENTS,
  ...SPORTS,
  ...LIVE_EXAMPLES,
  ...CONVENTIONAL,
];
