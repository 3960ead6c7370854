import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StatsAnalysisResponse, StatsResponse } from '../../../src/dialects/analise/analise.schema.js';
import type { PartidaListResponse } from '../../../src/dialects/analise/partida.schema.js';
import { DemoService } from '../../../src/modules/demo/index.js';
import { type AnaliseApp, bootAnalise } from './boot.js';
import { ARSENAL, LA_LIGA, MATCH, TOURNAMENT } from './documented.js';

/** Everything the document tells to type, on the demo as a first start makes it. */
let test: AnaliseApp;
const play = (day: string) => test.app.get(DemoService).ensureLoaded(new Date(`${day}T12:00:00Z`));
beforeAll(async () => {
  test = await bootAnalise();
  await play('2025-12-27');
});
afterAll(() => test.close());

const ACCEPT = '-H "Accept: application/json"';
const COMMANDS: [command: string, status: number][] = [
  [`curl -X GET "http://localhost:8000/api/partidas?data=2025-12-27" \\\n  ${ACCEPT}`, 200],
  [`curl -X GET "http://localhost:8000/api/partidas?data=27-12-2025" \\\n  ${ACCEPT}`, 400],
  [`curl -X GET "http://localhost:8000/api/partida/${MATCH}/stats" \\\n  ${ACCEPT}`, 200],
  [`curl -X GET "http://localhost:8000/api/partida/${MATCH}/stats?filtro=5" \\\n  ${ACCEPT}`, 200],
  [`curl -X GET "http://localhost:8000/api/partida/${MATCH}/stats?filtro=10" \\\n  ${ACCEPT}`, 200],
];

const REQUESTS = [
  'GET /api/partidas?data=2025-12-27',
  'GET /api/partidas?data=2025-12-25',
  `GET /api/partida/${MATCH}/stats`,
  `GET /api/partida/${MATCH}/stats?filtro=5`,
  `GET /api/partida/${MATCH}/stats?filtro=10`,
  `GET /api/partida/${MATCH}/stats?filtro=10&periodo=1T`,
  `GET /api/partida/${MATCH}/stats?filtro=5&periodo=integral&home_mando=casa&away_mando=fora`,
  `GET /api/partida/${MATCH}/analysis`,
  `GET /api/partida/${MATCH}/analysis?filtro=5&periodo=integral`,
  `GET /api/partida/${MATCH}/analysis?filtro=10&periodo=2T&home_mando=casa&away_mando=fora`,
  `GET /api/partida/${MATCH}/analysis?filtro=10&debug=1`,
  'GET /api/competicoes',
  `GET /api/time/${ARSENAL}/escudo`,
  `GET /api/time/${ARSENAL}/escudo?nome=Arsenal`,
  'GET /docs',
];

/** Runs what the document says to type, against this server instead of the one it names. */
async function curl(command: string): Promise<Response> {
  const [, method, url] = /^curl -X (\w+) "http:\/\/localhost:8000([^"]+)"/.exec(command) ?? [];
  const headers = [...command.matchAll(/-H "([^:]+): ([^"]+)"/g)].map(([, name, value]): [string, string] => [
    name,
    value,
  ]);
  expect([method, headers.length]).toEqual(['GET', 1]);
  return test.get(url, Object.fromEntries(headers));
}

describe('the document, word for word', () => {
  it.each(COMMANDS)('%s', async (command, status) => {
    const answer = await curl(command);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/json; charset=utf-8']);
    expect(Object.keys((await answer.json()) as object).length).toBeGreaterThan(0);
  });

  it.each(REQUESTS)('%s', async (request) => {
    expect((await test.get(request.replace('GET ', ''))).status).toBe(200);
  });

  it('the flow: matches of a day, then the statistics of each', async () => {
    const { partidas, total_partidas } = await test.json<PartidaListResponse>('/api/partidas?data=2025-12-27');
    expect(total_partidas).toBe(partidas.length);
    const stats = await Promise.all(
      partidas.map(({ id }) => test.json<StatsResponse>(`/api/partida/${id}/stats?filtro=5`)),
    );
    expect(stats.map(({ partida }) => partida)).toEqual(partidas);
    for (const { mandante, visitante, partidas_analisadas } of stats) {
      expect(partidas_analisadas).toBe(5);
      expect(mandante.estatisticas.gols.feitos.media).toBeGreaterThanOrEqual(0);
      expect(visitante.estatisticas.gols.feitos.media).toBeGreaterThanOrEqual(0);
    }
    expect(stats.map(({ partida }) => `${partida.mandante.nome} vs ${partida.visitante.nome}`)).toContain(
      'Arsenal vs Crystal Palace',
    );
  });

  it('lists the documented competitions under their ids', async () => {
    const { competicoes } = await test.json<{ competicoes: unknown[] }>('/api/competicoes');
    expect(competicoes).toContainEqual({
      id: TOURNAMENT,
      nome: 'Premier League 2025/26',
      pais: 'Inglaterra',
      tipo: 'Liga',
    });
    expect(competicoes).toContainEqual({ id: LA_LIGA, nome: 'La Liga 2025/26', pais: 'Espanha', tipo: 'Liga' });
  });
});

const VENUES = ['', '&home_mando=casa', '&home_mando=fora', '&home_mando=casa&away_mando=fora'];
const QUERIES = ['geral', '5', '10'].flatMap((filtro) =>
  ['integral', '1T', '2T'].flatMap((periodo) => VENUES.map((venues) => `filtro=${filtro}&periodo=${periodo}${venues}`)),
);
const path = (query: string): string => `/api/partida/${MATCH}/analysis?${query}`;

describe('enough history stands behind the documented match', () => {
  it.each(QUERIES)('%s', async (query) => {
    const { searchParams } = new URL(path(query), 'http://localhost');
    const { amostra_suficiente, contexto, mandante, visitante, ...body } = await test.json<StatsAnalysisResponse>(
      path(query),
    );
    const limit = searchParams.get('filtro');
    expect(body.filtro_aplicado).toBe(limit);
    const least = limit === '5' ? 5 : 7;
    expect(body.partidas_analisadas).toBeGreaterThanOrEqual(least);
    expect(amostra_suficiente).toBe(true);
    expect(contexto.ajustes_aplicados).not.toContain('periodo_fallback_integral');
    for (const { estatisticas } of [mandante, visitante]) {
      expect(estatisticas.gols.feitos.media).toBeGreaterThan(0);
      expect(estatisticas.escanteios.sofridos.classificacao).not.toBe('N/A');
      expect(estatisticas.faltas.classificacao).not.toBe('N/A');
    }
  });
});

describe('once the documented match is played', { timeout: 120_000 }, () => {
  /** The expected values may learn from the league's other matches of that day. */
  const ofTheTeams = ({ partida, mandante, visitante, h2h_all_comps }: StatsResponse) => [
    partida,
    mandante,
    visitante,
    h2h_all_comps,
  ];

  it('the statistics of its teams are still those from before', async () => {
    const before = await Promise.all(QUERIES.map((query) => test.json<StatsAnalysisResponse>(path(query))));
    await play('2026-11-21');
    const [played] = await test.database.sql<{ status: string }>('select status from match where public_id = $1', [
      MATCH,
    ]);
    expect(played.status).toBe('finished');
    for (const [n, query] of QUERIES.entries()) {
      // With debug=1 nothing comes from the cache.
      const now = await test.json<StatsAnalysisResponse>(`${path(query)}&debug=1`);
      expect(ofTheTeams(now)).toEqual(ofTheTeams(before[n]));
    }
  });
});
