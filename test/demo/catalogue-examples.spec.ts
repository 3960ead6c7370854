import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DemoService } from '../../src/modules/demo/index.js';
import { bootStatsboards, type StatsboardsApp } from '../contract/statsboards/boot.js';
import { signUp } from '../contract/statsboards/sign-up.js';

let test: StatsboardsApp;
let token: string;
beforeAll(async () => {
  test = await bootStatsboards();
  await test.app.get(DemoService).ensureLoaded(new Date('2026-11-21T12:00:00Z'));
  ({ token } = await signUp(test, 'admin'));
}, 180_000);
afterAll(() => test.close());

const status = async (method: string, path: string, body?: object): Promise<number> =>
  (await test.call(method, path, { token, ...(body ? { body } : {}) })).status;

describe('G3: examples of the document on the demo', () => {
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

  it('a second start changes nothing', async () => {
    await test.app.get(DemoService).ensureLoaded(new Date('2026-11-22T12:00:00Z'));
    expect(await test.database.sql(`select value from global_setting where key = 'theme.default'`)).toEqual([
      { value: 'light' },
    ]);
  });
});
