import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnaliseApp } from './boot.js';
import { ARSENAL, BADGE, bootDocumented, MATCH, PALACE, toldDifferently, TOURNAMENT } from './documented.js';

let test: AnaliseApp;
beforeAll(async () => {
  test = await bootDocumented();
});
afterAll(() => test.close());

const { laLiga, stage, third } = toldDifferently();
const number = expect.any(Number) as number;
const text = expect.any(String) as string;

const arsenal = { id: ARSENAL, nome: 'Arsenal', codigo: 'ARS', escudo: BADGE };
const palace = {
  id: PALACE,
  nome: 'Crystal Palace',
  codigo: 'CRY',
  escudo: 'https://r2.thesportsdb.com/images/media/team/badge/ia6i3m1656014992.png',
};
const partida = {
  id: MATCH,
  tournament_id: TOURNAMENT,
  data: '2025-12-27',
  horario: '17:00',
  competicao: 'Premier League',
  estadio: 'Emirates Stadium',
  mandante: arsenal,
  visitante: palace,
};

const metrica = {
  media: number,
  cv: number,
  classificacao: expect.stringMatching(/^(Muito Estável|Estável|Moderado|Instável|Muito Instável)$/) as string,
  estabilidade: number,
};
const feitos = { feitos: metrica, sofridos: metrica };
const estatisticas = {
  escanteios: feitos,
  gols: feitos,
  finalizacoes: feitos,
  finalizacoes_gol: feitos,
  cartoes_amarelos: metrica,
  faltas: metrica,
};
const form = Array.from({ length: 5 }, () => expect.stringMatching(/^[WDL]$/) as string);
const contextoTime = { dias_descanso: number, jogos_7d: number, jogos_14d: number, posicao: number };
const classificacao = { posicao: number, pontos: number, jogos: number, saldo_gols: number };
const h2h = { total_matches: number, avg_goals_per_match: number, home_wins: number, away_wins: number, draws: number };
const arbitro = {
  id: text,
  nome: text,
  partidas: number,
  partidas_temporada: number,
  media_cartoes_amarelos: number,
  media_cartoes_temporada: number,
  media_faltas: number,
};

const stats = {
  partida,
  filtro_aplicado: '5',
  partidas_analisadas: 5,
  partidas_analisadas_mandante: 5,
  partidas_analisadas_visitante: 5,
  mandante: { id: ARSENAL, nome: 'Arsenal', escudo: BADGE, estatisticas, recent_form: form },
  visitante: { id: PALACE, nome: 'Crystal Palace', escudo: palace.escudo, estatisticas, recent_form: form },
  arbitro,
  contexto: {
    mandante: contextoTime,
    visitante: contextoTime,
    classificacao_mandante: classificacao,
    classificacao_visitante: classificacao,
    h2h_all_comps: h2h,
    fase: stage,
    ajustes_aplicados: [],
  },
  h2h_all_comps: h2h,
  amostra_suficiente: true,
};

const confianca = expect.stringMatching(/^(Alta|Média|Baixa)$/) as string;
const previsao = { valor: number, confianca: number, confiancaLabel: confianca };
const previsoes = { home: previsao, away: previsao, total: previsao };

/** The 11 documented keys of a market and nothing else. */
const market = (label: string, icon: string, distribution: RegExp) => ({
  label,
  icon,
  lambda: number,
  lambdaHome: number,
  lambdaAway: number,
  predMin: number,
  predMax: number,
  intervalLevel: 0.9,
  distribution: expect.stringMatching(distribution) as string,
  lines: expect.any(Array) as unknown[],
  confidence: number,
  confidenceLabel: confianca,
});
const line = { line: number, over: number, under: number, ci_lower: number, ci_upper: number, uncertainty: number };
const COUNTS = /^(negbin|poisson)$/;

describe('the documented examples', () => {
  it('GET /api/partidas', async () => {
    const body = await test.json<{ total_partidas: number; partidas: unknown[] }>('/api/partidas?data=2025-12-27');
    expect(Object.keys(body)).toEqual(['data', 'total_partidas', 'partidas']);
    expect(body).toMatchObject({ data: '2025-12-27', total_partidas: body.partidas.length });
    expect(body.partidas).toContainEqual(partida);
  });

  it('GET /api/partida/{matchId}/stats', async () => {
    expect(await test.json(`/api/partida/${MATCH}/stats?filtro=5`)).toEqual(stats);
  });

  it('GET /api/partida/{matchId}/analysis', async () => {
    const body = await test.json<{ over_under: Record<string, { lines: unknown[] }> }>(
      `/api/partida/${MATCH}/analysis?filtro=5`,
    );
    expect(body).toEqual({
      ...stats,
      contexto: { ...stats.contexto, ajustes_aplicados: expect.any(Array) as string[] },
      previsoes: {
        gols: previsoes,
        escanteios: previsoes,
        finalizacoes: previsoes,
        finalizacoes_gol: previsoes,
        cartoes_amarelos: previsoes,
        faltas: previsoes,
      },
      over_under: {
        gols: market('Gols', 'goal', /^poisson$/),
        escanteios: market('Escanteios', 'corner', COUNTS),
        finalizacoes: market('Chutes', 'shot', COUNTS),
        finalizacoes_gol: market('Chutes ao Gol', 'target', COUNTS),
        cartoes_amarelos: market('Cartões', 'card', COUNTS),
        faltas: market('Faltas', 'foul', COUNTS),
      },
    });
    for (const { lines } of Object.values(body.over_under)) expect(lines).toEqual(lines.map(() => line));
  });

  it('GET /api/partida/{matchId}/analysis with debug', async () => {
    const body = await test.json<{ debug_amostra: Record<string, Record<string, unknown[]>> }>(
      `/api/partida/${MATCH}/analysis?filtro=10&debug=1&home_mando=casa`,
    );
    const side = {
      source: 'matches',
      limit: 10,
      periodo: 'integral',
      mando: null,
      n_used: number,
      match_ids: expect.any(Array) as string[],
      match_dates: expect.any(Array) as string[],
      weights: expect.any(Array) as number[],
      reason: null,
    };
    expect(body.debug_amostra).toEqual({ mandante: { ...side, mando: 'casa' }, visitante: side });
  });

  it('GET /api/competicoes', async () => {
    const body = await test.json<{ total: number; competicoes: { nome: string }[] }>('/api/competicoes');
    expect(body.total).toBe(3);
    const byName = (list: { nome: string }[]) => list.toSorted((a, b) => (a.nome < b.nome ? -1 : 1));
    const documented = [
      { id: laLiga, nome: 'La Liga 2025/26', pais: 'Espanha', tipo: 'Liga' },
      { id: TOURNAMENT, nome: 'Premier League 2025/26', pais: 'Inglaterra', tipo: 'Liga' },
      { id: text, ...third },
    ];
    expect(byName(body.competicoes)).toEqual(byName(documented));
    // The latest season comes first.
    expect(body.competicoes[0].nome).toBe('La Liga 2025/26');
  });

  it.each(['', '?nome=Arsenal'])('GET /api/time/{teamId}/escudo%s', async (query) => {
    expect(await test.json(`/api/time/${ARSENAL}/escudo${query}`)).toEqual({
      team_id: ARSENAL,
      team_name: 'Arsenal',
      escudo_url: BADGE,
      fonte: 'TheSportsDB',
    });
  });
});
