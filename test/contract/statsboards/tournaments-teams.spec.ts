import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootStatsboards, type StatsboardsApp } from './boot.js';
import { Catalogue, type League } from './catalogue.rows.js';
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

type Row = Record<string, unknown>;

const ask = async <T = Row>(method: string, path: string, body?: object): Promise<[number, T]> => {
  const answer = await test.call<T>(method, path, { token: admin.token, ...(body ? { body } : {}) });
  return [answer.status, answer.body];
};
const get = async <T = Row>(path: string): Promise<T> => {
  const [status, body] = await ask<T>('GET', path);
  expect([path, status]).toEqual([path, 200]);
  return body;
};
const sql = async (text: string, values: unknown[]): Promise<number> =>
  (await test.database.sql<{ id: number }>(`${text} returning id`, values))[0].id;

describe('the five verbs', () => {
  it.each([
    ['tournaments', 'Tournament', (league: League) => ({ season_id: league.seasonId, sport_id: league.sportId })],
    ['teams', 'Team', (league: League) => ({ sport_id: league.sportId })],
    ['positions', 'Position', (league: League) => ({ sport_id: league.sportId })],
  ] as const)('S25: /api/%s', async (resource, noun, needs) => {
    const league = await make.league();
    const [status, made] = await ask('POST', `/api/${resource}/`, { title: 'Made', ...needs(league) });
    expect([status, made]).toMatchObject([200, { title: 'Made', ...needs(league) }]);
    const id = String(made['id']);
    for (const path of [`/api/${resource}/${id}/`, `/api/${resource}/id/${id}`]) expect(await get(path)).toEqual(made);
    expect(await get<Row[]>(`/api/${resource}/`)).toContainEqual(made);
    expect(await ask('PUT', `/api/${resource}/${id}/`, { title: 'Changed' })).toEqual([
      200,
      { ...made, title: 'Changed' },
    ]);
    expect(await ask('DELETE', `/api/${resource}/id/${id}`)).toEqual([
      200,
      { detail: `${noun} ${id} deleted successfully` },
    ]);
    for (const [method, body] of [['GET'], ['PUT', { title: 'x' }], ['DELETE']] as const) {
      expect(await ask(method, `/api/${resource}/${id}/`, body)).toEqual([404, { detail: `${noun} ${id} not found` }]);
    }
  });

  it('teams and sports go with their matches and the plays of these; a team that plays of others name stays', async () => {
    const play = 'insert into football_event (match_id, offense_team) values ($1, $2)';
    const league = await make.league();
    const playing = async (): Promise<number> => {
      const matchId = await make.match(league);
      await sql(play, [matchId, league.teamIds[0]]);
      return matchId;
    };
    const [first, second] = [await playing(), await playing()];
    const guest = (await ask('POST', '/api/teams/', { title: 'Guest', sport_id: league.sportId }))[1]['id'] as number;
    await sql(play, [second, guest]);
    expect(await ask('DELETE', `/api/teams/id/${guest}`)).toEqual([
      409,
      { detail: 'A play of another match names this team as the offense' },
    ]);
    expect((await ask('DELETE', `/api/teams/id/${league.teamIds[0]}`))[0]).toBe(200);
    for (const id of [first, second]) expect((await ask('GET', `/api/matches/${id}/`))[0]).toBe(404);

    const other = await make.league();
    const third = await make.match(other);
    await sql(play, [third, other.teamIds[1]]);
    expect((await ask('DELETE', `/api/sports/id/${other.sportId}`))[0]).toBe(200);
    expect((await ask('GET', `/api/matches/${third}/`))[0]).toBe(404);
  });

  it('teams have the usual colour and name; with tour_id they enter that tournament', async () => {
    const { sportId, tournamentId } = await make.league();
    const [status, team] = await ask('POST', `/api/teams/?tour_id=${tournamentId}`, { sport_id: sportId });
    expect([status, team['title'], team['team_color'], team['isprivate']]).toEqual([200, 'Team', '#c01c28', false]);
    expect(await get(`/api/team_in_tournament/${String(team['id'])}in${tournamentId}`)).toMatchObject({
      team_id: team['id'],
    });
    const before = (await get<Row[]>('/api/teams/')).length;
    expect((await ask('POST', '/api/teams/?tour_id=2147483647', { sport_id: sportId }))[0]).toBe(404);
    expect((await get<Row[]>('/api/teams/')).length).toBe(before);
  });

  it('entries: all, one, deleted by id', async () => {
    const { entryIds, tournamentId, teamIds } = await make.league();
    const entry = { id: entryIds[0], tournament_id: tournamentId, team_id: teamIds[0] };
    for (const path of [`id/${entryIds[0]}`, `${entryIds[0]}/`]) {
      expect(await get(`/api/team_in_tournament/${path}`)).toEqual(entry);
    }
    expect(await get<Row[]>('/api/team_in_tournament/')).toContainEqual(entry);
    expect((await ask('DELETE', `/api/team_in_tournament/id/${entryIds[0]}`))[0]).toBe(200);
    expect((await ask('GET', `/api/team_in_tournament/id/${entryIds[0]}`))[0]).toBe(404);
  });

  it('who is not there cannot enter', async () => {
    const { tournamentId, teamIds, entryIds } = await make.league();
    const none = 2_147_483_647;
    expect(await ask('POST', `/api/team_in_tournament/${none}in${tournamentId}`)).toEqual([
      404,
      { detail: `Team ${none} not found` },
    ]);
    expect(await ask('POST', `/api/team_in_tournament/${teamIds[2]}in${none}`)).toEqual([
      404,
      { detail: `Tournament ${none} not found` },
    ]);
    expect((await ask('PUT', `/api/team_in_tournament/${entryIds[0]}/`, { team_id: none }))[0]).toBe(409);
    for (const field of ['team_id', 'tournament_id']) {
      expect((await ask('PUT', `/api/team_in_tournament/${entryIds[0]}/`, { [field]: null }))[0]).toBe(422);
    }
  });
});

describe('with details', () => {
  it('a team has its sport and sponsors, a tournament its season and teams too', async () => {
    const league = await make.league();
    const sponsor = await sql(`insert into sponsor (title, logo_url, scale_logo) values ('Acme', '/a.png', 1.5)`, []);
    const line = await sql(`insert into sponsor_line (title, is_visible) values ('Line', true)`, []);
    await sql('insert into sponsor_sponsor_line (sponsor_line_id, sponsor_id, position) values ($1, $2, 3)', [
      line,
      sponsor,
    ]);
    const shown = { main_sponsor_id: sponsor, sponsor_line_id: line };
    await ask('PUT', `/api/teams/${league.teamIds[0]}/`, shown);
    await ask('PUT', `/api/tournaments/${league.tournamentId}/`, shown);
    const teams = await get<Row[]>(`/api/tournaments/id/${league.tournamentId}/teams/`);
    const sport = await get(`/api/sports/${league.sportId}/`);
    const sponsors = {
      main_sponsor: { id: sponsor, title: 'Acme', logo_url: '/a.png', scale_logo: 1.5 },
      sponsor_line: { id: line, title: 'Line', is_visible: true },
    };
    const team = { ...teams[0], sport, ...sponsors };
    expect(await get(`/api/teams/id/${league.teamIds[0]}/with-details/`)).toEqual(team);
    const page = await get<{ data: Row[] }>(`/api/teams/with-details/paginated?sport_id=${league.sportId}`);
    expect(page.data).toHaveLength(3);
    expect(page.data).toContainEqual(team);
    expect(page.data).toContainEqual({ ...teams[1], sport, main_sponsor: null, sponsor_line: null });

    const plain = await get(`/api/tournaments/${league.tournamentId}/`);
    const season = await get(`/api/seasons/${league.seasonId}/`);
    const tournament = { ...plain, season, sport, teams, ...sponsors };
    expect(await get(`/api/tournaments/id/${league.tournamentId}/with-details/`)).toEqual(tournament);
    const tournaments = await get<{ data: Row[]; metadata: Row }>(
      `/api/tournaments/with-details/paginated?sport_id=${league.sportId}`,
    );
    expect(tournaments.data).toEqual([tournament]);
    expect(tournaments.metadata).toMatchObject({ total_items: 1, total_pages: 1 });
    for (const resource of ['teams', 'tournaments']) {
      expect((await ask('GET', `/api/${resource}/id/2147483647/with-details/`))[0]).toBe(404);
    }

    const below = `/api/tournaments/id/${league.tournamentId}`;
    expect(await get(`${below}/main_sponsor/`)).toEqual(sponsors.main_sponsor);
    expect(await get(`${below}/sponsor_line/`)).toEqual(sponsors.sponsor_line);
    expect(await get<Row[]>(`${below}/sponsors/`)).toEqual([sponsors.main_sponsor]);
  });

  it('a tournament without sponsors says null and nothing', async () => {
    const { id } = await make.tournament();
    expect(await get(`/api/tournaments/id/${id}/main_sponsor/`)).toBeNull();
    expect(await get(`/api/tournaments/id/${id}/sponsor_line/`)).toBeNull();
    expect(await get(`/api/tournaments/id/${id}/sponsors/`)).toEqual([]);
  });
});

describe('matches of a tournament and of a team', () => {
  it('lists, number and pages in the path', async () => {
    const league = await make.league();
    const ids = [await make.match(league), await make.match(league), await make.match(league)];
    const idsOf = (rows: Row[]): unknown[] => rows.map(({ id }) => id);
    const below = `/api/tournaments/id/${league.tournamentId}/matches`;
    expect(idsOf(await get<Row[]>(`${below}/`))).toEqual(ids);
    expect(idsOf(await get<Row[]>(`/api/teams/id/${league.teamIds[1]}/matches/`))).toEqual(ids);
    expect(await get<Row[]>(`/api/teams/id/${league.teamIds[2]}/matches/`)).toEqual([]);
    expect(await get(`${below}/count`)).toBe(3);
    const page = (number: number, order: string) =>
      `${below}/page/${number}/items_per_page/2/order_one/${order}/order_two/id`;
    expect(idsOf(await get<Row[]>(page(1, 'week')))).toEqual(ids.slice(0, 2));
    expect(idsOf(await get<Row[]>(page(2, 'nothing')))).toEqual(ids.slice(2));
    expect((await ask('GET', page(0, 'id')))[0]).toBe(422);
    const [match] = await get<Row[]>(`${below}/`);
    expect(match).toMatchObject({
      team_a_id: league.teamIds[0],
      team_home_id: league.teamIds[0],
      team_b_id: league.teamIds[1],
      team_away_id: league.teamIds[1],
      match_date: '2024-01-15T19:00:00.000Z',
      score_home: 2,
      score_away: 1,
    });
  });
});

describe('G6: private rows', () => {
  it('are for their owner and administrators when writes need a token', async () => {
    const closed = await bootStatsboards({ STATSBOARDS_WRITES: 'authenticated' });
    try {
      const boss = await signUp(closed, 'admin');
      const [owner, other] = [await signUp(closed), await signUp(closed, 'editor')];
      const own = new Catalogue(closed, boss.token);
      const { id: sportId } = await own.sport();
      const hidden = { isprivate: true, user_id: owner.id };
      const team = await own.team(sportId, { ...hidden, team_eesl_id: 5 });
      const tournament = await own.tournament({ sport_id: sportId, ...hidden, tournament_eesl_id: 6 });
      await closed.call('POST', `/api/team_in_tournament/${team.id}in${tournament.id}`, { token: boss.token });
      const single = [
        `teams/${team.id}`,
        `teams/id/${team.id}/with-details`,
        'teams/eesl_id/5',
        `tournaments/${tournament.id}`,
        `tournaments/id/${tournament.id}/with-details`,
        'tournaments/eesl_id/6',
      ];
      const lists = [
        'teams/',
        `sports/id/${sportId}/teams`,
        `tournaments/id/${tournament.id}/teams/`,
        'tournaments/',
        `sports/id/${sportId}/tournaments`,
      ];
      const pages = ['teams/paginated', 'teams/with-details/paginated', 'tournaments/with-details/paginated'];
      for (const [token, sees] of [
        [undefined, false],
        [other.token, false],
        [owner.token, true],
        [boss.token, true],
      ] as const) {
        const read = async <T>(path: string) => closed.call<T>('GET', `/api/${path}`, token ? { token } : {});
        for (const path of single) expect([path, (await read(path)).status]).toEqual([path, sees ? 200 : 404]);
        for (const path of lists) {
          expect([path, (await read<Row[]>(path)).body.length]).toEqual([path, sees ? 1 : 0]);
        }
        for (const path of pages) {
          const { data, metadata } = (await read<{ data: Row[]; metadata: Row }>(path)).body;
          expect([path, data.length, metadata['total_items']]).toEqual([path, sees ? 1 : 0, sees ? 1 : 0]);
        }
      }
    } finally {
      await closed.close();
    }
  });
});
