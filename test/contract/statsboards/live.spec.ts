import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statementsOf } from '../../graphql/statements.js';
import { createMatch } from '../../support/fixtures.js';
import { until } from '../../support/feed.js';
import { bootStatsboards, type StatsboardsApp } from './boot.js';
import { departures } from './documented-shape.js';
import { LIVE_NULLABLE, LIVE_ROUTES, type LiveRoute } from './live.documented.js';
import { type SignedUp, signUp } from './sign-up.js';

let test: StatsboardsApp;
let admin: SignedUp;
let user: SignedUp;
beforeAll(async () => {
  test = await bootStatsboards();
  admin = await signUp(test, 'admin');
  user = await signUp(test);
});
afterAll(() => test.close());

interface Live {
  matchId: number;
  homeId: number;
  awayId: number;
  ids: { matchdata: number; scoreboard: number; gameclock: number; playclock: number; event: number };
}

/** A match with everything that is live about it, a player of each team in it and one outside, and one play. */
async function live(): Promise<Live> {
  const match = await createMatch(test.database);
  await test.database.sql('select ensure_live_rows($1)', [match.matchId]);
  const quarterback = await rosters(match);
  const [ids] = await test.database.sql<Live['ids']>(
    `with play as (
       insert into football_event (match_id, event_number, event_qtr, ball_on, ball_moved_to, event_down, play_type,
                                   play_result, offense_team, event_qb)
       values ($1, 1, 1, 25, 37, 1, 'pass', 'pass_completed', $2, $3) returning id
     )
     select (select id from matchdata where match_id = $1) as matchdata,
            (select id from scoreboard where match_id = $1) as scoreboard,
            (select id from gameclock where match_id = $1) as gameclock,
            (select id from playclock where match_id = $1) as playclock,
            (select id from play) as event`,
    [match.matchId, match.homeId, quarterback],
  );
  return { ...match, ids: ids! };
}

/** Returns the home team's player in the match. */
async function rosters({
  matchId,
  homeId,
  awayId,
}: {
  matchId: number;
  homeId: number;
  awayId: number;
}): Promise<number> {
  const [{ sport, tournament, position }] = await test.database.sql<{
    sport: number;
    tournament: number;
    position: number;
  }>(
    `with sport as (insert into sport (title) values ('Football ' || $1) returning id),
          season as (insert into season (year) values (10000 + $1::int) returning id),
          position as (insert into position (title, sport_id) select 'Quarterback', id from sport returning id),
          tournament as (insert into tournament (title, season_id, sport_id)
                         select 'Tournament', season.id, sport.id from season, sport returning id)
     select sport.id as sport, tournament.id as tournament, position.id as position from sport, tournament, position`,
    [String(matchId)],
  );
  await test.database.sql('update match set tournament_id = $2 where id = $1', [matchId, tournament]);
  const add = async (teamId: number, inMatch: boolean): Promise<number> => {
    const [{ id }] = await test.database.sql<{ id: number }>(
      `with person as (insert into person (first_name, second_name, person_photo_url) values ('Tom', 'Brady', '/p.jpg') returning id),
            player as (insert into player (sport_id, person_id) select $1, id from person returning id)
       insert into player_team_tournament (player_id, team_id, tournament_id, position_id, player_number)
       select id, $2, $3, $4, '12' from player returning id`,
      [sport, teamId, tournament, position],
    );
    if (!inMatch) return id;
    const [player] = await test.database.sql<{ id: number }>(
      `insert into player_match (player_team_tournament_id, match_id, team_id, match_number) values ($1, $2, $3, '12') returning id`,
      [id, matchId, teamId],
    );
    return player!.id;
  };
  await add(homeId, false);
  await add(awayId, false);
  await add(awayId, true);
  return add(homeId, true);
}

const BODIES: Record<string, (match: Live) => object> = {
  'POST /api/scoreboards/': ({ matchId }) => ({ is_qtr: true, team_a_game_color: '#c01c28', match_id: matchId }),
  'POST /api/playclock/': ({ matchId }) => ({ playclock: 40, playclock_status: 'stopped', match_id: matchId }),
  'POST /api/gameclock/': ({ matchId }) => ({
    gameclock: 720,
    gameclock_max: 720,
    gameclock_status: 'stopped',
    match_id: matchId,
  }),
  'POST /api/football_event/': ({ matchId, homeId }) => ({
    match_id: matchId,
    event_number: 2,
    event_qtr: 1,
    ball_on: 25,
    ball_moved_to: 37,
    offense_team: homeId,
    event_down: 1,
    event_distance: 10,
    play_type: 'pass',
    play_result: 'pass_completed',
  }),
  'PUT /api/scoreboards/': () => ({ is_qtr: false, use_team_a_game_color: true }),
  'PUT /api/playclock/': () => ({ playclock: 35, playclock_status: 'running' }),
  'PUT /api/gameclock/': () => ({ gameclock_status: 'running' }),
  'PUT /api/football_event/': () => ({ event_down: 2, ball_moved_to: 42, play_result: 'incomplete' }),
};

const resourceOf = (path: string): keyof Live['ids'] =>
  (({ scoreboards: 'scoreboard', playclock: 'playclock', gameclock: 'gameclock', football_event: 'event' }) as const)[
    path.split('/')[2] as 'scoreboards'
  ];

function pathOf({ path }: LiveRoute, { matchId, homeId, ids }: Live, id?: number): string {
  return path
    .replace('{match_id}', String(id ?? matchId))
    .replace('{team_id}', String(homeId))
    .replace('{matchdata_id}', String(id ?? ids.matchdata))
    .replace('{sec}', '25')
    .replace('{item_status}', 'stopped')
    .replace(/\{\w+\}/, String(id ?? ids[resourceOf(path)]));
}
const bodyOf = ({ method, path }: LiveRoute, match: Live): object | undefined =>
  BODIES[`${method} ${path.split('/').slice(0, 3).join('/')}/`]?.(match);

describe('documented routes of the live match', () => {
  describe.each(LIVE_ROUTES)('$method $path', (route) => {
    it('answers as documented, with and without the slash at its end', async () => {
      for (const slash of ['', '/']) {
        const match = await live();
        const path = pathOf(route, match).replace(/\/$/, '') + slash;
        const body = bodyOf(route, match);
        const answer = await test.call(route.method, path, { ...(body ? { body } : {}), token: admin.token });
        expect({ status: answer.status, departures: departures(answer.body, route.answer, LIVE_NULLABLE) }).toEqual({
          status: 200,
          departures: [],
        });
      }
    });

    it.runIf(route.errors.includes(404))('answers 404 with a detail when there is no such thing', async () => {
      const match = await live();
      const body = bodyOf(route, match);
      const path = pathOf(route, match, 999_999);
      const answer = await test.call<{ detail: string }>(route.method, path, {
        ...(body ? { body } : {}),
        token: admin.token,
      });
      expect(answer.status).toBe(404);
      expect(answer.body.detail).toContain('999999 not found');
    });

    it.runIf(route.admin)('is for administrators', async () => {
      const path = pathOf(route, await live());
      expect((await test.call(route.method, path)).status).toBe(401);
      expect((await test.call(route.method, path, { token: user.token })).status).toBe(403);
    });

    it.runIf(route.path.includes('{'))('answers 422 when the id is none', async () => {
      const path = pathOf(route, await live()).replace(/\/\d+(?=\/|$)/, '/abc');
      const answer = await test.call<{ detail: string }>(route.method, path, { token: admin.token });
      expect(answer.status).toBe(422);
      expect(answer.body.detail).toMatch(/^Validation error: \w+ must be an integer/);
    });
  });
});

describe('clocks', () => {
  it('run, pause with what is left in both values, and go on', async () => {
    const { ids } = await live();
    const started = await test.call<{ content: Record<string, number> }>(
      'PUT',
      `/api/gameclock/id/${ids.gameclock}/running/`,
    );
    expect(started.body.content).toMatchObject({ gameclock_status: 'running', version: 2, gameclock: 720 });
    await test.database.sql('update gameclock set started_at_ms = started_at_ms - 70000 where id = $1', [
      ids.gameclock,
    ]);
    const { body } = await test.call<{ content: object }>('PUT', `/api/gameclock/id/${ids.gameclock}/paused/`);
    expect(body.content).toMatchObject({
      gameclock: 650,
      gameclock_time_remaining: 650,
      gameclock_status: 'paused',
      started_at_ms: null,
      version: 3,
    });
  });

  it('say that they run already', async () => {
    const { ids } = await live();
    await test.call('PUT', `/api/gameclock/id/${ids.gameclock}/running/`);
    const again = await test.call<{ message: string }>('PUT', `/api/gameclock/id/${ids.gameclock}/running/`);
    expect(again.body.message).toContain('already running');
  });

  it('that are paused already stay as they are, and nobody is told anything', async () => {
    const { matchId, ids } = await live();
    const versions = async (): Promise<object[]> =>
      test.database.sql(
        'select g.version as clock, m.version as match from gameclock g join match m on m.id = g.match_id where m.id = $1',
        [matchId],
      );
    const pause = () => test.call('PUT', `/api/gameclock/id/${ids.gameclock}/paused/`);
    const paused = await pause();
    const before = await versions();
    expect(await pause()).toMatchObject({
      status: 200,
      body: { content: { gameclock_status: 'paused', version: 2 }, success: true },
    });
    expect(paused.body).toMatchObject({ content: { version: 2 } });
    expect(await versions()).toEqual(before);
  });

  it('reset to the period’s beginning', async () => {
    const { ids } = await live();
    await test.call('PUT', `/api/gameclock/id/${ids.gameclock}/stopped/100/`);
    const { body } = await test.call<{ content: object }>('PUT', `/api/gameclock/id/${ids.gameclock}/reset/`);
    expect(body.content).toMatchObject({ gameclock: 720, gameclock_status: 'stopped', version: 3 });
  });

  it('are cleared at zero, by themselves', async () => {
    const { ids } = await live();
    await test.call('PUT', `/api/playclock/id/${ids.playclock}/running/1/`);
    await until(async () => {
      const { body } = await test.call<{ content: Record<string, unknown> }>(
        'GET',
        `/api/playclock/id/${ids.playclock}/`,
      );
      return body.content['playclock_status'] === 'stopped' && body.content['playclock'] === null;
    });
  });

  it.each([
    ['PUT', '/api/gameclock/id/1/flying/10/', 'item_status'],
    ['PUT', '/api/gameclock/id/1/stopped/10001/', 'sec'],
    ['PUT', '/api/playclock/id/1/running/-1/', 'sec'],
  ])('%s %s is refused, naming %s', async (method, path, field) => {
    const { status, body } = await test.call<{ detail: string }>(method, path);
    expect(status).toBe(422);
    expect(body.detail).toContain(field);
  });

  it.each([
    ['gameclock', { gameclock: 'x' }, 'gameclock'],
    ['playclock', { playclock_status: 'flying' }, 'playclock_status'],
    ['scoreboards', { is_qtr: 'perhaps' }, 'is_qtr'],
  ])('G12: and scoreboards are created with 400 for a value that cannot be used: %s %j', async (path, value, field) => {
    const { matchId } = await live();
    const body = { match_id: matchId, ...value };
    const { status, body: answer } = await test.call<{ detail: string }>('POST', `/api/${path}/`, { body });
    expect([status, answer.detail]).toEqual([400, expect.stringMatching(`^Validation error: ${field} `)]);
  });

  it('and scoreboards that a match has already are returned', async () => {
    const { matchId, ids } = await live();
    const clock = await test.call('POST', '/api/gameclock/', { body: { match_id: matchId, gameclock: 5 } });
    expect(clock.body).toMatchObject({ id: ids.gameclock, gameclock: 720 });
    const board = await test.call('POST', '/api/scoreboards/', { body: { match_id: matchId, is_qtr: false } });
    expect(board.body).toMatchObject({ id: ids.scoreboard, is_qtr: true });
  });
});

describe('scoreboards', () => {
  it('are made anew when the board is asked for and there is none', async () => {
    const { matchId, ids } = await live();
    const match = `/api/matches/id/${matchId}`;
    await test.call('DELETE', `/api/scoreboards/id/${ids.scoreboard}`, { token: admin.token });
    expect((await test.call('GET', `${match}/scoreboard_data`)).body).toBeNull();
    const { body } = await test.call<{ data: { scoreboard_data: { id: number; match_id: number } } }>(
      'GET',
      `${match}/scoreboard/full_data/scoreboard_settings`,
    );
    expect(body.data.scoreboard_data).toMatchObject({ match_id: matchId });
    expect(body.data.scoreboard_data.id).not.toBe(ids.scoreboard);
  });

  it('cannot show what their sport has not', async () => {
    const { matchId, ids } = await live();
    await test.database.sql(
      `with preset as (
         insert into sport_scoreboard_preset (title, has_playclock, has_timeouts) values ('Quiet', false, false) returning id
       )
       update sport set scoreboard_preset_id = (select id from preset)
       where id = (select t.sport_id from match m join tournament t on t.id = m.tournament_id where m.id = $1)`,
      [matchId],
    );
    const { body } = await test.call('PUT', `/api/scoreboards/${ids.scoreboard}/`, {
      body: { is_playclock: true, is_timeout_team_a: true, is_qtr: false },
    });
    expect(body).toMatchObject({
      is_playclock: false,
      is_timeout_team_a: false,
      is_qtr: false,
      has_playclock: false,
      has_timeouts: false,
    });
  });

  it('keep what is absent and clear what is null', async () => {
    const { ids } = await live();
    await test.call('PUT', `/api/scoreboards/${ids.scoreboard}/`, { body: { team_a_game_logo: '/x.png' } });
    const { body } = await test.call('PUT', `/api/scoreboards/${ids.scoreboard}/`, {
      body: { team_a_game_logo: null },
    });
    expect(body).toMatchObject({ team_a_game_logo: null, is_qtr: true, team_a_game_title: expect.any(String) });
    const refused = await test.call<{ detail: string }>('PUT', `/api/scoreboards/${ids.scoreboard}/`, {
      body: { is_qtr: null },
    });
    expect(refused.status).toBe(422);
    expect(refused.body.detail).toContain('is_qtr');
  });
});

describe('plays and statistics', () => {
  it('D1: count at once, in the words of whoever records', async () => {
    const { matchId, homeId } = await live();
    const stats = async () =>
      (await test.call<{ team_a: { team_stats: Record<string, number> } }>('GET', `/api/matches/id/${matchId}/stats/`))
        .body.team_a.team_stats;
    expect(await stats()).toMatchObject({ pass_att: 1, pass_yards: 12, offence_yards: 12, avg_yards_per_att: 12 });
    const run = { match_id: matchId, offense_team: homeId, ball_on: 37, ball_moved_to: 41 };
    for (const [number, words] of [
      ['run', 'run'],
      ['Run', 'Gain'],
      ['run', 'gain'],
    ].entries()) {
      const [play_type, play_result] = words;
      await test.call('POST', '/api/football_event/', {
        body: { ...run, event_number: number + 2, play_type, play_result },
      });
    }
    expect(await stats()).toMatchObject({ run_att: 3, run_yards: 12, offence_yards: 24, avg_yards_per_att: 6 });
  });

  it('D3: are asked for by 64 at once, and all are answered the same', async () => {
    const { matchId } = await live();
    const answers = await Promise.all(
      Array.from({ length: 64 }, () => test.call('GET', `/api/matches/id/${matchId}/stats/`)),
    );
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(answers[0]!.status).toBe(200);
  });

  it('are refused with 409 when they name what does not exist, and 422 without a match', async () => {
    const unknown = await test.call('POST', '/api/football_event/', { body: { match_id: 999_999, event_number: 1 } });
    expect(unknown.status).toBe(409);
    const nowhere = await test.call<{ detail: string }>('POST', '/api/football_event/', { body: { event_number: 1 } });
    expect(nowhere.status).toBe(422);
    expect(nowhere.body.detail).toContain('match_id');
  });
});

describe('rosters', () => {
  it('leave out what is not asked for, and none is empty of an unknown match', async () => {
    const { matchId } = await live();
    const get = async (query: string) =>
      (await test.call<Record<string, unknown[]>>('GET', `/api/matches/id/${matchId}/team-rosters/?${query}`)).body;
    const lengths = ({ home_roster, away_roster, available_home, available_away }: Record<string, unknown[]>) =>
      [home_roster, away_roster, available_home, available_away].map((list) => list!.length);
    expect(lengths(await get(''))).toEqual([1, 1, 1, 1]);
    expect(lengths(await get('include_available=false'))).toEqual([1, 1, 0, 0]);
    expect(lengths(await get('include_match_players=false'))).toEqual([0, 0, 1, 1]);
    const unknown = await test.call('GET', '/api/matches/id/999999/team/1/available-players/');
    expect([unknown.status, unknown.body]).toEqual([200, []]);
  });

  it('D2: plays with their players take two statements, however many plays', async () => {
    const { matchId, homeId } = await live();
    await test.database.sql(
      `insert into football_event (match_id, event_number, offense_team) select $1, n, $2 from generate_series(2, 60) n`,
      [matchId, homeId],
    );
    const statements = await statementsOf(() =>
      test.call('GET', `/api/football_event/matches/${matchId}/events-with-players/`),
    );
    expect(statements.filter((sql) => /football_event|player_match/.test(sql))).toHaveLength(2);
  });
});
