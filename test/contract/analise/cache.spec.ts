import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { AnalysisService } from '../../../src/modules/analysis/index.js';
import { Feed } from '../../../src/realtime/feed.js';
import { until } from '../../support/feed.js';
import { type AnaliseApp, bootAnalise } from './boot.js';
import { createWorld, type World } from './world.js';

let test: AnaliseApp;
let world: World;
beforeAll(async () => {
  test = await bootAnalise(async (database) => {
    world = await createWorld(database);
    await fill();
  });
});

async function fill(): Promise<void> {
  for (const day of ['01', '08', '15']) {
    await world.match({ home: 'Arsenal', away: 'Fulham', at: `2025-11-${day}T15:00:00Z`, score: [2, 1] });
    await world.match({ home: 'Everton', away: 'Wolves', at: `2025-11-${day}T15:00:00Z`, score: [0, 0] });
  }
  await world.match({ id: 'target', home: 'Arsenal', away: 'Fulham', at: '2025-12-27T20:00:00Z' });
  await world.match({ id: 'other', home: 'Everton', away: 'Wolves', at: '2025-12-27T20:00:00Z' });
}
afterAll(() => test.close());
afterEach(() => void vi.restoreAllMocks());

type Method = 'analyse' | 'statistics' | 'listMatches' | 'listTournaments' | 'findBadge';
const spy = <M extends Method>(method: M) => vi.spyOn<AnalysisService, M>(test.app.get(AnalysisService), method);

describe('answers are kept', () => {
  it('behaviour 29: /stats and /analysis of one request are made from one analysis', async () => {
    const analyse = spy('analyse');
    await test.json('/api/partida/target/analysis');
    await test.json('/api/partida/target/stats');
    await test.json('/api/partida/target/stats?filtro=geral&periodo=integral');
    expect(analyse.mock.calls.map(([id, request]) => [id, request])).toEqual([
      ['target', { limit: 50, period: 'full', homeVenue: null, awayVenue: null }],
    ]);
    expect(spy('statistics')).not.toHaveBeenCalled();
  });

  it('behaviours 30 and 31: equal and different venues each take one analysis', async () => {
    const analyse = spy('analyse');
    await test.json('/api/partida/target/analysis?home_mando=casa&away_mando=casa');
    await test.json('/api/partida/target/analysis?home_mando=casa&away_mando=fora');
    expect(analyse.mock.calls.map(([, request]) => [request?.homeVenue, request?.awayVenue])).toEqual([
      ['home', 'home'],
      ['home', 'away'],
    ]);
  });

  it('behaviour 22: kept statistics without a referee are used as they are', async () => {
    const first = await test.json<{ arbitro: null }>('/api/partida/target/stats?filtro=10');
    const analyse = spy('analyse');
    expect(await test.json('/api/partida/target/stats?filtro=10')).toEqual(first);
    expect(first.arbitro).toBeNull();
    expect(analyse).not.toHaveBeenCalled();
  });

  it('behaviour 47: debug=1 neither reads the cache nor writes to it', async () => {
    const analyse = spy('analyse');
    await test.json('/api/partida/target/analysis?periodo=1T&debug=1');
    await test.json('/api/partida/target/analysis?periodo=1T&debug=true');
    const kept = await test.json<object>('/api/partida/target/analysis?periodo=1T');
    await test.json('/api/partida/target/analysis?periodo=1T&debug=0');
    expect(analyse).toHaveBeenCalledTimes(3);
    expect(kept).not.toHaveProperty('debug_amostra');
  });

  it('behaviour 47: no filter, period or venue is answered with what was kept for another', async () => {
    const analyse = spy('analyse');
    const sizes = async (query: string) =>
      (await test.json<{ partidas_analisadas: number }>(`/api/partida/target/stats?${query}`)).partidas_analisadas;
    const queries = [
      'filtro=5&periodo=1T',
      'filtro=10&periodo=1T',
      'filtro=5&home_mando=casa',
      'filtro=5&away_mando=casa',
    ];
    const first = await Promise.all(queries.map(sizes));
    expect(first).toEqual([3, 3, 3, 0]);
    expect(new Set(analyse.mock.calls.map(([, request]) => JSON.stringify(request))).size).toBe(queries.length);
    expect(await Promise.all(queries.map(sizes))).toEqual(first);
    expect(analyse).toHaveBeenCalledTimes(queries.length);
  });

  it('200 requests at a time make one analysis', async () => {
    const analyse = spy('analyse');
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => test.get('/api/partida/target/stats?filtro=5&periodo=2T')),
    );
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect(analyse).toHaveBeenCalledTimes(1);
  });

  it('the list of a day, unless it is empty', async () => {
    const listMatches = spy('listMatches');
    for (const day of ['2025-12-27', '2025-12-27', '1999-12-27', '1999-12-27']) {
      await test.json(`/api/partidas?data=${day}`);
    }
    expect(listMatches.mock.calls).toEqual([['2025-12-27'], ['1999-12-27'], ['1999-12-27']]);
    const header = async (day: string) => (await test.get(`/api/partidas?data=${day}`)).headers.get('cache-control');
    expect([await header('2025-12-27'), await header('1999-12-27')]).toEqual(['max-age=3600', 'no-store']);
  });

  it('of a match only as long as it is not private', async () => {
    const listed = async () =>
      (await test.json<{ partidas: { id: string }[] }>('/api/partidas?data=2025-12-27')).partidas.map(({ id }) => id);
    const status = async () => (await test.get('/api/partida/other/stats')).status;
    expect([await listed(), await status()]).toEqual([expect.arrayContaining(['other', 'target']), 200]);
    await test.database.sql(`update match set isprivate = true where public_id = 'other'`);
    await until(async () => (await status()) === 404);
    await until(async () => (await listed()).length === 1);
    expect(await listed()).toEqual(['target']);
    const sample = async () =>
      (await test.json<{ partidas_analisadas: number }>('/api/partida/target/stats')).partidas_analisadas;
    const before = await sample();
    const played = `update match set isprivate = $1 where status = 'finished' and team_a_id =
                      (select team_a_id from match where public_id = 'target')`;
    await test.database.sql(played, [true]);
    await until(async () => (await sample()) < before);
    await test.database.sql(played, [false]);
    await until(async () => (await sample()) === before);
    await test.database.sql(`update match set isprivate = false where public_id = 'other'`);
    await until(async () => (await listed()).length === 2 && (await status()) === 200);
  });

  it('the list of competitions', async () => {
    await test.json('/api/competicoes');
    const listTournaments = spy('listTournaments');
    await test.json('/api/competicoes');
    expect(listTournaments).not.toHaveBeenCalled();
  });

  it('badges, and for a while that there is none; one asked for by name does not answer for another name', async () => {
    await test.database.sql(`update team set team_logo_url = 'https://badges.example/' || title || '.png'`);
    const findBadge = spy('findBadge');
    const badge = async (query: string) => {
      const answer = await test.get(`/api/time/nobody/escudo${query}`);
      return ((await answer.json()) as { team_name?: string }).team_name;
    };
    expect(await badge('')).toBeUndefined();
    expect(await badge('?nome=Arsenal')).toBe('Arsenal');
    expect(await badge('?nome=Fulham')).toBe('Fulham');
    expect(await badge('?nome=arsenal')).toBe('Arsenal');
    expect(await badge('')).toBeUndefined();
    expect(findBadge.mock.calls).toEqual([
      ['nobody', undefined],
      ['nobody', 'Arsenal'],
      ['nobody', 'Fulham'],
    ]);
  });
});

describe('a changed match', () => {
  it('drops its own analyses and those of its teams, and leaves the others', async () => {
    await test.json('/api/partida/other/stats');
    const before = await test.json<{ partidas_analisadas: number }>('/api/partida/target/stats');
    const analyse = spy('analyse');
    await world.match({ home: 'Arsenal', away: 'Fulham', at: '2025-12-20T15:00:00Z', score: [1, 1] });
    await until(async () => {
      const now = await test.json<{ partidas_analisadas: number }>('/api/partida/target/stats');
      return now.partidas_analisadas === before.partidas_analisadas + 1;
    });
    await test.json('/api/partida/other/stats');
    expect(new Set(analyse.mock.calls.map(([id]) => id))).toEqual(new Set(['target']));
  });

  it('drops the lists of the day it left and of the day it goes to', async () => {
    const total = async (day: string) =>
      (await test.json<{ total_partidas: number }>(`/api/partidas?data=${day}`)).total_partidas;
    await world.match({ home: 'Wolves', away: 'Arsenal', at: '2026-01-03T15:00:00Z' });
    expect([await total('2025-12-27'), await total('2026-01-03')]).toEqual([2, 1]);
    await test.database.sql(`update match set match_date = '2026-01-03T20:00:00Z' where public_id = 'other'`);
    await until(async () => (await total('2026-01-03')) === 2);
    await until(async () => (await total('2025-12-27')) === 1);
  });

  it('very many of them drop everything', async () => {
    await test.json('/api/partida/target/stats');
    const analyse = spy('analyse');
    const feed = test.app.get(Feed);
    for (let id = 1_000_000; id < 1_000_201; id++) feed.changed(id);
    await until(async () => {
      await test.json('/api/partida/target/stats');
      return analyse.mock.calls.length === 1;
    });
  });
});
