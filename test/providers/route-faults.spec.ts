import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DOCUMENTED_IDS, type EndpointName, type Fault, FAULTS } from '../support/fake-upstream/index.js';
import { until } from '../support/feed.js';
import { bootProvided, type Day, type ProvidedApp, type Stats } from './provided-app.js';

const DAY = '/api/partidas?data=2025-12-27';
const STATS = `/api/partida/${DOCUMENTED_IDS.match}/stats?filtro=5`;
const BADGE = `/api/time/${DOCUMENTED_IDS.arsenal}/escudo`;

const STALE = '111 touchline "Revalidation Failed"';
const INCOMPLETE = '199 touchline "Incomplete: a provider did not tell everything"';

let test: ProvidedApp;
beforeAll(async () => {
  // Long enough for a busy machine to answer, short enough to go through all of this.
  const impatient = { VSTATS_TIMEOUT_MS: '1500', THESPORTSDB_TIMEOUT_MS: '1500', PROVIDER_PAUSE_MS: '10' };
  test = await bootProvided({ smallLeagues: 0 }, impatient);
  await refill();
});
afterAll(() => test.close());
afterEach(() => test.upstream.mend());

const sql = (text: string, values: unknown[] = []) => test.app.database.sql(text, values);

const isSound = async (path: string): Promise<boolean> => {
  const { status, warning } = await ask(path);
  return status === 200 && warning === null;
};

/** The provider is well again: everything is there, and nothing is said against it. */
async function refill(): Promise<void> {
  test.upstream.mend();
  await until(() => isSound(DAY));
  await until(() => isSound(STATS));
}

const forget = (...kinds: string[]) => sql('delete from provider_resource where kind = any ($1)', [kinds]);
const expire = (...kinds: string[]) =>
  sql(
    `update provider_resource set fetched_at = now() - interval '400 days', fresh_until = now() - interval '300 days',
       failed_at = null where kind = any ($1)`,
    [kinds],
  );
/** As if no match had been told in detail yet; what was taken away by hand would stay away. */
const forgetStatistics = async () => {
  await sql('delete from match_stat_line');
  await sql(`update external_ref set digest = null where kind = 'match'`);
};
const forgetEverything = () =>
  sql('truncate match, tournament, competition, team, external_ref, provider_resource restart identity cascade');

interface Outcome {
  status: number;
  warning: string | null;
  cacheControl: string | null;
  body: Partial<Stats & Day> & { detail?: string };
}

async function ask(path: string): Promise<Outcome> {
  test.forgetAnswers();
  const answer = await test.get(path);
  return {
    status: answer.status,
    warning: answer.headers.get('warning'),
    cacheControl: answer.headers.get('cache-control'),
    body: (await answer.json()) as Outcome['body'],
  };
}

const adjustments = ({ body }: Outcome): string[] | undefined => body.contexto?.ajustes_aplicados;

const nameOf = (fault: Fault): string => ('status' in fault ? `status ${fault.status}` : fault.kind);
/** The others differ from these only on the wire, which faults.spec.ts goes through. */
const TOLD_APART: readonly string[] = [
  'status 500',
  'status 429',
  'html',
  'truncated',
  'wrong-types',
  'reset',
  'silence',
];
const CASES = FAULTS.map((fault) => [nameOf(fault), fault] as const).filter(([name]) => TOLD_APART.includes(name));

/** After an answer, however bad, the smaller source of a match's statistics is asked too; a silent host is left alone. */
const isAnswered = ({ kind }: Fault): boolean => !['delay', 'silence', 'reset', 'cut'].includes(kind);

const breakAll = (endpoints: EndpointName[], fault: Fault): void =>
  endpoints.forEach((endpoint) => test.upstream.break(endpoint, fault));

describe.each(CASES)('%s', (_name, fault) => {
  describe('where older data are stored', () => {
    it('of the calendar and of schedules: they serve, it is said and not kept, and then it is over', async () => {
      await expire('tournaments', 'season');
      breakAll(['calendar', 'season'], fault);
      const day = await ask(DAY);
      expect(day).toMatchObject({ status: 200, warning: STALE, cacheControl: 'no-store' });
      expect(day.body.total_partidas).toBeGreaterThan(0);
      expect(await ask('/api/competicoes')).toMatchObject({ status: 200, warning: STALE, cacheControl: 'no-store' });
      const stats = await ask(STATS);
      expect(stats).toMatchObject({ status: 200, warning: STALE, cacheControl: 'no-store' });
      expect(adjustments(stats)).toEqual(['dados_desatualizados']);
      await refill();
    });

    it.each(['preview', 'standings', 'referee'] as const)(
      'of the optional %s: they serve, and it is said',
      async (kind) => {
        await expire(kind);
        breakAll([kind], fault);
        const stats = await ask(STATS);
        expect(stats).toMatchObject({ status: 200, warning: STALE, cacheControl: 'no-store' });
        expect(adjustments(stats)).toEqual(['dados_desatualizados']);
        await refill();
      },
    );

    it('of matches: they serve, and it is said', async () => {
      await expire('match');
      breakAll(['match', 'playedStats'], fault);
      const stats = await ask(STATS);
      expect(stats).toMatchObject({ status: 200, warning: STALE, cacheControl: 'no-store' });
      expect(adjustments(stats)).toEqual(['dados_desatualizados']);
      expect(stats.body.partidas_analisadas).toBe(5);
      await refill();
    });

    it('of totals of the season: they serve, and it is said', async () => {
      await forget('match');
      await forgetStatistics();
      breakAll(['match', 'playedStats'], { kind: 'reset' });
      await ask(STATS);
      await expire('season-stats');
      breakAll(['seasonStats'], fault);
      expect(adjustments(await ask(STATS))).toEqual([
        'seasonstats_fallback',
        'dados_desatualizados',
        'amostra_reduzida',
      ]);
    });
  });

  describe('where nothing older is stored', () => {
    beforeEach(refill);

    it.each(['preview', 'standings', 'referee'] as const)('of the optional %s: it is done without', async (kind) => {
      await forget(kind);
      breakAll([kind], fault);
      const stats = await ask(STATS);
      expect(stats).toMatchObject({ status: 200, warning: null });
      expect(adjustments(stats)).toEqual([]);
    });

    it('of matches: the smaller source serves where it can be asked, else totals of the season', async () => {
      await forget('match', 'season-stats');
      await forgetStatistics();
      breakAll(['match'], fault);
      const stats = await ask(STATS);
      expect(stats.status).toBe(200);
      expect(stats.warning).toBe(isAnswered(fault) ? null : INCOMPLETE);
      expect(adjustments(stats)).toEqual(isAnswered(fault) ? [] : ['seasonstats_fallback', 'amostra_reduzida']);
      expect(stats.body.mandante?.estatisticas.escanteios.feitos.media).toBeGreaterThan(0);
      const { sofridos } = stats.body.mandante?.estatisticas.escanteios ?? {};
      if (!isAnswered(fault)) expect(sofridos).toMatchObject({ media: null, classificacao: 'N/A' });
    });

    it('of one match: the sample is smaller, and it is said', async () => {
      const [{ id }] = await test.app.database.sql<{ id: string }>(
        `select m.public_id as id from match m join external_ref h on h.internal_id = m.team_a_id and h.kind = 'team'
         where h.external_id = $1 and m.status = 'finished' and m.tournament_id =
           (select internal_id from external_ref where kind = 'tournament' and external_id = $2)
         order by m.kickoff_at desc limit 1`,
        [DOCUMENTED_IDS.arsenal, DOCUMENTED_IDS.premierLeague],
      );
      await forgetStatistics();
      await sql(`delete from provider_resource where kind = 'match'`);
      for (const endpoint of ['match', 'playedStats'] as const) test.upstream.break(endpoint, fault, { about: id });
      const stats = await ask(STATS);
      expect(stats).toMatchObject({ status: 200, warning: INCOMPLETE, cacheControl: 'no-store' });
      expect(adjustments(stats)).toEqual(['amostra_reduzida']);
      expect(stats.body.partidas_analisadas).toBe(4);
    });

    it('of matches and of totals of the season: 500, and 200 once it is over', async () => {
      await forget('match', 'season-stats');
      await forgetStatistics();
      breakAll(['match', 'playedStats'], { kind: 'reset' });
      breakAll(['seasonStats'], fault);
      expect(await ask(STATS)).toMatchObject({
        status: 500,
        cacheControl: 'no-store',
        body: { detail: 'Erro ao calcular estatísticas' },
      });
      await refill();
    });

    it('of the calendar: 500, and 200 once it is over', async () => {
      await forgetEverything();
      breakAll(['calendar'], fault);
      expect(await ask(DAY)).toMatchObject({
        status: 500,
        cacheControl: 'no-store',
        body: { detail: 'Erro ao buscar partidas da VStats API' },
      });
      expect(await ask('/api/competicoes')).toMatchObject({
        status: 500,
        body: { detail: 'Erro ao buscar lista de competições' },
      });
      await refill();
    });

    it("of one competition's schedule: the others are listed, and it is said", async () => {
      await forgetEverything();
      test.upstream.break('season', fault, { about: DOCUMENTED_IDS.laLiga });
      const day = await ask(DAY);
      expect(day).toMatchObject({ status: 200, warning: INCOMPLETE, cacheControl: 'no-store' });
      expect(day.body.partidas?.map(({ competicao }) => competicao)).not.toContain('La Liga');
    });

    it('of all schedules: 500', async () => {
      await forgetEverything();
      breakAll(['season'], fault);
      expect(await ask(DAY)).toMatchObject({ status: 500, body: { detail: 'Erro ao buscar partidas da VStats API' } });
      expect(await ask(STATS)).toMatchObject({ status: 500, body: { detail: 'Erro ao calcular estatísticas' } });
    });

    it('of a match nobody has listed: 500; one that does not exist is 404', async () => {
      await forgetEverything();
      breakAll(['match', 'playedStats'], fault);
      expect(await ask(STATS)).toMatchObject({ status: 500, body: { detail: 'Erro ao calcular estatísticas' } });
      test.upstream.mend();
      await until(async () => (await ask('/api/partida/abc123xyz/stats')).status === 404);
    });

    it('of badges: the direct address serves; a name alone leads nowhere', async () => {
      await sql(`update team set team_logo_url = null`);
      await forget('badge', 'day-badges');
      breakAll(['badge'], fault);
      expect(await ask(BADGE)).toMatchObject({ status: 200, body: { team_name: 'Arsenal', fonte: 'Opta' } });
      expect(await ask('/api/time/nobody/escudo?nome=Quem')).toMatchObject({
        status: 500,
        body: { detail: 'Erro ao buscar escudo do time' },
      });
      expect(await ask(DAY)).toMatchObject({ status: 200, warning: null });
    });
  });
});
