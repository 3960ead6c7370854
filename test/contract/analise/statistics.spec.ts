import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StatsAnalysisResponse } from '../../../src/dialects/analise/analise.schema.js';
import { type AnaliseApp, bootAnalise } from './boot.js';
import { before, createWorld, type SideCounts, type World } from './world.js';

/** What is computed from the sample. */
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
