import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DemoService } from '../../src/modules/demo/index.js';
import * as accounts from '../contract/statsboards/accounts.documented.js';
import { bootStatsboards, type StatsboardsApp } from '../contract/statsboards/boot.js';
import * as catalogue from '../contract/statsboards/catalogue.documented.js';
import { departures } from '../contract/statsboards/documented-shape.js';
import * as people from '../contract/statsboards/people.documented.js';
import { SPONSOR_ROUTES } from '../contract/statsboards/sponsors.documented.js';
import { signUp } from '../contract/statsboards/sign-up.js';

let test: StatsboardsApp;
let token: string;
beforeAll(async () => {
  test = await bootStatsboards();
  await test.app.get(DemoService).ensureLoaded(new Date('2026-11-21T12:00:00Z'));
  ({ token } = await signUp(test, 'admin'));
}, 180_000);
afterAll(() => test.close());

/** What the document's examples put into the paths. */
const EXAMPLES: Readonly<Record<string, string>> = {
  '/api/settings/seasons/id/{item_id}/': '/api/settings/seasons/id/2/',
  '/api/seasons/id/{item_id}/': '/api/seasons/id/2/',
  '/api/tournaments/id/{tournament_id}/players/': '/api/tournaments/id/2/players/',
  '/api/tournaments/id/{tournament_id}/players/paginated': '/api/tournaments/id/2/players/paginated',
  '/api/players/id/{player_id}/in-tournament/{tournament_id}': '/api/players/id/1/in-tournament/2',
  '/api/players/paginated/details': '/api/players/paginated/details?sport_id=1&page=1&items_per_page=20',
};
const VALUES: Readonly<Record<string, string>> = {
  category: 'ui',
  key: 'theme.default',
  year: '2024',
  season_year: '2024',
  item_title: 'Quarterback',
  tournament_id: '5',
  team_id: '10',
  user_id: '456',
};
const exampleOf = (path: string): string =>
  (EXAMPLES[path] ?? path).replace(/\{(\w+)\}/g, (_, name: string) => VALUES[name] ?? '1');

const READS = [
  ...accounts.ACCOUNT_ROUTES,
  ...catalogue.CATALOGUE_ROUTES,
  ...people.PEOPLE_ROUTES,
  ...SPONSOR_ROUTES,
].filter(({ method }) => method === 'GET');
const NULLABLE = [...accounts.NULLABLE, ...catalogue.NULLABLE, ...people.NULLABLE];

const status = async (method: string, path: string, body?: object): Promise<number> =>
  (await test.call(method, path, { token, ...(body ? { body } : {}) })).status;

describe('G3: examples of the document on the demo', () => {
  it.each(READS.map((route) => [exampleOf(route.path), route] as const))('GET %s', async (path, { answer }) => {
    const { status: answered, body } = await test.call('GET', path, { token });
    expect([answered, departures(body, answer, NULLABLE)]).toEqual([200, []]);
    const items = Array.isArray(body) ? body : (body as { data?: unknown[] }).data;
    if (items) expect(items.length).toBeGreaterThan(0);
  });

  it.each([
    ['/api/settings/value/theme.default', { value: 'dark' }],
    ['/api/settings/category/ui', [{ id: 1, key: 'theme.default', category: 'ui' }]],
    ['/api/settings/seasons/id/2/', { id: 2 }],
    ['/api/seasons/year/2024', { year: 2024, description: '2024 Season' }],
    ['/api/sports/id/1/', { success: true, content: { id: 1 } }],
    ['/api/positions/title/Quarterback/', { title: 'Quarterback' }],
    ['/api/team_in_tournament/10in5', { tournament_id: 5, team_id: 10 }],
    ['/api/team_in_tournament/id/1', { id: 1, tournament_id: 5, team_id: 10 }],
    ['/api/tournaments/5/', { id: 5 }],
  ])('GET %s', async (path, expected) => {
    const { status: answered, body } = await test.call('GET', path);
    expect(answered).toBe(200);
    expect(body).toMatchObject(expected);
  });

  it.each([
    '/api/tournaments/id/1/teams/',
    '/api/tournaments/id/1/teams/paginated?page=1&items_per_page=20',
    '/api/tournaments/id/1/teams/paginated?search=Manchester&page=1&items_per_page=20',
    '/api/tournaments/id/1/teams/paginated?page=2&items_per_page=10&order_by=title&order_by_two=id&ascending=false',
    '/api/team_in_tournament/tournament/id/1/teams',
    '/api/tournaments/id/5/teams/available',
    '/api/seasons/paginated?search=2024&page=1&items_per_page=20',
    '/api/seasons/paginated?order_by=iscurrent&order_by_two=year&ascending=false',
    '/api/seasons/year/2024/teams',
  ])('GET %s', async (path) => {
    expect(await status('GET', path)).toBe(200);
  });

  it('one season is current, and new rows come after the examples', async () => {
    expect(await test.database.sql('select id from season where iscurrent')).toHaveLength(1);
    const { body } = await test.call<{ id: number }>('POST', '/api/settings/', {
      token,
      body: { key: 'a', value: 'b' },
    });
    expect(body.id).toBe(3);
    const form = { username: 'test_user', password: 'SecurePass123!' };
    expect((await test.call('POST', '/api/auth/login', { form })).status).toBe(200);
    expect(await status('POST', '/api/teams/', { title: 'New', sport_id: 1 })).toBe(200);
    expect(await status('POST', '/api/tournaments/', { title: 'New', season_id: 2, sport_id: 1 })).toBe(200);
  });

  it('writes in the order of the document', async () => {
    expect(await status('PUT', '/api/settings/1/', { value: 'light' })).toBe(200);
    expect(await status('PUT', '/api/seasons/2/', { description: 'New description' })).toBe(200);
    expect(await status('PUT', '/api/seasons/2/', { iscurrent: true })).toBe(200);
    expect(await status('POST', '/api/team_in_tournament/10in5')).toBe(409);
    expect(await status('PUT', '/api/team_in_tournament/1/', { tournament_id: 5, team_id: 10 })).toBe(200);
    expect(await status('DELETE', '/api/team_in_tournament/10in5')).toBe(204);
    const { body } = await test.call<{ id: number }>('POST', '/api/team_in_tournament/10in5', { token });
    expect(await status('PUT', `/api/team_in_tournament/${body.id}/`, { team_id: 15 })).toBe(200);
    expect(await status('PUT', `/api/team_in_tournament/${body.id}/`, { tournament_id: 8 })).toBe(200);
  });

  it.each([
    ['/api/scoreboards/match/id/123', { id: 1, match_id: 123 }],
    ['/api/scoreboards/id/1/', { id: 1, match_id: 123 }],
    ['/api/scoreboards/matchdata/id/1', { id: 1, match_id: 123 }],
    ['/api/playclock/id/1/', { content: { id: 1, match_id: 123 }, success: true }],
    ['/api/gameclock/1/', { id: 1, match_id: 123 }],
    ['/api/matches/id/123/match_data/', { id: 1, match_id: 123 }],
    ['/api/matches/id/123/comprehensive/', { match: { id: 123 }, players: [{}, {}], events: [{}, {}] }],
    ['/api/matches/id/123/full-context/', { match: { id: 123 }, players: { home_roster: [{ id: 456 }] } }],
    ['/api/matches/id/123/players_fulldata/', { players: [{ match_id: 123 }, { match_id: 123 }] }],
    ['/api/matches/id/123/team-rosters/', { match_id: 123, available_home: [{}], available_away: [{}] }],
    ['/api/matches/id/123/stats/', { match_id: 123, team_a: { team_stats: { pass_att: 1, run_att: 1 } } }],
    ['/api/football_event/match_id/123/', [{ event_number: 1, event_qb: 456 }, { event_number: 2 }]],
    ['/api/football_event/matches/123/events-with-players/', { match_id: 123, events: [{}, {}] }],
    ['/api/matches/id/123/scoreboard/full_data/scoreboard_settings/', { data: { match_id: 123 } }],
    ['/api/matches/id/123/team/1/available-players/', []],
    ['/api/matches/paginated?user_id=10&isprivate=true', { data: [] }],
  ])('GET %s', async (path, expected) => {
    const { status: answered, body } = await test.call('GET', path);
    expect(answered).toBe(200);
    expect(body).toMatchObject(expected);
  });

  it('the live match, as the document writes it', async () => {
    const event = { match_id: 123, event_number: 1, event_qtr: 1, ball_on: 25, ball_moved_to: 37, offense_team: 1 };
    const play = { ...event, event_qb: 456, event_down: 1, play_type: 'pass', play_result: 'pass_completed' };
    const clock = { gameclock: 720, gameclock_max: 720, gameclock_status: 'stopped', match_id: 123 };
    for (const [method, path, body] of [
      ['POST', '/api/scoreboards/', { is_qtr: true, team_a_game_color: '#c01c28', match_id: 123 }],
      ['PUT', '/api/scoreboards/1/', { is_qtr: false, use_team_a_game_color: true }],
      ['PUT', '/api/scoreboards/id/1/', { is_qtr: true }],
      ['POST', '/api/playclock/', { playclock: 40, playclock_status: 'stopped', match_id: 123 }],
      ['PUT', '/api/playclock/1/', { playclock: 35, playclock_status: 'running' }],
      ['PUT', '/api/playclock/id/1/running/40/'],
      ['PUT', '/api/playclock/id/1/stopped/25/'],
      ['PUT', '/api/playclock/id/1/stopped/'],
      ['POST', '/api/gameclock/', clock],
      ['PUT', '/api/gameclock/1/', { gameclock_status: 'running' }],
      ['PUT', '/api/gameclock/id/1/running/'],
      ['PUT', '/api/gameclock/id/1/paused/'],
      ['PUT', '/api/gameclock/id/1/stopped/900/'],
      ['POST', '/api/football_event/', play],
      ['PUT', '/api/football_event/1/', { event_down: 2, ball_moved_to: 42, play_result: 'incomplete' }],
    ] as const) {
      expect([path, await status(method, path, body)]).toEqual([path, 200]);
    }
  });

  it('a second start changes nothing', async () => {
    await test.app.get(DemoService).ensureLoaded(new Date('2026-11-22T12:00:00Z'));
    expect(await test.database.sql(`select value from global_setting where key = 'theme.default'`)).toEqual([
      { value: 'light' },
    ]);
  });
});
