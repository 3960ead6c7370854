import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bootStatsboards, type StatsboardsApp } from './boot.js';
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

const PATH = '/api/sport-scoreboard-presets/';
type Row = Record<string, unknown>;

const ask = async <T = Row>(method: string, path: string, body?: object): Promise<[number, T]> => {
  const answer = await test.call<T>(method, path, { token: admin.token, ...(body ? { body } : {}) });
  return [answer.status, answer.body];
};
const create = async (values: object = {}): Promise<Row> => {
  const [status, preset] = await ask('POST', PATH, { title: 'Preset', ...values });
  expect(status).toBe(200);
  return preset;
};
const refused = async (method: string, path: string, body: object): Promise<unknown[]> => {
  const [status, { errors }] = await ask<{ errors?: { field: string }[] }>(method, path, body);
  return [status, errors?.map(({ field }) => field)];
};

describe('a preset', () => {
  it('behaviours 20 and 21: starts with the American game', async () => {
    expect(await create()).toEqual({
      id: expect.any(Number) as number,
      title: 'Preset',
      gameclock_max: 720,
      direction: 'down',
      on_stop_behavior: 'hold',
      is_qtr: true,
      is_time: true,
      is_playclock: true,
      is_downdistance: true,
      has_timeouts: true,
      has_playclock: true,
      period_mode: 'qtr',
      period_count: 4,
      period_labels_json: null,
      period_clock_variant: 'per_period',
      default_playclock_seconds: null,
      initial_time_mode: 'max',
      initial_time_min_seconds: null,
      quick_score_deltas: [6, 3, 2, 1, -1],
      score_form_goal_label: 'TD',
      score_form_goal_emoji: '🏈',
      scoreboard_goal_text: 'TOUCHDOWN',
    });
  });

  it('holds what it is given, in the order given', async () => {
    const soccer = {
      gameclock_max: 2700,
      direction: 'up',
      period_mode: 'custom',
      period_count: 2,
      period_labels_json: ['half.1', 'half.2'],
      quick_score_deltas: [1, -1],
      score_form_goal_label: 'GOAL',
      score_form_goal_emoji: '⚽',
    };
    const preset = await create(soccer);
    expect(preset).toMatchObject(soccer);
    const id = String(preset['id']);
    for (const path of [`${PATH}id/${id}/`, `${PATH}${id}/`]) expect(await ask('GET', path)).toEqual([200, preset]);
    expect((await ask<Row[]>('GET', PATH))[1]).toContainEqual(preset);
  });

  it.each([
    [{ quick_score_deltas: [] }, 'quick_score_deltas'],
    [{ quick_score_deltas: [1, 0] }, 'quick_score_deltas'],
    [{ quick_score_deltas: [101] }, 'quick_score_deltas'],
    [{ quick_score_deltas: Array.from({ length: 11 }, () => 1) }, 'quick_score_deltas'],
    [{ quick_score_deltas: null }, 'quick_score_deltas'],
    [{ score_form_goal_label: ' ' }, 'score_form_goal_label'],
    [{ score_form_goal_emoji: '' }, 'score_form_goal_emoji'],
    [{ scoreboard_goal_text: 'x'.repeat(65) }, 'scoreboard_goal_text'],
    [{ period_labels_json: ['a', 'b', 'c', 'd'] }, 'period_labels_json'],
    [{ period_mode: 'custom', period_count: 2, period_labels_json: ['a'] }, 'period_labels_json'],
    [{ period_mode: 'custom', period_count: 1, period_labels_json: ['First Half'] }, 'period_labels_json'],
    [{ initial_time_mode: 'min' }, 'initial_time_min_seconds'],
    [{ period_count: 100 }, 'period_count'],
    [{ gameclock_max: -1 }, 'gameclock_max'],
    [{ gameclock_max: 10_001 }, 'gameclock_max'],
  ])('behaviours 20 to 23: refuses %j', async (values, field) => {
    expect(await refused('POST', PATH, { title: 'Preset', ...values })).toEqual([422, [field]]);
    const { id } = await create();
    expect(await refused('PUT', `${PATH}${String(id)}/`, values)).toEqual([422, [field]]);
  });

  it('behaviour 23: is judged as a whole when it changes', async () => {
    const { id } = await create({ initial_time_mode: 'min', initial_time_min_seconds: 60 });
    const path = `${PATH}${String(id)}/`;
    expect(await refused('PUT', path, { initial_time_min_seconds: null })).toEqual([422, ['initial_time_min_seconds']]);
    expect((await ask('PUT', path, { initial_time_min_seconds: null, initial_time_mode: 'max' }))[0]).toBe(200);
    expect((await ask('PUT', `${PATH}2147483647/`, { title: 'x' }))[0]).toBe(404);
  });

  it('behaviour 25: leaves its sports when it is deleted', async () => {
    const { id } = await create();
    const sport = await make.sport({ scoreboard_preset_id: id });
    expect(await ask('GET', `${PATH}id/${String(id)}/sports`)).toEqual([200, [sport]]);
    expect((await ask('DELETE', `${PATH}id/${String(id)}`))[0]).toBe(200);
    expect(await ask('GET', `/api/sports/${sport.id}/`)).toEqual([200, { ...sport, scoreboard_preset_id: null }]);
    expect(await ask('GET', `${PATH}id/${String(id)}/sports`)).toEqual([200, []]);
  });
});

/** A preset, and a league of a sport that begins with it. */
async function followed(values: object = {}) {
  const { id } = await create(values);
  const league = await make.league();
  await ask('PUT', `/api/sports/${league.sportId}/`, { scoreboard_preset_id: id });
  return { id, league };
}

describe('behaviour 24: matches that follow the preset', () => {
  it('take its changes, others do not, and a sport without play clock clears it', async () => {
    const { id, league } = await followed();
    const [follows, stays] = [await make.match(league), await make.match(league)];
    for (const match of [follows, stays]) await test.database.sql('select ensure_live_rows($1)', [match]);
    for (const table of ['scoreboard', 'gameclock']) {
      await test.database.sql(`update ${table} set use_sport_preset = false where match_id = $1`, [stays]);
    }
    await test.database.sql(`update playclock set playclock = 25, playclock_status = 'running'`);
    await test.database.sql(`update matchdata set period_key = 'period.3'`);
    const change = {
      gameclock_max: 2700,
      direction: 'up',
      period_clock_variant: 'cumulative',
      is_downdistance: false,
      has_playclock: false,
      period_mode: 'half',
      period_count: 2,
    };
    expect((await ask('PUT', `${PATH}${String(id)}/`, change))[0]).toBe(200);
    const row = async (match: number) =>
      (
        await test.database.sql(
          `select is_downdistance, is_playclock, period_mode, period_count, gameclock_max, direction, gameclock, g.version,
                  playclock, playclock_status, k.version as play_version
           from scoreboard b join gameclock g using (match_id) join playclock k using (match_id) where match_id = $1`,
          [match],
        )
      )[0];
    expect(await row(follows)).toEqual({
      is_downdistance: false,
      is_playclock: false,
      period_mode: 'half',
      period_count: 2,
      gameclock_max: 8100,
      direction: 'up',
      gameclock: 720,
      version: 1,
      playclock: null,
      playclock_status: 'stopped',
      play_version: 2,
    });
    expect(await row(stays)).toMatchObject({
      is_downdistance: true,
      period_mode: 'qtr',
      gameclock_max: 720,
      direction: 'down',
      playclock: 25,
      play_version: 1,
    });
    const versions = async () => (await test.database.sql('select id, version from match order by id')).map(String);
    const before = await versions();
    await ask('PUT', `${PATH}${String(id)}/`, change);
    expect(await versions()).toEqual(before);
  });

  it('a clock that runs ends at another time then, and gets a version for it', async () => {
    const { id, league } = await followed({ direction: 'up' });
    const match = await make.match(league);
    await test.database.sql('select ensure_live_rows($1)', [match]);
    await test.database.sql(
      `update gameclock set gameclock = 0, gameclock_status = 'running',
         started_at_ms = extract(epoch from clock_timestamp())::bigint * 1000 where match_id = $1`,
      [match],
    );
    expect((await ask('PUT', `${PATH}${String(id)}/`, { gameclock_max: 2700 }))[0]).toBe(200);
    expect(
      await test.database.sql('select gameclock_max, gameclock_status, version from gameclock where match_id = $1', [
        match,
      ]),
    ).toEqual([{ gameclock_max: 2700, gameclock_status: 'running', version: 2 }]);
  });

  it('are waited for before anything of theirs is held, so that who scores in them goes on', async () => {
    const { id, league } = await followed();
    const [first, second] = [await make.match(league), await make.match(league)];
    for (const match of [first, second]) await test.database.sql('select ensure_live_rows($1)', [match]);
    // Followers of a match that is over are not told of its preset, so its change alone takes none.
    await test.database.sql(`update match set status = 'finished' where id = any($1)`, [[first, second]]);
    const hold = 'select 1 from match where id = $1 for no key update';
    await test.database.sql('begin');
    await test.database.sql(hold, [first]);
    const change = ask('PUT', `${PATH}${String(id)}/`, { is_downdistance: false });
    const waiting = 'select 1 from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))';
    await vi.waitUntil(async () => (await test.database.sql(waiting)).length > 0, { timeout: 10_000 });
    await test.database.sql('update scoreboard set is_goal_team_a = true where match_id = $1', [first]);
    await test.database.sql(hold, [second]);
    await test.database.sql('commit');
    expect((await change)[0]).toBe(200);
    expect(
      await test.database.sql(
        'select is_goal_team_a, is_downdistance from scoreboard where match_id = any($1) order by match_id',
        [[first, second]],
      ),
    ).toEqual([
      { is_goal_team_a: true, is_downdistance: false },
      { is_goal_team_a: false, is_downdistance: false },
    ]);
  });
});
