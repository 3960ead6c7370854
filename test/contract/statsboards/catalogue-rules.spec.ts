import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootStatsboards, type CallOptions, type StatsboardsApp } from './boot.js';
import { Catalogue } from './catalogue.rows.js';
import { type SignedUp, signUp } from './sign-up.js';

let test: StatsboardsApp;
let admin: SignedUp;
let make: Catalogue;
beforeAll(async () => {
  test = await bootStatsboards();
  admin = await signUp(test, 'admin');
  make = new Catalogue(test, admin.token);
});
afterAll(() => test.close());

interface Failure {
  detail: string;
  errors?: { field: string }[];
}
interface Page {
  data: Record<string, unknown>[];
  metadata: Record<string, unknown>;
}

const ask = async <T>(method: string, path: string, body?: object, options: CallOptions = {}): Promise<[number, T]> => {
  const answer = await test.call<T>(method, path, { token: admin.token, ...(body ? { body } : {}), ...options });
  return [answer.status, answer.body];
};
const get = async <T>(path: string): Promise<T> => (await ask<T>('GET', path))[1];
const titles = (rows: Record<string, unknown>[]): unknown[] => rows.map(({ title }) => title);

describe('values that cannot be used', () => {
  it.each([
    ['POST', '/api/settings/', { value: 'x' }, 'key'],
    ['POST', '/api/settings/', { key: 'k'.repeat(101), value: 'x' }, 'key'],
    ['POST', '/api/settings/', { key: 'a', value: 'x', value_type: 'y'.repeat(21) }, 'value_type'],
    ['POST', '/api/settings/', { key: 'a', value: null }, 'value'],
    ['POST', '/api/seasons/', { year: 1899 }, 'year'],
    ['POST', '/api/seasons/', { year: 3000 }, 'year'],
    ['POST', '/api/settings/seasons/', { description: 'no year' }, 'year'],
    ['POST', '/api/seasons/', { year: 2024, iscurrent: 'maybe' }, 'iscurrent'],
    ['POST', '/api/tournaments/', { title: 'x', season_id: 1 }, 'sport_id'],
    ['POST', '/api/tournaments/', { title: 'x'.repeat(256), season_id: 1, sport_id: 1 }, 'title'],
    ['POST', '/api/teams/', { title: 'x'.repeat(51), sport_id: 1 }, 'title'],
    ['POST', '/api/teams/', { title: 'a\0b', sport_id: 1 }, 'title'],
    ['POST', '/api/teams/', { title: 'x', sport_id: 'one' }, 'sport_id'],
    ['POST', '/api/teams/?tour_id=x', { title: 'x', sport_id: 1 }, 'tour_id'],
    ['POST', '/api/sport-scoreboard-presets/', { title: 'x', direction: 'sideways' }, 'direction'],
  ])('%s %s %j: 422 naming %s', async (method, path, body, field) => {
    const [status, { detail, errors }] = await ask<Failure>(method, path, body);
    expect([status, errors?.map((problem) => problem.field)]).toEqual([422, [field]]);
    expect(detail).toMatch(new RegExp(`^Validation error: ${field} `));
  });

  it.each([
    ['settings', { value: null }, 'value'],
    ['settings', { key: 'k'.repeat(101) }, 'key'],
    ['seasons', { year: 1899 }, 'year'],
    ['settings/seasons', { year: 3000 }, 'year'],
    ['settings/seasons', { iscurrent: null }, 'iscurrent'],
    ['sports', { title: null }, 'title'],
    ['positions', { category: 'bench' }, 'category'],
    ['tournaments', { season_id: null }, 'season_id'],
    ['team_in_tournament', { team_id: 'x' }, 'team_id'],
  ])('PUT /api/%s/1/ %j: 422 naming %s', async (resource, body, field) => {
    const [status, { errors }] = await ask<Failure>('PUT', `/api/${resource}/1/`, body);
    expect([status, errors?.map((problem) => problem.field)]).toEqual([422, [field]]);
  });

  it.each([
    ['/api/sports/', {}, 'title'],
    ['/api/sports/', { title: 'x'.repeat(256) }, 'title'],
    ['/api/positions/', { title: 'Quarterback' }, 'sport_id'],
    ['/api/positions/', { title: 'x'.repeat(31), sport_id: 1 }, 'title'],
  ])('where the table of the document says so, 400: POST %s %j', async (path, body, field) => {
    const [status, { detail }] = await ask<Failure>('POST', path, body);
    expect(status).toBe(400);
    expect(detail).toMatch(new RegExp(`^Validation error: ${field} `));
  });

  it.each(['seasons/paginated', 'sports/paginated', 'teams/paginated', 'sports/id/1/teams/paginated'])(
    'behaviour 33: pages and sizes out of range in %s are 422',
    async (path) => {
      for (const query of ['page=0', 'items_per_page=0', 'items_per_page=101']) {
        expect((await ask('GET', `/api/${path}?${query}`))[0]).toBe(422);
      }
    },
  );

  it('teams of a tournament answer them with 400', async () => {
    const { tournamentId } = await make.league();
    const path = `/api/tournaments/id/${tournamentId}/teams/paginated`;
    for (const query of ['page=0', 'items_per_page=101']) expect((await ask('GET', `${path}?${query}`))[0]).toBe(400);
  });
});

describe('S2: PUT', () => {
  it('leaves what is absent, clears with null, and refuses to clear what is required', async () => {
    const { id: sportId } = await make.sport();
    const team = await make.team(sportId, {
      city: 'Boston',
      description: 'Old',
      team_color: '#112233',
      team_eesl_id: 77,
    });
    const path = `/api/teams/${team.id}/`;
    expect(await ask('PUT', path, { title: 'New' })).toEqual([200, { ...team, title: 'New' }]);
    const cleared = { city: null, description: null, team_eesl_id: null, main_sponsor_id: null };
    expect(await ask('PUT', path, cleared)).toEqual([200, { ...team, title: 'New', ...cleared }]);
    for (const field of ['title', 'team_color', 'sport_id', 'isprivate']) {
      const [status, { errors }] = await ask<Failure>('PUT', path, { [field]: null });
      expect([status, errors?.map((problem) => problem.field)]).toEqual([422, [field]]);
    }
    expect(await ask('PUT', path, {})).toEqual([200, { ...team, title: 'New', ...cleared }]);
  });

  it('keeps fields that nobody knows out, the id above all', async () => {
    const sport = await make.sport();
    const [, changed] = await ask<{ id: number }>('PUT', `/api/sports/${sport.id}/`, { id: 1, nothing: true });
    expect(changed).toEqual(sport);
  });

  it('S1, behaviour 29: a season without year is changed; a year of null, or one that is taken, is 409', async () => {
    const [first, second] = [await make.season(), await make.season()];
    expect(await ask('PUT', `/api/seasons/${second.id}/`, { description: 'New' })).toMatchObject([
      200,
      { year: second.year, description: 'New' },
    ]);
    const [status, { detail }] = await ask<Failure>('PUT', `/api/seasons/${second.id}/`, { year: null });
    expect([status, detail]).toEqual([409, 'Error updating season: year is required']);
    expect((await ask('PUT', `/api/seasons/${second.id}/`, { year: first.year }))[0]).toBe(409);
  });
});

describe('duplicates', () => {
  it('S5: a sport, a position of its sport, a team in its tournament, a key: 409', async () => {
    const sport = await make.sport();
    const title = sport['title'];
    expect(await ask('POST', '/api/sports/', { title })).toEqual([
      409,
      { detail: `Sport ${String(title)} already exists` },
    ]);
    expect((await ask('PUT', `/api/sports/${(await make.sport()).id}/`, { title }))[0]).toBe(409);
    const position = await make.position(sport.id);
    expect((await ask('POST', '/api/positions/', { title: position.title, sport_id: sport.id }))[0]).toBe(409);
    const { teamIds, tournamentId, entryIds } = await make.league();
    expect(await ask('POST', `/api/team_in_tournament/${teamIds[0]}in${tournamentId}`)).toEqual([
      409,
      { detail: `Team ${teamIds[0]} is already in tournament ${tournamentId}` },
    ]);
    expect((await ask('PUT', `/api/team_in_tournament/${entryIds[0]}/`, { team_id: teamIds[1] }))[0]).toBe(409);
    const { key } = await make.setting();
    expect((await ask('POST', '/api/settings/', { key, value: 'x' }))[0]).toBe(409);
  });

  it('a year that has a season: 400, below both paths', async () => {
    const { year } = await make.season();
    for (const path of ['/api/seasons/', '/api/settings/seasons/']) {
      expect(await ask('POST', path, { year })).toEqual([400, { detail: `Season ${year} already exists` }]);
    }
  });

  it('behaviour 60: what does not exist cannot be referred to: 409', async () => {
    const none = 2_147_483_647;
    const season_id = (await make.season()).id;
    const sport_id = (await make.sport()).id;
    const failures: [string, object, string][] = [
      ['positions', { title: 'x', sport_id: none }, `Sport ${none} does not exist`],
      ['teams', { title: 'x', sport_id: none }, `Sport ${none} does not exist`],
      ['teams', { title: 'x', sport_id, main_sponsor_id: none }, `Sponsor ${none} does not exist`],
      ['tournaments', { title: 'x', season_id: none, sport_id }, `Season ${none} does not exist`],
      ['tournaments', { title: 'x', season_id, sport_id, user_id: none }, `User ${none} does not exist`],
      ['sports', { title: 'x', scoreboard_preset_id: none }, `Sport scoreboard preset ${none} does not exist`],
    ];
    for (const [resource, body, detail] of failures) {
      expect(await ask('POST', `/api/${resource}/`, body)).toEqual([409, { detail }]);
    }
  });

  it('behaviour 44: a number of the EESL register changes the team or tournament that has it', async () => {
    const { id: sport_id } = await make.sport();
    const team = await make.team(sport_id, { team_eesl_id: 4711, city: 'Boston' });
    const [, changed] = await ask('POST', '/api/teams/', { title: 'Renamed', team_eesl_id: 4711, sport_id });
    expect(changed).toEqual({ ...team, title: 'Renamed' });
    expect(await get('/api/teams/eesl_id/4711')).toEqual(changed);
    const tournament = await make.tournament({ tournament_eesl_id: 4712 });
    const [, moved] = await ask('POST', '/api/tournaments/', { ...tournament, title: 'Renamed' });
    expect(moved).toEqual({ ...tournament, title: 'Renamed' });
    expect(await get('/api/tournaments/eesl_id/4712')).toEqual(moved);
    expect((await ask('GET', '/api/teams/eesl_id/4713'))[0]).toBe(404);
    expect((await ask('PUT', `/api/teams/${(await make.team(sport_id)).id}/`, { team_eesl_id: 4711 }))[0]).toBe(409);
  });
});

describe('deletes', () => {
  it('S6: leaving a tournament answers 204 without a body, then 404', async () => {
    const { teamIds, tournamentId } = await make.league();
    const path = `/api/team_in_tournament/${teamIds[0]}in${tournamentId}`;
    expect(await ask('DELETE', path)).toEqual([204, undefined]);
    expect((await ask('GET', path))[0]).toBe(404);
    expect((await ask('DELETE', path))[0]).toBe(404);
    expect((await ask('GET', `/api/teams/id/${teamIds[0]}`))[0]).toBe(200);
  });

  it('S4: a season below /api/seasons is gone however often; below /api/settings it must be there', async () => {
    const { id } = await make.season();
    for (let times = 0; times < 2; times++) {
      expect(await ask('DELETE', `/api/seasons/id/${id}`)).toEqual([
        200,
        { detail: `Season ${id} deleted successfully` },
      ]);
    }
    const other = await make.season();
    const path = `/api/settings/seasons/id/${other.id}`;
    expect((await ask('DELETE', path, undefined, { token: undefined }))[0]).toBe(200);
    expect((await ask('DELETE', path))[0]).toBe(404);
  });

  it('a season takes its tournaments, entries and matches along, and leaves teams', async () => {
    const league = await make.league();
    const matchId = await make.match(league);
    await ask('DELETE', `/api/seasons/id/${league.seasonId}`);
    expect((await ask('GET', `/api/tournaments/id/${league.tournamentId}`))[0]).toBe(404);
    expect(await test.database.sql('select id from match where id = $1', [matchId])).toEqual([]);
    expect((await ask('GET', `/api/team_in_tournament/id/${league.entryIds[0]}`))[0]).toBe(404);
    expect((await ask('GET', `/api/teams/id/${league.teamIds[0]}`))[0]).toBe(200);
  });

  it('a sport takes all that belongs to it along', async () => {
    const league = await make.league();
    const { id: positionId } = await make.position(league.sportId);
    await ask('DELETE', `/api/sports/id/${league.sportId}`);
    for (const path of [
      `tournaments/${league.tournamentId}`,
      `teams/${league.teamIds[0]}`,
      `positions/${positionId}`,
    ]) {
      expect((await ask('GET', `/api/${path}`))[0]).toBe(404);
    }
  });
});

describe('lists', () => {
  it('behaviours 30 and 31: search finds parts in any case, Cyrillic too; nothing found is a page of nothing', async () => {
    const { id } = await make.sport();
    for (const title of ['Динамо Москва', 'Спартак', 'Dynamo Kyiv']) await make.team(id, { title });
    const page = (search: string) =>
      get<Page>(`/api/sports/id/${id}/teams/paginated?search=${encodeURIComponent(search)}`);
    expect(titles((await page('ДИНАМО')).data)).toEqual(['Динамо Москва']);
    expect(titles((await page('намо')).data)).toEqual(['Динамо Москва']);
    expect(titles((await page('dyn')).data)).toEqual(['Dynamo Kyiv']);
    expect((await page('')).data).toHaveLength(3);
    expect(await page('100%_')).toEqual({
      data: [],
      metadata: { page: 1, items_per_page: 20, total_items: 0, total_pages: 0, has_next: false, has_previous: false },
    });
  });

  it('are cut into pages whose metadata is exact', async () => {
    const { id } = await make.sport();
    for (let count = 0; count < 5; count++) await make.team(id, { title: `Team ${count}` });
    const seen: unknown[] = [];
    for (const [page, has_next, has_previous] of [
      [1, true, false],
      [2, true, true],
      [3, false, true],
      [4, false, true],
    ] as const) {
      const answer = await get<Page>(`/api/sports/id/${id}/teams/paginated?page=${page}&items_per_page=2`);
      seen.push(...titles(answer.data));
      const metadata = { page, items_per_page: 2, total_items: 5, total_pages: 3, has_next, has_previous };
      expect(answer.metadata).toEqual(metadata);
    }
    expect(seen).toEqual(['Team 0', 'Team 1', 'Team 2', 'Team 3', 'Team 4']);
  });

  it('S9, behaviour 34: are ordered as asked, and by default where the column is unknown', async () => {
    const { id } = await make.sport();
    for (const [title, city] of [
      ['B', 'x'],
      ['A', 'y'],
      ['C', 'x'],
    ]) {
      await make.team(id, { title, city });
    }
    const order = async (query: string) =>
      titles((await get<Page>(`/api/sports/id/${id}/teams/paginated?${query}`)).data).join('');
    expect(await order('')).toBe('ABC');
    expect(await order('ascending=false')).toBe('CBA');
    expect(await order('order_by=city&order_by_two=title')).toBe('BCA');
    expect(await order('order_by=city&order_by_two=title&ascending=false')).toBe('ACB');
    for (const unknown of ['nothing', 'id;drop table team', 'constructor', '__proto__', 'code']) {
      expect(await order(`order_by=${encodeURIComponent(unknown)}`)).toBe('ABC');
    }
  });

  it('are filtered by owner and privacy', async () => {
    const { id } = await make.sport();
    await make.team(id, { title: 'Public' });
    await make.team(id, { title: 'Private', isprivate: true });
    await make.team(id, { title: 'Mine', isprivate: true, user_id: admin.id });
    const page = async (query: string) =>
      titles((await get<Page>(`/api/teams/paginated?sport_id=${id}&${query}`)).data);
    expect(await page('')).toEqual(['Mine', 'Private', 'Public']);
    expect(await page('isprivate=false')).toEqual(['Public']);
    expect(await page(`isprivate=true&user_id=${admin.id}`)).toEqual(['Mine']);
  });

  it('behaviours 35 and 37: teams by title, positions from A to Z, and teams that could still enter', async () => {
    const { tournamentId, teamIds, sportId } = await make.league();
    for (const title of ['tackle', 'Guard', 'Center']) await make.position(sportId, { title });
    expect(titles(await get(`/api/sports/id/${sportId}/positions`))).toEqual(['Center', 'Guard', 'tackle']);
    await make.team((await make.sport()).id);
    const available = await get<Page['data']>(`/api/tournaments/id/${tournamentId}/teams/available`);
    expect(available.map(({ id }) => id)).toEqual([teamIds[2]]);
    const entered = await get<Page['data']>(`/api/tournaments/id/${tournamentId}/teams/`);
    expect(entered.map(({ id }) => id)).toEqual(teamIds.slice(0, 2));
    for (const path of ['tournaments/id/2147483647/teams/available', 'tournaments/id/2147483647/teams/']) {
      expect(await ask('GET', `/api/${path}`)).toEqual([200, []]);
    }
  });

  it('seasons are searched by description', async () => {
    const { id } = await make.season({ description: 'Зимний сезон' });
    const { data } = await get<Page>(`/api/seasons/paginated?search=${encodeURIComponent('ЗИМНИЙ')}`);
    expect(data.map((season) => season['id'])).toEqual([id]);
  });

  it('a setting tells when it was changed last', async () => {
    const before = await make.setting();
    const [, after] = await ask<{ value: string; updated_at: string }>('PUT', `/api/settings/${before.id}/`, {
      value: 'light',
    });
    expect(after).toMatchObject({ id: before.id, value: 'light' });
    expect(Date.parse(after.updated_at)).toBeGreaterThanOrEqual(Date.parse(String(before['updated_at'])));
    expect(await get(`/api/settings/value/${encodeURIComponent(String(before['key']))}`)).toEqual({ value: 'light' });
  });

  it('S26: settings grouped serve the list and the map', async () => {
    const setting = await make.setting({ category: 'colours' });
    const grouped = await get<Record<string, unknown> & { data: unknown[] }>('/api/settings/grouped');
    expect(grouped.data).toContainEqual({ category: 'colours', settings: [setting] });
    expect(grouped['colours']).toEqual([setting]);
  });

  it('a position is found by its exact title only', async () => {
    const { id } = await make.sport();
    await make.position(id, { title: 'Long Snapper' });
    expect((await ask('GET', '/api/positions/title/Long%20Snapper/'))[0]).toBe(200);
    for (const other of ['long%20snapper', 'Long', 'a%00b']) {
      expect((await ask('GET', `/api/positions/title/${other}/`))[0]).toBe(other.includes('%00') ? 422 : 404);
    }
  });
});
