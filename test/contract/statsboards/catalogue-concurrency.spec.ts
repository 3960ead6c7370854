import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { TeamRecordsService } from '../../../src/modules/teams/index.js';
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

const TIMES = 50;

/** How often each status was answered when all calls are made at once. */
async function together(call: (index: number) => Promise<{ status: number }>): Promise<Record<number, number>> {
  const answers = await Promise.all(Array.from({ length: TIMES }, (_, index) => call(index)));
  return Object.fromEntries(
    [...Map.groupBy(answers, ({ status }) => status)].map(([status, all]) => [status, all.length]),
  );
}

const send = (method: string, path: string, body?: object) =>
  test.call(method, path, { token: admin.token, ...(body ? { body } : {}) });
const currentSeasons = async (): Promise<number> =>
  (await test.database.sql<{ id: number }>('select id from season where iscurrent')).length;

describe(`${TIMES} at once`, () => {
  it('behaviour 27: making a season current: every one succeeds and one is current', async () => {
    const seasons: { id: number }[] = [];
    for (let count = 0; count < TIMES; count++) seasons.push(await make.season());
    expect(await together((index) => send('PUT', `/api/seasons/${seasons[index].id}/`, { iscurrent: true }))).toEqual({
      200: TIMES,
    });
    expect(await currentSeasons()).toBe(1);
    const created = await together(() =>
      send('POST', '/api/settings/seasons/', { year: make.year(), iscurrent: true }),
    );
    expect(created).toEqual({ 200: TIMES });
    expect(await currentSeasons()).toBe(1);
  });

  it('readers of one list share its readings, and each sees all that was answered before it asked', async () => {
    const { teamIds } = await make.league();
    const path = `/api/teams/id/${teamIds[0]}/`;
    const readings = vi.spyOn(TeamRecordsService.prototype, 'get');
    let [written, answers, isOver] = [0, 0, false];
    const read = async (): Promise<void> => {
      while (!isOver) {
        const answeredBefore = written;
        const { body } = await test.call<{ description: string }>('GET', path);
        expect(Number(body.description ?? 0)).toBeGreaterThanOrEqual(answeredBefore);
        answers++;
      }
    };
    const readers = Promise.all(Array.from({ length: TIMES }, read));
    for (let value = 1; value <= 30; value++) {
      expect(await send('PUT', path, { description: String(value) })).toMatchObject({ status: 200 });
      written = value;
    }
    isOver = true;
    await readers;
    expect(readings.mock.calls.length).toBeLessThan(answers / 4);
    readings.mockRestore();
  });

  it('one year: one season', async () => {
    const year = make.year();
    expect(await together(() => send('POST', '/api/seasons/', { year, iscurrent: true }))).toEqual({
      200: 1,
      400: TIMES - 1,
    });
    expect(await test.database.sql('select id from season where year = $1', [year])).toHaveLength(1);
    expect(await currentSeasons()).toBe(1);
  });

  it('entering one team for one tournament: one entry', async () => {
    const { teamIds, tournamentId } = await make.league();
    const path = `/api/team_in_tournament/${teamIds[2]}in${tournamentId}`;
    expect(await together(() => send('POST', path))).toEqual({ 200: 1, 409: TIMES - 1 });
    const sql = 'select id from team_tournament where team_id = $1 and tournament_id = $2';
    expect(await test.database.sql(sql, [teamIds[2], tournamentId])).toHaveLength(1);
    expect(await together(() => send('DELETE', path))).toEqual({ 204: 1, 404: TIMES - 1 });
  });

  it('one title: one sport; one key: one setting; one number: one team that all of them changed', async () => {
    const title = make.name('Sport');
    expect(await together(() => send('POST', '/api/sports/', { title }))).toEqual({ 200: 1, 409: TIMES - 1 });
    const key = make.name('key');
    expect(await together(() => send('POST', '/api/settings/', { key, value: '1' }))).toEqual({
      201: 1,
      409: TIMES - 1,
    });
    const { id: sport_id } = await make.sport();
    const body = { title: 'Same', team_eesl_id: 99, sport_id };
    expect(await together(() => send('POST', '/api/teams/', body))).toEqual({ 200: TIMES });
    expect(await test.database.sql('select id from team where team_eesl_id = 99')).toHaveLength(1);
  });

  it('moving one tournament to and fro: its team follows it always', async () => {
    const { tournamentId, sportId, teamIds } = await make.league();
    const { id: other } = await make.sport();
    const path = `/api/tournaments/id/${tournamentId}/move-sport`;
    const statuses = await together((index) =>
      send('POST', path, { target_sport_id: index % 2 === 0 ? other : sportId }),
    );
    expect(statuses).toEqual({ 200: TIMES });
    const sql = 'select (select sport_id from tournament where id = $1) = sport_id as same from team where id = $2';
    expect(await test.database.sql(sql, [tournamentId, teamIds[0]])).toEqual([{ same: true }]);
  });

  it('one number in the register: one match with its live rows once, and one player in it', async () => {
    const { teamIds, tournamentId } = await make.league();
    const body = { match_eesl_id: 99, team_a_id: teamIds[0], team_b_id: teamIds[1], tournament_id: tournamentId };
    expect(await together(() => send('POST', '/api/matches/', body))).toEqual({ 200: TIMES });
    const live = ['match', 'matchdata', 'scoreboard', 'gameclock', 'playclock'].map((table) => {
      const column = table === 'match' ? 'id' : 'match_id';
      return `(select count(*)::int from ${table} where ${column} in (select id from match where match_eesl_id = 99))`;
    });
    const [{ rows }] = await test.database.sql<{ rows: number[] }>(`select array[${live.join(', ')}] as rows`);
    expect(rows).toEqual([1, 1, 1, 1, 1]);
    const [match] = await test.database.sql<{ id: number }>('select id from match where match_eesl_id = 99');
    const player = { match_id: match.id, team_id: teamIds[0], player_match_eesl_id: 99 };
    expect(await together(() => send('POST', '/api/players_match/', player))).toEqual({ 200: TIMES });
    expect(await test.database.sql('select from player_match where match_id = $1', [match.id])).toHaveLength(1);
  });
});
