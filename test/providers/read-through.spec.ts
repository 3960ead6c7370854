import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCUMENTED_IDS } from '../support/fake-upstream/index.js';
import { bootProvided, type Day, type ProvidedApp, type Stats } from './provided-app.js';

const DAY = '/api/partidas?data=2025-12-27';
const STATS = `/api/partida/${DOCUMENTED_IDS.match}/stats?filtro=5`;

let test: ProvidedApp;
beforeAll(async () => {
  test = await bootProvided();
});
afterAll(() => test.close());

describe('the flow of the document, section 8.1', () => {
  let day: Day;
  let stats: Stats;

  it('lists the day: the calendar, then one schedule for each competition', async () => {
    day = await test.json<Day>(DAY);
    const { badge, ...calls } = test.upstream.callCounts;
    expect(calls).toEqual({ calendar: 1, season: test.upstream.world.tournaments.length });
    expect(badge).toBeGreaterThan(0);
    expect(day.partidas.find(({ id }) => id === DOCUMENTED_IDS.match)).toMatchObject({
      competicao: 'Premier League',
      horario: '17:00',
      mandante: { id: DOCUMENTED_IDS.arsenal, nome: 'Arsenal', codigo: 'ARS' },
    });
  });

  it('with badges', () => {
    expect(day.partidas.find(({ id }) => id === DOCUMENTED_IDS.match)?.mandante.escudo).toMatch(/^https:\/\//);
  });

  it('analyses a match: itself, its preview, the table, the referee, and each match of the sample once', async () => {
    test.upstream.forgetCalls();
    stats = await test.json<Stats>(STATS);
    const { match = 0, ...others } = test.upstream.callCounts;
    expect(others).toEqual({ preview: 1, standings: 1, referee: 1 });
    expect(match).toBeGreaterThan(5);
    expect(match).toBeLessThanOrEqual(11);
    expect(stats.partidas_analisadas_mandante).toBe(5);
    expect(stats.partidas_analisadas_visitante).toBe(5);
    expect(stats.partida.estadio).not.toBeNull();
    expect(stats.mandante.estatisticas.escanteios.feitos.media).toBeGreaterThan(0);
    expect(stats.contexto.ajustes_aplicados).toEqual([]);
    expect(stats.arbitro?.partidas_temporada).toBeGreaterThan(0);
    expect(stats.contexto.classificacao_mandante?.jogos).toBeGreaterThan(0);
    expect(stats.h2h_all_comps?.total_matches).toBeGreaterThan(0);
  });

  it('the second time without any call', async () => {
    test.upstream.forgetCalls();
    expect((await test.json<Day>(DAY)).total_partidas).toEqual(day.total_partidas);
    expect(await test.json(STATS)).toEqual(stats);
    await test.age(0);
    expect((await test.json<Day>(DAY)).total_partidas).toEqual(day.total_partidas);
    expect(await test.json(STATS)).toEqual(stats);
    expect(test.upstream.callCounts).toEqual({});
  });

  it('a larger sample fetches only what is new, a half nothing', async () => {
    test.upstream.forgetCalls();
    const ten = await test.json<Stats>(STATS.replace('=5', '=10'));
    expect(ten.partidas_analisadas).toBe(10);
    const { match = 0, ...others } = test.upstream.callCounts;
    expect(others).toEqual({});
    expect(match).toBeLessThanOrEqual(10);
    test.upstream.forgetCalls();
    const half = await test.json<Stats>(`${STATS}&periodo=1T`);
    expect(half.contexto.ajustes_aplicados).toEqual([]);
    expect(half.mandante.estatisticas.escanteios.feitos.media).toBeLessThan(
      stats.mandante.estatisticas.escanteios.feitos.media ?? 0,
    );
    expect(test.upstream.callCounts).toEqual({});
  });

  it('GraphQL sees the same matches and statistics', async () => {
    const [{ id }] = await test.app.database.sql<{ id: number }>(
      `select m.id from match m where m.public_id <> $1 and exists (select from match_stat_line l where l.match_id = m.id)
       order by m.kickoff_at desc limit 1`,
      [DOCUMENTED_IDS.match],
    );
    const { data, errors } = await test.app.graphql<{ match: { publicId: string; statLines: { period: string }[] } }>(
      'query ($id: ID!) { match(id: $id) { publicId statLines { period } } }',
      { id: String(id) },
    );
    expect(errors).toBeUndefined();
    expect(test.upstream.world.match(data.match.publicId).record.status).toBe('finished');
    expect(data.match.statLines).toHaveLength(6);
  });
});

describe('corrections upstream', () => {
  const journal = async (): Promise<{ entity: string; op: string }[]> =>
    test.app.database.sql(
      `select j.entity, j.op from match_journal j join match m on m.id = j.match_id
       where m.public_id <> $1 order by j.match_id, j.version`,
      [''],
    );

  it('nothing changed is nothing written', async () => {
    const before = await journal();
    await test.age(48);
    test.upstream.forgetCalls();
    await test.json(DAY);
    await test.json(STATS);
    expect(test.upstream.callCounts).toMatchObject({ calendar: 1, preview: 1, standings: 1 });
    expect(await journal()).toEqual(before);
  });

  it('are entries of the journal', async () => {
    const arsenal = [...test.upstream.world.matches.values()].filter(
      ({ home, tournament, record }) =>
        home.id === DOCUMENTED_IDS.arsenal && tournament.id === DOCUMENTED_IDS.premierLeague && record.score !== null,
    );
    const corrected = arsenal[arsenal.length - 1];
    corrected.record.score = { home: (corrected.record.score?.home ?? 0) + 1, away: corrected.record.score?.away ?? 0 };
    const before = await journal();
    await test.age(48);
    await test.json(DAY);
    const after = await journal();
    expect(after.length - before.length).toBe(1);
    const [row] = await test.app.database.sql<{ score_home: number }>(
      'select score_home from match where public_id = $1',
      [corrected.id],
    );
    expect(row.score_home).toBe(corrected.record.score.home);
  });
});
