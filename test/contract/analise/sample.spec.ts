import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AnaliseApp, bootAnalise } from './boot.js';
import { before, createWorld, type World } from './world.js';

/** Which matches of a team are looked at. */
const KICKOFF = '2025-12-27T20:00:00Z';

interface Side {
  n_used: number;
  match_ids: string[];
  match_dates: string[];
  weights: number[];
  reason: string | null;
}

interface Analysis {
  filtro_aplicado: string;
  partidas_analisadas: number;
  partidas_analisadas_mandante: number;
  partidas_analisadas_visitante: number;
  amostra_suficiente: boolean;
  mandante: { recent_form: string[] };
  debug_amostra: { mandante: Side; visitante: Side };
}

let test: AnaliseApp;
let world: World;
const ids: Record<string, string> = {};

beforeAll(async () => {
  test = await bootAnalise();
  world = await createWorld(test.database);
  const add = async (name: string, match: Parameters<World['match']>[0]) => {
    ids[name] = await world.match({ ...match, id: name });
  };
  await add('win at home', { home: 'Arsenal', away: 'Fulham', at: before(KICKOFF, 30), score: [3, 1] });
  await add('loss away', { home: 'Fulham', away: 'Arsenal', at: before(KICKOFF, 23), score: [2, 0] });
  await add('draw at home', { home: 'Arsenal', away: 'Wolves', at: before(KICKOFF, 16), score: [1, 1] });
  await add('earlier today', { home: 'Wolves', away: 'Arsenal', at: '2025-12-27T12:00:00Z', score: [0, 1] });
  await add('postponed', { home: 'Arsenal', away: 'Everton', at: before(KICKOFF, 9), status: 'postponed' });
  await add('never played', { home: 'Arsenal', away: 'Leeds', at: before(KICKOFF, 8) });
  await add('no date', { home: 'Arsenal', away: 'Burnley', at: null, score: [9, 0] });
  await add('of others', { home: 'Fulham', away: 'Wolves', at: before(KICKOFF, 5), score: [4, 4] });
  await add('cup', { home: 'Arsenal', away: 'Derby', at: before(KICKOFF, 4), score: [5, 0], tournament: world.cup });
  await add('target', { home: 'Arsenal', away: 'Palace', at: KICKOFF, score: [7, 7] });
  await add('later', { home: 'Arsenal', away: 'Fulham', at: before(KICKOFF, -7), score: [6, 6] });
  for (let n = 1; n <= 12; n++) {
    await add(`palace ${n}`, {
      home: n % 2 ? 'Palace' : `Club ${n}`,
      away: n % 2 ? `Club ${n}` : 'Palace',
      at: before(KICKOFF, 7 * n),
      score: [1, 0],
    });
  }
});
afterAll(() => test.close());

const analysis = (query = ''): Promise<Analysis> => test.json(`/api/partida/target/analysis?debug=1${query}`);
const home = async (query = ''): Promise<string[]> => (await analysis(query)).debug_amostra.mandante.match_ids;

describe('the sample', () => {
  it('behaviour 11: has only matches with a date and a score', async () => {
    expect(await home()).not.toContain('never played');
  });

  it('behaviour 12: counts a match of the same day that was played before', async () => {
    expect((await home())[0]).toBe('earlier today');
  });

  it('behaviour 13: leaves a postponed match out, and it takes no place of the last five', async () => {
    expect(await home('&filtro=5')).toEqual(['earlier today', 'draw at home', 'loss away', 'win at home']);
  });

  it('behaviour 14: leaves a match without a date out, even with a score', async () => {
    expect(await home()).not.toContain('no date');
  });

  it('behaviour 15: leaves the matches of other teams out', async () => {
    expect(await home()).not.toContain('of others');
  });

  it('is of the same tournament', async () => {
    expect(await home()).not.toContain('cup');
  });

  it('behaviour 16: the most recent comes first', async () => {
    const { match_dates, weights } = (await analysis()).debug_amostra.mandante;
    expect(match_dates).toEqual(['2025-12-27', '2025-12-11', '2025-12-04', '2025-11-27']);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
  });

  it('behaviour 17: casa and fora are where the team itself played', async () => {
    expect(await home('&home_mando=casa')).toEqual(['draw at home', 'win at home']);
    expect(await home('&home_mando=fora')).toEqual(['earlier today', 'loss away']);
    const { mandante, visitante } = (await analysis('&filtro=5&away_mando=fora')).debug_amostra;
    expect(mandante.n_used).toBe(4);
    expect(visitante.match_ids).toEqual(['palace 2', 'palace 4', 'palace 6', 'palace 8', 'palace 10']);
  });

  it('behaviour 18: a competition without any score has no sample, and what is to come never is one', async () => {
    const other = await createWorld(test.database, 2022);
    const pair = { home: 'Scoreless', away: 'Pointless', tournament: other.cup };
    for (const days of [30, 20, 10]) await other.match({ ...pair, at: before(KICKOFF, days) });
    await other.match({ ...pair, at: before(KICKOFF, 5), status: 'finished' });
    await other.match({ ...pair, at: before(KICKOFF, -10) });
    const id = await other.match({ ...pair, at: KICKOFF });
    const body = await test.json<Analysis>(`/api/partida/${id}/analysis?debug=1`);
    expect(body).toMatchObject({ partidas_analisadas: 0, amostra_suficiente: false });
    for (const { n_used, reason } of Object.values(body.debug_amostra)) {
      expect([n_used, reason]).toEqual([0, 'no_matches']);
    }
  });

  it('behaviour 43: never has the analysed match nor a later one', async () => {
    const all = await home();
    expect(all).not.toContain('target');
    expect(all).not.toContain('later');
  });

  it('behaviour 44: has each match once, with its own date and weight', async () => {
    const { match_ids, match_dates, weights, n_used } = (await analysis()).debug_amostra.visitante;
    expect(new Set(match_ids).size).toBe(n_used);
    expect([match_dates.length, weights.length]).toEqual([n_used, n_used]);
    match_ids.forEach((id, index) => {
      const days = 7 * Number(id.split(' ')[1]);
      expect(match_dates[index]).toBe(before(KICKOFF, days).slice(0, 10));
      expect(weights[index]).toBeCloseTo(Math.exp(-0.0065 * days), 6);
    });
  });

  it('recent_form is of the sample, the most recent first', async () => {
    expect((await analysis()).mandante.recent_form).toEqual(['W', 'D', 'L', 'W']);
    expect((await analysis('&home_mando=casa')).mandante.recent_form).toEqual(['D', 'W']);
  });
});

describe('its size', () => {
  const sizes = async (query: string) => {
    const body = await analysis(query);
    return [
      body.partidas_analisadas_mandante,
      body.partidas_analisadas_visitante,
      body.partidas_analisadas,
      body.filtro_aplicado,
    ];
  };

  it('behaviour 32: is never above the filter; partidas_analisadas is the smaller side', async () => {
    expect(await sizes('&filtro=5')).toEqual([4, 5, 4, '5']);
    expect(await sizes('&filtro=10')).toEqual([4, 10, 4, '10']);
    expect(await sizes('')).toEqual([4, 12, 4, 'geral']);
    expect(await sizes('&filtro=5&home_mando=casa&away_mando=fora')).toEqual([2, 5, 2, '5']);
  });

  it('behaviour 36: amostra_suficiente from three matches on the smaller side, and is in the answer', async () => {
    expect((await analysis()).amostra_suficiente).toBe(true);
    expect((await analysis('&home_mando=casa')).amostra_suficiente).toBe(false);
    const stats = await test.json('/api/partida/target/stats?home_mando=fora');
    expect(stats).toMatchObject({ amostra_suficiente: false, partidas_analisadas: 2 });
  });

  it('may be nothing at all: says so, and still expects what the league knows', async () => {
    await world.match({ id: 'newcomers', home: 'New A', away: 'New B', at: KICKOFF });
    const body = await test.json<
      Analysis & {
        mandante: { estatisticas: { gols: { feitos: unknown } } };
        over_under: { gols: { lines: unknown[] } };
      }
    >('/api/partida/newcomers/analysis?debug=1');
    expect(body).toMatchObject({ partidas_analisadas: 0, amostra_suficiente: false, h2h_all_comps: null });
    expect(body.debug_amostra.mandante).toMatchObject({ n_used: 0, match_ids: [], reason: 'no_matches' });
    expect(body.mandante.estatisticas.gols.feitos).toEqual({
      media: null,
      cv: 1,
      classificacao: 'N/A',
      estabilidade: 0,
    });
    expect(body.over_under.gols.lines.length).toBeGreaterThanOrEqual(3);
  });
});
