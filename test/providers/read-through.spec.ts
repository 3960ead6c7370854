import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCUMENTED_IDS, type FakeMatch } from '../support/fake-upstream/index.js';
import { bootProvided, type Day, type ProvidedApp, type Stats } from './provided-app.js';

const DAY = '/api/partidas?data=2025-12-27';
const STATS = `/api/partida/${DOCUMENTED_IDS.match}/stats?filtro=5`;

let test: ProvidedApp;
beforeAll(async () => {
  test = await bootProvided();
});
afterAll(() => test.close());

/** Ids of the five latest matches that a team has played before another one, in the same tournament. */
function lastFive(teamId: string, before: FakeMatch): string[] {
  return before.tournament.matches
    .filter(({ record, home, away }) => record.score !== null && [home.id, away.id].includes(teamId))
    .filter(({ record }) => record.kickoffAt < before.record.kickoffAt)
    .toSorted((a, b) => (a.record.kickoffAt < b.record.kickoffAt ? 1 : -1))
    .slice(0, 5)
    .map(({ id }) => id);
}

/** What has to be asked to analyse these matches when nothing but the schedules is known, each thing once. */
function callsToAnalyse(matches: readonly FakeMatch[]): Record<string, number> {
  const distinct = (values: readonly (string | undefined)[]): number =>
    new Set(values.filter((value) => value !== undefined)).size;
  return {
    match: distinct(
      matches.flatMap((match) => [match.id, ...lastFive(match.home.id, match), ...lastFive(match.away.id, match)]),
    ),
    preview: matches.length,
    standings: distinct(matches.map(({ tournament }) => tournament.id)),
    referee: distinct(matches.map(({ referee }) => referee?.id)),
  };
}

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
    expect(test.upstream.callCounts).toEqual(callsToAnalyse([test.upstream.world.match(DOCUMENTED_IDS.match)]));
    expect(stats.partidas_analisadas_mandante).toBe(5);
    expect(stats.partidas_analisadas_visitante).toBe(5);
    expect(stats.partida.estadio).not.toBeNull();
    expect(stats.mandante.estatisticas.escanteios.feitos.media).toBeGreaterThan(0);
    expect(stats.contexto.ajustes_aplicados).toEqual([]);
    expect(stats.arbitro?.partidas_temporada).toBeGreaterThan(0);
    expect(stats.contexto.classificacao_mandante?.jogos).toBeGreaterThan(0);
    expect(stats.h2h_all_comps?.total_matches).toBeGreaterThan(0);
  });

  const analyseAll = () =>
    Promise.all(day.partidas.map(({ id }) => test.json<Stats>(`/api/partida/${id}/stats?filtro=5`)));

  it('analyses all matches of the day, and asks nothing twice', async () => {
    const all = (await analyseAll()).map(({ partida }) => test.upstream.world.match(partida.id));
    expect(all.length).toBeGreaterThan(5);
    expect(test.upstream.callCounts).toEqual(callsToAnalyse(all));
  });

  it('the second time without any call, from memory and from the database', async () => {
    test.upstream.forgetCalls();
    for (const forget of [() => undefined, test.forgetAnswers]) {
      forget();
      expect((await test.json<Day>(DAY)).partidas.map(({ id }) => id)).toEqual(day.partidas.map(({ id }) => id));
      expect(await test.json(STATS)).toEqual(stats);
      expect(await analyseAll()).toHaveLength(day.total_partidas);
    }
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

describe('the figures', () => {
  interface Figures {
    provider: string;
    running: number;
    cache: Record<'hit' | 'stale' | 'negative' | 'miss', number>;
    endpoints: { endpoint: string; calls: number; requests: number; errors: object; circuit: string }[];
  }
  const figures = async () => (await test.json<{ providers: Figures[] }>('/health/figures')).providers;

  it('tell calls, failures, circuits and what the store answered, and nothing secret', async () => {
    const [vstats, badges] = await figures();
    expect([vstats.provider, badges.provider]).toEqual(['vstats', 'thesportsdb']);
    const calendar = vstats.endpoints.find(({ endpoint }) => endpoint === '/stats/tournament/v1/calendar');
    expect(calendar).toMatchObject({ calls: 1, requests: 1, errors: {}, circuit: 'closed' });
    expect(vstats.running).toBe(0);
    expect(vstats.cache.miss).toBeGreaterThan(10);
    const written = JSON.stringify(await figures());
    expect(written).not.toContain('127.0.0.1');
    expect(written).not.toContain('/api/v1/json');
  });

  it('count what was answered from the store: fresh, over its time, and that there is nothing', async () => {
    const counted = async (work: () => Promise<unknown>): Promise<Partial<Figures['cache']>> => {
      const [{ cache: before }] = await figures();
      await work();
      const [{ cache }] = await figures();
      const outcomes = Object.keys(cache) as (keyof Figures['cache'])[];
      return Object.fromEntries(
        outcomes.map((name) => [name, cache[name] - before[name]] as const).filter(([, n]) => n),
      );
    };
    test.forgetAnswers();
    expect(await counted(() => test.json('/api/competicoes'))).toEqual({ hit: 1 });
    await test.age(13);
    expect(await counted(() => test.json('/api/competicoes'))).toEqual({ stale: 1 });
    expect(await counted(() => test.get('/api/partida/nobody/stats'))).toMatchObject({ miss: 1 });
    test.forgetAnswers();
    expect(await counted(() => test.get('/api/partida/nobody/stats'))).toMatchObject({ negative: 1 });
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
