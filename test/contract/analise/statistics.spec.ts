import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StatsAnalysisResponse } from '../../../src/dialects/analise/analise.schema.js';
import { type AnaliseApp, bootAnalise } from './boot.js';
import { before, createWorld, type SideCounts, type World } from './world.js';

/** What is computed from the sample, and what stands around it. */
const KICKOFF = '2026-02-10T13:00:00Z';

let test: AnaliseApp;
let world: World;
beforeAll(async () => {
  test = await bootAnalise();
  world = await createWorld(test.database);
});
afterAll(() => test.close());

const analysis = (id: string, query = ''): Promise<StatsAnalysisResponse> =>
  test.json(`/api/partida/${id}/analysis${query}`);

/** A match of two new teams, of which the home team has played a match every seven days before. */
async function homeTeamWith(name: string, counts: (SideCounts | null)[], score: [number, number] = [1, 0]) {
  for (const [index, home] of counts.entries()) {
    const at = before(KICKOFF, 7 * (index + 1));
    const played = { home: name, away: `${name} opponent`, at, score };
    await world.match(home ? { ...played, counts: { home, away: { full: { corners: 4 } } } } : played);
  }
  return world.match({ home: name, away: `${name} guest`, at: KICKOFF });
}

const full = (corners: number | null): SideCounts => ({ full: { corners } });

describe('means and variation', () => {
  it('behaviour 10: weighted mean and coefficient of variation, two decimals', async () => {
    const values = [4, 7, 6, 10];
    const id = await homeTeamWith('Weighted', values.map(full));
    const weights = values.map((_, index) => Math.exp(-0.0065 * 7 * (index + 1)));
    const sum = weights.reduce((a, b) => a + b);
    const mean = values.reduce((total, value, n) => total + value * weights[n], 0) / sum;
    const variance = values.reduce((total, value, n) => total + weights[n] * (value - mean) ** 2, 0) / sum;
    const { feitos, sofridos } = (await analysis(id)).mandante.estatisticas.escanteios;
    expect([feitos.media, feitos.cv]).toEqual([
      Math.round(mean * 100) / 100,
      Math.round((Math.sqrt(variance) / mean) * 100) / 100,
    ]);
    expect(sofridos).toEqual({ media: 4, cv: 0, classificacao: 'Muito Estável', estabilidade: 100 });
  });

  it('behaviour 7: a sample of zeros is N/A and not confident', async () => {
    const id = await homeTeamWith('Zeros', [full(0), full(0), full(0)]);
    expect((await analysis(id)).mandante.estatisticas.escanteios.feitos).toEqual({
      media: 0,
      cv: 1,
      classificacao: 'N/A',
      estabilidade: 0,
    });
  });

  it('behaviour 8: one match is N/A', async () => {
    const id = await homeTeamWith('Single', [full(6)]);
    expect((await analysis(id)).mandante.estatisticas.escanteios.feitos).toEqual({
      media: 6,
      cv: 1,
      classificacao: 'N/A',
      estabilidade: 0,
    });
  });

  it('behaviour 9: unknown values are left out, not counted as zero', async () => {
    const id = await homeTeamWith('Unknown', [full(5), full(null), null, full(5)]);
    expect((await analysis(id)).mandante.estatisticas.escanteios.feitos).toMatchObject({ media: 5, cv: 0 });
  });

  it('a metric nobody counted has no mean rather than 0', async () => {
    const id = await homeTeamWith('Uncounted', [null, null, null]);
    const { faltas, gols } = (await analysis(id)).mandante.estatisticas;
    expect([faltas.media, faltas.classificacao, gols.feitos.media]).toEqual([null, 'N/A', 1]);
  });

  it('behaviour 3: red cards are no metric of this contract', async () => {
    const id = await homeTeamWith('Cards', [full(1)]);
    const { mandante, over_under } = await analysis(id);
    expect(JSON.stringify([mandante, over_under])).not.toContain('vermelhos');
  });
});

describe('halves', () => {
  const halves: SideCounts = {
    full: { goals: 3, corners: 9, shots: 12 },
    first_half: { goals: 1, corners: 4, shots: 5 },
    second_half: { goals: 2, corners: 5, shots: 7 },
  };

  it('behaviour 19: integral, 1T and 2T read their own numbers, goals too', async () => {
    const opponent: SideCounts = {
      full: { goals: 1, corners: 4, shots: 8 },
      first_half: { goals: 0, corners: 1, shots: 3 },
      second_half: { goals: 1, corners: 3, shots: 5 },
    };
    for (const days of [7, 14, 21]) {
      const counts = { home: halves, away: opponent };
      await world.match({ home: 'Halves', away: 'Rest', at: before(KICKOFF, days), score: [3, 1], counts });
    }
    const id = await world.match({ home: 'Halves', away: 'Rest', at: KICKOFF });
    const means = async (periodo: string) => {
      const { mandante, contexto } = await analysis(id, `?periodo=${periodo}`);
      const { gols, escanteios, finalizacoes } = mandante.estatisticas;
      expect(contexto.ajustes_aplicados).not.toContain('periodo_fallback_integral');
      return [gols.feitos.media, escanteios.feitos.media, finalizacoes.feitos.media, gols.sofridos.media];
    };
    expect(await means('integral')).toEqual([3, 9, 12, 1]);
    expect(await means('1T')).toEqual([1, 4, 5, 0]);
    expect(await means('2T')).toEqual([2, 5, 7, 1]);
  });

  it('behaviour 20: matches known only as a whole count as a whole, never as zero, and the answer says so', async () => {
    const id = await homeTeamWith('No halves', [full(8), full(8), full(8)]);
    for (const route of ['stats', 'analysis']) {
      const body = await test.json<StatsAnalysisResponse>(`/api/partida/${id}/${route}?periodo=1T`);
      expect(body.mandante.estatisticas.escanteios.feitos.media).toBe(8);
      expect(body.contexto.ajustes_aplicados).toContain('periodo_fallback_integral');
    }
    const whole = await analysis(id);
    expect(whole.contexto.ajustes_aplicados).not.toContain('periodo_fallback_integral');
  });
});

describe('around the match', () => {
  it('behaviour 24: shows São Paulo time, whatever the place of the match', async () => {
    const id = await world.match({ home: 'Tokyo', away: 'Osaka', at: '2026-02-10T13:00:00Z' });
    const late = await world.match({ home: 'Tokyo', away: 'Kyoto', at: '2026-02-11T02:30:00Z' });
    expect((await analysis(id)).partida).toMatchObject({ data: '2026-02-10', horario: '10:00' });
    expect((await analysis(late)).partida).toMatchObject({ data: '2026-02-10', horario: '23:30' });
    const { partidas } = await test.json<{ partidas: { id: string; horario: string }[] }>(
      '/api/partidas?data=2026-02-10',
    );
    const shown = partidas.map(({ id }) => id);
    expect(shown).toEqual(expect.arrayContaining([id, late]));
    expect(partidas.map(({ horario }) => horario)).toEqual(partidas.map(({ horario }) => horario).toSorted());
  });

  it('behaviour 25: head-to-head in all competitions, seen from this home team; null without a meeting', async () => {
    const h2h = { home: 'Rome', away: 'Milan' };
    await world.match({ ...h2h, at: before(KICKOFF, 400), score: [2, 1] });
    await world.match({ home: 'Milan', away: 'Rome', at: before(KICKOFF, 300), score: [3, 0], tournament: world.cup });
    await world.match({ ...h2h, at: before(KICKOFF, 200), score: [1, 1] });
    await world.match({ ...h2h, at: before(KICKOFF, -3), score: [9, 9] });
    const { h2h_all_comps, contexto } = await analysis(await world.match({ ...h2h, at: KICKOFF }));
    expect(h2h_all_comps).toEqual({
      total_matches: 3,
      avg_goals_per_match: 2.667,
      home_wins: 1,
      away_wins: 1,
      draws: 1,
    });
    expect(contexto.h2h_all_comps).toEqual(h2h_all_comps);
  });

  it('behaviour 33: no head-to-head harms nothing', async () => {
    const body = await analysis(await world.match({ home: 'Never', away: 'Met', at: KICKOFF }));
    expect([body.h2h_all_comps, body.contexto.h2h_all_comps]).toEqual([null, null]);
    expect(body.previsoes.gols.total.valor).toBeGreaterThan(0);
  });

  it('behaviour 26: rest days and matches of 7 and 14 days, over all competitions, the future ignored', async () => {
    const played = async (day: string, tournament: number, score?: [number, number]) =>
      world.match({ home: 'Tired', away: 'Someone', at: `${day}T18:00:00Z`, tournament, score });
    await played('2026-02-08', world.cup, [1, 0]);
    await played('2026-02-04', world.league, [1, 0]);
    await played('2026-01-28', world.league, [1, 0]);
    await played('2026-01-20', world.league, [1, 0]);
    await played('2026-02-12', world.league);
    const { contexto } = await analysis(await world.match({ home: 'Tired', away: 'Rested', at: KICKOFF }));
    expect(contexto.mandante).toMatchObject({ dias_descanso: 2, jogos_7d: 2, jogos_14d: 3 });
    expect(contexto.visitante).toEqual({ dias_descanso: null, jogos_7d: 0, jogos_14d: 0, posicao: null });
  });

  it('the table is the one before kickoff', async () => {
    const other = await createWorld(test.database, 2024);
    const at = (day: number) => `2025-03-0${day}T15:00:00Z`;
    await other.match({ home: 'First', away: 'Second', at: at(1), score: [2, 0] });
    const target = await other.match({ home: 'Second', away: 'First', at: at(5), score: [5, 0] });
    const { contexto } = await analysis(target);
    expect(contexto.classificacao_mandante).toEqual({ posicao: 2, pontos: 0, jogos: 1, saldo_gols: -2 });
    expect(contexto.classificacao_visitante).toEqual({ posicao: 1, pontos: 3, jogos: 1, saldo_gols: 2 });
    expect([contexto.mandante.posicao, contexto.visitante.posicao]).toEqual([2, 1]);
  });

  it('behaviour 49: the referee by this competition and by the season', async () => {
    const cards = (yellow_cards: number): SideCounts => ({ full: { yellow_cards, fouls: 10 } });
    const refereed = (days: number, tournament: number, each: number) =>
      world.match({
        home: 'Ref home',
        away: 'Ref away',
        at: before(KICKOFF, days),
        score: [0, 0],
        tournament,
        referee: "José O'Dean",
        counts: { home: cards(each), away: cards(each) },
      });
    await refereed(20, world.league, 1);
    await refereed(21, world.league, 2);
    await refereed(22, world.cup, 3);
    const match = { home: 'Ref home', away: 'Ref away', at: KICKOFF };
    const { arbitro, contexto } = await analysis(await world.match({ ...match, referee: "José O'Dean" }));
    expect(arbitro).toEqual({
      id: 'jose-o-dean',
      nome: "José O'Dean",
      partidas: 2,
      partidas_temporada: 3,
      media_cartoes_amarelos: 3,
      media_cartoes_temporada: 4,
      media_faltas: 20,
    });
    expect(contexto.ajustes_aplicados).toContain('arbitro');
    const without = await analysis(await world.match({ ...match, at: before(KICKOFF, -1) }));
    expect(without.arbitro).toBeNull();
    expect(without.contexto.ajustes_aplicados).not.toContain('arbitro');
  });

  it('behaviour 49: a referee of few matches moves the cards a little, the more matches the more', async () => {
    const cards = (yellow_cards: number): SideCounts => ({ full: { yellow_cards } });
    const played = async (days: number, each: number, referee: string) =>
      world.match({
        home: `Host ${days % 4}`,
        away: `Guest ${days % 5}`,
        at: before(KICKOFF, days),
        score: [1, 1],
        referee,
        counts: { home: cards(each), away: cards(each) },
      });
    for (let days = 30; days < 70; days++) await played(days, 2, 'Usual');
    for (let days = 70; days < 90; days++) await played(days, 5, 'Strict');
    for (let days = 90; days < 92; days++) await played(days, 5, 'New');
    const expected = async (referee?: string) => {
      const id = await world.match({ home: 'Host 1', away: 'Guest 2', at: KICKOFF, referee });
      return (await analysis(id)).previsoes.cartoes_amarelos.total.valor;
    };
    const [nobody, strict, newcomer] = [await expected(), await expected('Strict'), await expected('New')];
    expect(newcomer).toBeGreaterThanOrEqual(nobody);
    expect(strict).toBeGreaterThan(newcomer);
    expect(strict / nobody).toBeLessThanOrEqual(1.8);
  });
});
