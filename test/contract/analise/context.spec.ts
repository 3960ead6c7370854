import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StatsAnalysisResponse } from '../../../src/dialects/analise/analise.schema.js';
import { type AnaliseApp, bootAnalise } from './boot.js';
import { before, createWorld, type SideCounts, type World } from './world.js';

/** What stands around a match: its time, the table, earlier meetings, rest, the referee. */
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

describe('around the match', () => {
  it("behaviour 23: shows the clock and the day of São Paulo at the match's own time of the year, once converted", async () => {
    // Two hours behind UTC in the summer time of 2018, three in 2026.
    const summer = await world.match({ home: 'Lima', away: 'Quito', at: '2018-11-11T01:59:59Z' });
    const midnight = await world.match({ home: 'Lima', away: 'Cusco', at: '2018-11-11T02:00:00Z' });
    const day = async (data: string) =>
      (await test.json<{ partidas: object[] }>(`/api/partidas?data=${data}`)).partidas;
    expect(await day('2018-11-10')).toMatchObject([{ id: summer, data: '2018-11-10', horario: '23:59' }]);
    expect(await day('2018-11-11')).toMatchObject([{ id: midnight, data: '2018-11-11', horario: '00:00' }]);
    const now = await world.match({ home: 'Lima', away: 'Ica', at: '2026-03-01T13:00:00Z' });
    expect((await analysis(now)).partida).toMatchObject({ data: '2026-03-01', horario: '10:00' });
  });

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
    expect(contexto.visitante).toMatchObject({ dias_descanso: null, jogos_7d: 0, jogos_14d: 0 });
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

  it("the table separates level teams by the rules of the country's leagues", async () => {
    const placesIn = async (year: number, country: string) => {
      const other = await createWorld(test.database, year, country);
      const at = (day: number) => `${year}-10-0${day}T15:00:00Z`;
      const [winner, loser] = [`Winner ${year}`, `Loser ${year}`];
      await other.match({ home: winner, away: loser, at: at(1), score: [1, 0] });
      await other.match({ home: loser, away: winner, at: at(2), score: [0, 0] });
      await other.match({ home: loser, away: `Weak ${year}`, at: at(3), score: [6, 0] });
      const { contexto } = await analysis(await other.match({ home: winner, away: loser, at: at(5) }));
      return [contexto.classificacao_mandante, contexto.classificacao_visitante];
    };
    const winner = { pontos: 4, jogos: 2, saldo_gols: 1 };
    const loser = { pontos: 4, jogos: 3, saldo_gols: 5 };
    expect(await placesIn(2020, 'Spain')).toEqual([
      { posicao: 1, ...winner },
      { posicao: 2, ...loser },
    ]);
    expect(await placesIn(2021, 'England')).toEqual([
      { posicao: 2, ...winner },
      { posicao: 1, ...loser },
    ]);
  });

  it('the table has everybody who takes part, once there is a result', async () => {
    const other = await createWorld(test.database, 2019);
    const at = (day: number) => `2019-10-0${day}T15:00:00Z`;
    const opening = await other.match({ home: 'Beaten', away: 'Champion', at: at(1), score: [0, 3] });
    const target = await other.match({ home: 'Idle', away: 'Beaten', at: at(2) });
    expect((await analysis(opening)).contexto).toMatchObject({
      classificacao_mandante: null,
      classificacao_visitante: null,
    });
    expect((await analysis(target)).contexto).toMatchObject({
      classificacao_mandante: { posicao: 2, pontos: 0, jogos: 0, saldo_gols: 0 },
      classificacao_visitante: { posicao: 3, pontos: 0, jogos: 1, saldo_gols: -3 },
    });
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
