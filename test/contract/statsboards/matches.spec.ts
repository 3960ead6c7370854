import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statementsOf } from '../../graphql/statements.js';
import { bootStatsboards, type StatsboardsApp } from './boot.js';
import { Catalogue } from './catalogue.rows.js';
import { matchCalls } from './matches.calls.js';
import { MATCH_NULLABLE, MATCH_ROUTES } from './matches.documented.js';
import { eeslId, Matches, type MatchBody } from './matches.rows.js';
import { People } from './people.rows.js';
import { describeDocumentedRoutes, expectDetail } from './route-checks.js';
import { type SignedUp, signUp } from './sign-up.js';

let test: StatsboardsApp;
let admin: SignedUp;
let make: Catalogue;
let people: People;
let matches: Matches;
beforeAll(async () => {
  test = await bootStatsboards();
  admin = await signUp(test, 'admin');
  make = new Catalogue(test, admin.token);
  people = new People(test, make);
  matches = new Matches(test, make, people);
});
afterAll(() => test.close());

const ask = async <T = MatchBody>(method: string, path: string, body?: object): Promise<T> => {
  const answer = await test.call<T>(method, path, { token: admin.token, ...(body ? { body } : {}) });
  expect([path, answer.status, answer.body]).toEqual([path, 200, answer.body]);
  return answer.body;
};

const PATH = '/api/matches/';
const PLAYERS = '/api/players_match/';

describeDocumentedRoutes(MATCH_ROUTES, {
  test: () => test,
  admin: () => admin,
  nullable: MATCH_NULLABLE,
  calls: matchCalls(() => matches),
});

/** How many live rows of each kind a match has. */
const liveRows = async (id: number): Promise<object> =>
  (
    await test.database.sql(
      `select (select count(*)::int from matchdata where match_id = $1) as data,
              (select count(*)::int from scoreboard where match_id = $1) as boards,
              (select count(*)::int from gameclock where match_id = $1) as clocks,
              (select count(*)::int from playclock where match_id = $1) as playclocks`,
      [id],
    )
  )[0];
const EACH_ONCE = { data: 1, boards: 1, clocks: 1, playclocks: 1 };

describe('a new match', () => {
  it.each(['', 'add', 'create_with_full_data/'])(
    'D10: POST /api/matches/%s makes its live rows in the same transaction, with and without a sponsored tournament',
    async (path) => {
      for (const sponsored of [false, true]) {
        const league = await matches.playing();
        const main_sponsor_id = sponsored ? league.sponsorId : null;
        await ask('PUT', `/api/tournaments/${league.tournamentId}/`, { main_sponsor_id });
        const { id } = await ask('POST', `${PATH}${path}`, await matches.body());
        expect(await liveRows(id)).toEqual(EACH_ONCE);
        const board = await ask('GET', `${PATH}id/${id}/scoreboard_data/`);
        expect(board).toMatchObject({ scale_main_sponsor: sponsored ? 1.5 : 2, scale_logo_a: 2, language_code: 'en' });
      }
    },
  );

  it('has the titles and colours of its teams on its scoreboard, today’s date and week 1 unless said', async () => {
    const { teamIds } = await matches.playing();
    await ask('PUT', `/api/teams/${teamIds[0]}/`, { team_color: '#123456' });
    const body = { team_a_id: teamIds[0], team_b_id: teamIds[1] };
    const match = await ask('POST', PATH, body);
    expect(match).toMatchObject({ week: 1, isprivate: false, user_id: null, match_eesl_id: null, tournament_id: null });
    expect(match['match_date']).toMatch(/^\d{4}-\d\d-\d\dT/);
    const { team_a } = await ask<{ team_a: { title: string } }>('GET', `${PATH}id/${match.id}/teams`);
    expect(await ask('GET', `${PATH}id/${match.id}/scoreboard_data`)).toMatchObject({
      team_a_game_title: team_a.title,
      team_a_game_color: '#123456',
    });
  });

  it('POST /api/matches/add spells the titles as the original does, once', async () => {
    const { sportId } = await matches.playing();
    const home = await make.team(sportId, { title: "o'neil's МФЛ" });
    const away = await make.team(sportId, { title: 'FC 49ers' });
    const body = { team_a_id: home.id, team_b_id: away.id, match_eesl_id: eeslId() };
    const titles = async (id: number): Promise<unknown[]> => {
      const board = await ask('GET', `${PATH}id/${id}/scoreboard_data/`);
      return [board['team_a_game_title'], board['team_b_game_title']];
    };
    const { id } = await ask('POST', `${PATH}add`, body);
    expect(await titles(id)).toEqual(["O'Neil'S Мфл", 'Fc 49Ers']);
    const { id: board } = await ask('GET', `${PATH}id/${id}/scoreboard_data/`);
    await ask('PUT', `/api/scoreboards/${board}/`, { team_a_game_title: 'МФЛ' });
    expect((await ask('POST', `${PATH}add`, body)).id).toBe(id);
    expect(await titles(id)).toEqual(['МФЛ', 'Fc 49Ers']);
    expect(await titles((await ask('POST', PATH, { ...body, match_eesl_id: eeslId() })).id)).toEqual([
      "o'neil's МФЛ",
      'FC 49ers',
    ]);
  });

  it.each([
    ['max', null, 2700],
    ['zero', null, 0],
    ['min', 90, 90],
    ['min', 9000, 2700],
  ])('behaviour 13: starts its clock as the preset says: %s %s', async (mode, seconds, shown) => {
    const league = await matches.anotherLeague();
    await ask('PUT', `/api/sport-scoreboard-presets/${league.presetId}/`, {
      gameclock_max: 2700,
      direction: 'up',
      initial_time_mode: mode,
      initial_time_min_seconds: seconds,
    });
    const body = { team_a_id: league.teamIds[0], team_b_id: league.teamIds[1], tournament_id: league.tournamentId };
    const { id } = await ask('POST', PATH, body);
    expect(await ask('GET', `${PATH}id/${id}/gameclock/`)).toMatchObject({
      gameclock: shown,
      gameclock_max: 2700,
      direction: 'up',
      gameclock_status: 'stopped',
      version: 1,
    });
  });

  it('behaviours 12 and 17: a clock that counts on holds all periods so far; a sport may have no play clock', async () => {
    const league = await matches.anotherLeague();
    const preset = {
      period_clock_variant: 'cumulative',
      direction: 'up',
      initial_time_mode: 'zero',
      gameclock_max: 600,
    };
    await ask('PUT', `/api/sport-scoreboard-presets/${league.presetId}/`, { ...preset, has_playclock: false });
    const [{ id }] = await test.database.sql<{ id: number }>(
      'insert into match (team_a_id, team_b_id, tournament_id) values ($1, $2, $3) returning id',
      [league.teamIds[0], league.teamIds[1], league.tournamentId],
    );
    await ask('POST', '/api/matchdata/', { match_id: id, qtr: '3rd', period_key: 'period.3' });
    await test.database.sql('select ensure_live_rows($1)', [id]);
    expect(await ask('GET', `${PATH}id/${id}/gameclock`)).toMatchObject({ gameclock: 0, gameclock_max: 1800 });
    expect(await ask('GET', `${PATH}id/${id}/scoreboard_data`)).toMatchObject({
      is_playclock: false,
      has_playclock: false,
    });
    for (const _twice of [1, 2]) expect(await ask('GET', `${PATH}id/${id}/playclock`)).toBeNull();
    expect(await liveRows(id)).toEqual({ ...EACH_ONCE, playclocks: 0 });
  });

  it('S24: that was imported gets its rows when somebody asks for them, once however many do', async () => {
    const { teamIds } = await matches.playing();
    for (const rest of ['match_data', 'gameclock', 'playclock', 'scoreboard_data', 'data', 'comprehensive']) {
      const [{ id }] = await test.database.sql<{ id: number }>(
        `insert into match (team_a_id, team_b_id, status, score_home, score_away) values ($1, $2, 'finished', 3, 1) returning id`,
        teamIds.slice(0, 2),
      );
      await Promise.all(Array.from({ length: 4 }, () => ask('GET', `${PATH}id/${id}/${rest}`)));
      expect(await liveRows(id)).toEqual(EACH_ONCE);
      const data = { score_team_a: 3, score_team_b: 1, game_status: 'completed', qtr: '4th' };
      expect(await ask('GET', `${PATH}id/${id}/match_data`)).toMatchObject(data);
      expect(await ask('GET', `${PATH}id/${id}/gameclock`)).toMatchObject({ gameclock: 0 });
    }
  });

  it('behaviour 44: with a number the register knows changes that match, and keeps what is absent', async () => {
    const body = await matches.body({ week: 5 });
    const first = await ask('POST', PATH, body);
    const { week: _absent, ...others } = body;
    const again = await ask('POST', PATH, { ...others, match_date: null });
    expect(again).toEqual({ ...first, match_date: null });
    expect(await liveRows(first.id)).toEqual(EACH_ONCE);
  });

  it('409 for what there is none of, 422 naming what is missing or wrong', async () => {
    for (const field of ['team_a_id', 'team_b_id', 'tournament_id', 'main_sponsor_id', 'sponsor_line_id', 'user_id']) {
      expectDetail(await test.call('POST', PATH, { body: await matches.body({ [field]: 2_147_483_647 }) }), 409);
    }
    for (const [field, value] of [
      ['team_a_id', undefined],
      ['team_b_id', null],
      ['match_date', 'tomorrow'],
      ['week', 'one'],
      ['isprivate', null],
    ] as const) {
      const answer = await test.call<{ detail: string }>('POST', PATH, {
        body: await matches.body({ [field]: value }),
      });
      expectDetail(answer, 422);
      expect(answer.body.detail).toContain(field);
    }
  });
});

describe('a match', () => {
  it('S2, D11: null clears, absent stays, and what is required stays', async () => {
    const match = await matches.match({ user_id: admin.id, isprivate: true });
    const cleared = { main_sponsor_id: null, sponsor_line_id: null, tournament_id: null, match_date: null, week: null };
    const changed = { ...match, ...cleared };
    expect(await ask('PUT', `${PATH}${match.id}/`, cleared)).toEqual(changed);
    expect(await ask('GET', `${PATH}id/${match.id}/sponsor_line`)).toBeNull();
    expectDetail(await test.call('PUT', `${PATH}${match.id}/`, { body: { team_a_id: null } }), 422);
    expect(await ask('PUT', `${PATH}${match.id}/`, {})).toEqual(changed);
    const { match_eesl_id } = await matches.match();
    expectDetail(await test.call('PUT', `${PATH}${match.id}/`, { body: { match_eesl_id } }), 409);
  });

  it('D13: tells its tournament, sponsors and sport with its preset', async () => {
    const { tournamentId, sponsorId, lineId, sportId, presetId } = await matches.playing();
    const { id } = await matches.match();
    expect(await ask('GET', `${PATH}id/${id}/with-details`)).toMatchObject({
      tournament: { id: tournamentId },
      main_sponsor: { id: sponsorId },
      sponsor_line: { id: lineId },
    });
    expect(await ask('GET', `${PATH}id/${id}/sport`)).toMatchObject({
      id: sportId,
      scoreboard_preset: { id: presetId },
    });
  });

  it('goes with everything that belongs to it', async () => {
    const { id } = await matches.match();
    const player = await matches.player(id);
    await ask('DELETE', `${PATH}id/${id}`);
    expect(await liveRows(id)).toEqual({ data: 0, boards: 0, clocks: 0, playclocks: 0 });
    expectDetail(await test.call('GET', `${PLAYERS}id/${player.id}`), 404);
    for (const rest of ['match_data', 'gameclock', 'playclock', 'scoreboard_data']) {
      expect(await ask('GET', `${PATH}id/${id}/${rest}`)).toBeNull();
    }
    expectDetail(await test.call('GET', `${PATH}id/${id}/scoreboard/full_data/scoreboard_settings`), 404);
  });
});

describe('lists of matches', () => {
  interface Page {
    data: MatchBody[];
    metadata: Record<string, unknown>;
  }
  const page = (query: string, path = 'paginated'): Promise<Page> => ask<Page>('GET', `${PATH}${path}?${query}`);

  it('filter, search in any alphabet, order, and fall back from columns there are none of', async () => {
    const league = await matches.anotherLeague();
    await ask('PUT', `/api/teams/${league.teamIds[2]}/`, { title: `ДИНАМО ${league.teamIds[2]}` });
    const [a, b, guest] = league.teamIds;
    const played = [];
    for (const [week, team_b_id, match_date] of [
      [3, b, '2024-03-03T12:00:00'],
      [1, b, '2024-03-02T12:00:00'],
      [1, guest, '2024-03-01T12:00:00'],
    ] as const) {
      const values = { team_a_id: a, team_b_id, week, match_date, tournament_id: league.tournamentId };
      played.push(await matches.match({ ...values, isprivate: week === 3, user_id: week === 3 ? admin.id : null }));
    }
    const [third, first, withGuest] = played.map(({ id }) => id);
    const here = `tournament_id=${league.tournamentId}`;
    const ids = async (query: string): Promise<number[]> => {
      const plain = (await page(`${here}&${query}`)).data.map(({ id }) => id);
      expect((await page(`${here}&${query}`, 'with-details/paginated')).data.map(({ id }) => id)).toEqual(plain);
      return plain;
    };
    expect(await ids('')).toEqual([withGuest, first, third]);
    expect(await ids('order_by=week&order_by_two=match_date')).toEqual([withGuest, first, third]);
    expect(await ids('order_by=week&order_by_two=match_date&ascending=false')).toEqual([third, first, withGuest]);
    expect(await ids('order_by=id&ascending=false')).toEqual([withGuest, first, third]);
    expect(await ids('order_by=drop%20table')).toEqual([withGuest, first, third]);
    expect(await ids('week=1')).toEqual([withGuest, first]);
    expect(await ids('isprivate=true')).toEqual([third]);
    expect(await ids(`user_id=${admin.id}`)).toEqual([third]);
    expect(await ids(`search=${encodeURIComponent('динамо')}`)).toEqual([withGuest]);
    expect(await ids(`search=${String(played[1]['match_eesl_id'])}`)).toContain(first);
    expect(await page(`${here}&search=nobody`)).toEqual({
      data: [],
      metadata: { page: 1, items_per_page: 20, total_items: 0, total_pages: 0, has_next: false, has_previous: false },
    });
    expect((await page(`${here}&items_per_page=2&page=2`)).metadata).toEqual({
      page: 2,
      items_per_page: 2,
      total_items: 3,
      total_pages: 2,
      has_next: false,
      has_previous: true,
    });
  });

  it.each(['page=0', 'items_per_page=0', 'items_per_page=101', 'week=one', `search=${'x'.repeat(101)}`])(
    'behaviour 33: 422 for %s',
    async (query) => {
      for (const path of ['paginated', 'with-details/paginated']) {
        const answer = await test.call<{ detail: string }>('GET', `${PATH}${path}?${query}`);
        expectDetail(answer, 422);
        expect(answer.body.detail).toContain(query.split('=')[0]);
      }
    },
  );

  it.each([
    ['/api/matches/paginated?', 1],
    ['/api/matches/with-details/paginated?', 1],
    ['/api/matches/?', 1],
    ['/api/matches/all/data/?', 2],
    ['/api/tournaments/id/{tournament}/matches/all/data?', 3],
    ['/api/tournaments/id/{tournament}/matches_full_data/page/1/items_per_page/50/order_one/id/order_two/id?', 7],
  ])('%s takes as many statements for many matches as for one', async (path, most) => {
    const { tournamentId } = await matches.playing();
    const url = path.replace('{tournament}', String(tournamentId));
    for (const query of ['items_per_page=1', 'items_per_page=100&search=team&order_by=week']) {
      const sent = await statementsOf(() => ask('GET', url + query));
      expect(
        sent.filter((sql) => /\b(?:match|matchdata|scoreboard|sponsor|sponsor_line)\b/.test(sql)).length,
      ).toBeLessThanOrEqual(most);
    }
  });
});

describe('players of a match', () => {
  it('behaviour 44: are changed instead of written down twice, by register number or place on the roster', async () => {
    const { id } = await matches.match();
    const first = await ask('POST', PLAYERS, await matches.playerBody(id));
    const again = {
      match_id: id,
      team_id: first['team_id'],
      player_team_tournament_id: first['player_team_tournament_id'],
    };
    expect(await ask('POST', PLAYERS, { ...again, match_number: '99' })).toEqual({ ...first, match_number: '99' });
    const number = eeslId();
    const registered = { match_id: id, team_id: first['team_id'], player_match_eesl_id: number };
    const other = await ask('POST', PLAYERS, registered);
    expect(await ask('POST', PLAYERS, { ...registered, match_number: '5' })).toEqual({ ...other, match_number: '5' });
    expectDetail(await test.call('PUT', `${PLAYERS}${other.id}/`, { body: { ...again, match_id: id } }), 409);
    const elsewhere = { ...registered, match_id: (await matches.match()).id };
    expectDetail(await test.call('POST', PLAYERS, { body: elsewhere }), 409);
    const all = await ask<MatchBody[]>('GET', `${PATH}id/${id}/players`);
    expect(all.map((player) => player.id).toSorted()).toEqual([first.id, other.id].toSorted());
  });

  it('behaviour 45: of the line-up stay as they are whatever is imported', async () => {
    const { id } = await matches.match();
    const set = await matches.playerBody(id, { player_match_eesl_id: eeslId(), is_start: true });
    const first = await ask('POST', PLAYERS, set);
    expect(await ask('POST', PLAYERS, { ...set, is_start: false, match_number: '99' })).toEqual(first);
    expect(await ask('PUT', `${PLAYERS}${first.id}/`, { match_number: '99' })).toEqual({
      ...first,
      match_number: '99',
    });
  });

  it('S2: keep what is absent and clear what is null; shirt number 0 unless said', async () => {
    const { id } = await matches.match();
    const player = await matches.player(id);
    const cleared = { match_position_id: null, match_number: null, is_starting: null, starting_type: null };
    expect(await ask('PUT', `${PLAYERS}${player.id}/`, cleared)).toEqual({ ...player, ...cleared });
    expectDetail(await test.call('PUT', `${PLAYERS}${player.id}/`, { body: { team_id: null } }), 422);
    const { people: squad, teamIds } = await matches.playing();
    const body = { match_id: id, team_id: teamIds[1], player_team_tournament_id: squad[1].entryId };
    const plain = { match_number: '0', is_start: false, is_starting: false, starting_type: null };
    expect(await ask('POST', PLAYERS, body)).toMatchObject(plain);
  });

  it('409 for what there is none of, 422 naming what is missing or too long', async () => {
    const { id } = await matches.match();
    for (const field of ['match_id', 'team_id', 'player_team_tournament_id', 'match_position_id']) {
      const body = await matches.playerBody(id, { [field]: 2_147_483_647 });
      expectDetail(await test.call('POST', PLAYERS, { body }), 409);
    }
    for (const [field, value] of [
      ['match_id', undefined],
      ['team_id', null],
      ['match_number', '12345678901'],
      ['starting_type', 'x'.repeat(21)],
    ] as const) {
      const body = await matches.playerBody(id, { [field]: value });
      const answer = await test.call<{ detail: string }>('POST', PLAYERS, { body });
      expectDetail(answer, 422);
      expect(answer.body.detail).toContain(field);
    }
  });

  it('leave their plays when they go, in one change of each play', async () => {
    const { id } = await matches.match();
    const player = await matches.player(id);
    const events = `/api/football_event/match_id/${id}/`;
    const [play] = await ask<MatchBody[]>('GET', events);
    await ask('PUT', `/api/football_event/${play.id}/`, { event_qb: player.id, run_player: player.id });
    const entries = () =>
      test.database.sql(`select from match_journal where match_id = $1 and entity = 'football_event'`, [id]);
    const before = (await entries()).length;
    await ask('DELETE', `${PLAYERS}id/${player.id}`);
    expect(await ask<MatchBody[]>('GET', events)).toMatchObject([{ id: play.id, event_qb: null, run_player: null }]);
    expect((await entries()).length).toBe(before + 1);
  });
});
