import { expect } from 'vitest';
import { DOCUMENTED_IDS, type EndpointName, type Fault } from '../support/fake-upstream/index.js';
import { until } from '../support/feed.js';
import type { Lane } from './lanes.js';
import type { Day, Stats } from './provided-app.js';

export const DAY = '/api/partidas?data=2025-12-27';
export const STATS = `/api/partida/${DOCUMENTED_IDS.match}/stats?filtro=5`;
const BADGE = `/api/time/${DOCUMENTED_IDS.arsenal}/escudo`;

const STALE = '111 touchline "Revalidation Failed"';
const INCOMPLETE = '199 touchline "Incomplete: a provider did not tell everything"';
/** Answers that say so are given and not kept. */
const SERVED_STALE = { status: 200, warning: STALE, cacheControl: 'no-store' };

/** What is asked of an application whose provider has the fault, and what has to come of it. */
type Case = (lane: Lane, fault: Fault) => Promise<void>;

interface Outcome {
  status: number;
  warning: string | null;
  cacheControl: string | null;
  body: Partial<Stats & Day> & { detail?: string };
}

async function ask(lane: Lane, path: string): Promise<Outcome> {
  lane.forgetAnswers();
  const answer = await lane.get(path);
  return {
    status: answer.status,
    warning: answer.headers.get('warning'),
    cacheControl: answer.headers.get('cache-control'),
    body: (await answer.json()) as Outcome['body'],
  };
}

const adjustments = ({ body }: Outcome): string[] | undefined => body.contexto?.ajustes_aplicados;

/** The endpoints have the fault, from now on. */
function breakAll(lane: Lane, endpoints: EndpointName[], fault: Fault): void {
  // Without this, badges are left alone for a minute after status 429, also in the cases to come.
  const sent: Fault = fault.kind === 'status' && fault.status === 429 ? { ...fault, retryAfter: '0' } : fault;
  for (const endpoint of endpoints) lane.upstream.break(endpoint, sent);
}

/** The provider is well again: everything is there, and nothing is said against it. */
async function expectRecovery(lane: Lane, ...paths: string[]): Promise<void> {
  lane.upstream.mend();
  for (const path of paths) {
    await until(async () => {
      const { status, warning } = await ask(lane, path);
      return status === 200 && warning === null;
    });
  }
}

const forget = (lane: Lane, ...kinds: string[]) =>
  lane.sql('delete from provider_resource where kind = any ($1)', [kinds]);
const expire = (lane: Lane, ...kinds: string[]) =>
  lane.sql(
    `update provider_resource set fetched_at = now() - interval '400 days', fresh_until = now() - interval '300 days',
       failed_at = null where kind = any ($1)`,
    [kinds],
  );
/** As if no match had been told in detail yet; what was taken away by hand would stay away. */
async function forgetMatches(lane: Lane): Promise<void> {
  await forget(lane, 'match', 'season-stats');
  await lane.sql('delete from match_stat_line');
  await lane.sql(`update external_ref set digest = null where kind = 'match'`);
}

/** After an answer, however bad, the smaller source of a match's statistics is asked too; a silent host is left alone. */
const isAnswered = ({ kind }: Fault): boolean => !['delay', 'silence', 'reset', 'cut'].includes(kind);

const OPTIONAL = ['preview', 'standings', 'referee'] as const;

const staleOptional = (kind: (typeof OPTIONAL)[number]): Case =>
  async function (lane, fault) {
    await expire(lane, kind);
    breakAll(lane, [kind], fault);
    const stats = await ask(lane, STATS);
    expect(stats).toMatchObject(SERVED_STALE);
    expect(adjustments(stats)).toEqual(['dados_desatualizados']);
    expect(lane.upstream.callCounts).toEqual({ [kind]: 1 });
    await expectRecovery(lane, STATS);
  };

const missingOptional = (kind: (typeof OPTIONAL)[number]): Case =>
  async function (lane, fault) {
    await forget(lane, kind);
    breakAll(lane, [kind], fault);
    const stats = await ask(lane, STATS);
    expect(stats).toMatchObject({ status: 200, warning: null });
    expect(adjustments(stats)).toEqual([]);
    expect(lane.upstream.callCounts).toEqual({ [kind]: 1 });
  };

export const STALE_CASES: Readonly<Record<string, Case>> = {
  async 'behaviour 46, of the calendar and of schedules: they serve, it is said and not kept, and then it is over'(
    lane,
    fault,
  ) {
    await expire(lane, 'tournaments', 'season');
    breakAll(lane, ['calendar', 'season'], fault);
    const day = await ask(lane, DAY);
    expect(day).toMatchObject(SERVED_STALE);
    expect(day.body.total_partidas).toBeGreaterThan(0);
    expect(await ask(lane, '/api/competicoes')).toMatchObject(SERVED_STALE);
    const stats = await ask(lane, STATS);
    expect(stats).toMatchObject(SERVED_STALE);
    expect(adjustments(stats)).toEqual(['dados_desatualizados']);
    await expectRecovery(lane, DAY, STATS);
  },
  'of the optional preview: they serve, and it is said': staleOptional('preview'),
  'of the optional standings: they serve, and it is said': staleOptional('standings'),
  'of the optional referee: they serve, and it is said': staleOptional('referee'),
  async 'of matches: they serve, and it is said'(lane, fault) {
    await expire(lane, 'match');
    breakAll(lane, ['match', 'playedStats'], fault);
    const stats = await ask(lane, STATS);
    expect(stats).toMatchObject(SERVED_STALE);
    expect(adjustments(stats)).toEqual(['dados_desatualizados']);
    expect(stats.body.partidas_analisadas).toBe(5);
    await expectRecovery(lane, STATS);
  },
  async 'of totals of the season: they serve, and it is said'(lane, fault) {
    await forgetMatches(lane);
    breakAll(lane, ['match', 'playedStats'], { kind: 'reset' });
    await ask(lane, STATS);
    await expire(lane, 'season-stats');
    breakAll(lane, ['seasonStats'], fault);
    expect(adjustments(await ask(lane, STATS))).toEqual([
      'seasonstats_fallback',
      'dados_desatualizados',
      'amostra_reduzida',
    ]);
  },
};

export const FRESH_CASES: Readonly<Record<string, Case>> = {
  'of the optional preview: it is done without': missingOptional('preview'),
  'of the optional standings: it is done without': missingOptional('standings'),
  'of the optional referee: it is done without': missingOptional('referee'),
  async 'behaviour 21, of matches: the smaller source serves where it can be asked, else totals of the season'(
    lane,
    fault,
  ) {
    await forgetMatches(lane);
    breakAll(lane, ['match'], fault);
    const stats = await ask(lane, STATS);
    expect(stats.status).toBe(200);
    expect(stats.warning).toBe(isAnswered(fault) ? null : INCOMPLETE);
    expect(adjustments(stats)).toEqual(isAnswered(fault) ? [] : ['seasonstats_fallback', 'amostra_reduzida']);
    const { feitos, sofridos } = stats.body.mandante?.estatisticas.escanteios ?? {};
    expect(feitos?.media).toBeGreaterThan(0);
    if (!isAnswered(fault)) expect(sofridos).toMatchObject({ media: null, classificacao: 'N/A' });
  },
  async 'of one match: the sample is smaller, and it is said'(lane, fault) {
    const [{ id }] = (await lane.sql(
      `select m.public_id as id from match m join external_ref h on h.internal_id = m.team_a_id and h.kind = 'team'
       where h.external_id = $1 and m.status = 'finished' and m.tournament_id =
         (select internal_id from external_ref where kind = 'tournament' and external_id = $2)
       order by m.kickoff_at desc limit 1`,
      [DOCUMENTED_IDS.arsenal, DOCUMENTED_IDS.premierLeague],
    )) as [{ id: string }];
    await forgetMatches(lane);
    for (const endpoint of ['match', 'playedStats'] as const) lane.upstream.break(endpoint, fault, { about: id });
    const stats = await ask(lane, STATS);
    expect(stats).toMatchObject({ status: 200, warning: INCOMPLETE, cacheControl: 'no-store' });
    expect(adjustments(stats)).toEqual(['amostra_reduzida']);
    expect(stats.body.partidas_analisadas).toBe(4);
  },
  async 'of matches and of totals of the season: 500, and 200 once it is over'(lane, fault) {
    await forgetMatches(lane);
    breakAll(lane, ['match', 'playedStats'], { kind: 'reset' });
    breakAll(lane, ['seasonStats'], fault);
    expect(await ask(lane, STATS)).toMatchObject({
      status: 500,
      cacheControl: 'no-store',
      body: { detail: 'Erro ao calcular estatísticas' },
    });
    await expectRecovery(lane, STATS);
  },
  async 'of the calendar: 500, and 200 once it is over'(lane, fault) {
    await lane.empty();
    breakAll(lane, ['calendar'], fault);
    expect(await ask(lane, DAY)).toMatchObject({
      status: 500,
      cacheControl: 'no-store',
      body: { detail: 'Erro ao buscar partidas da VStats API' },
    });
    expect(await ask(lane, '/api/competicoes')).toMatchObject({
      status: 500,
      body: { detail: 'Erro ao buscar lista de competições' },
    });
    await expectRecovery(lane, DAY, STATS);
  },
  async "of one competition's schedule: the others are listed, and it is said"(lane, fault) {
    await lane.empty();
    lane.upstream.break('season', fault, { about: DOCUMENTED_IDS.laLiga });
    const day = await ask(lane, DAY);
    expect(day).toMatchObject({ status: 200, warning: INCOMPLETE, cacheControl: 'no-store' });
    expect(day.body.partidas?.map(({ competicao }) => competicao)).not.toContain('La Liga');
  },
  async 'of all schedules: 500'(lane, fault) {
    await lane.empty();
    breakAll(lane, ['season'], fault);
    expect(await ask(lane, DAY)).toMatchObject({
      status: 500,
      body: { detail: 'Erro ao buscar partidas da VStats API' },
    });
    expect(await ask(lane, STATS)).toMatchObject({ status: 500, body: { detail: 'Erro ao calcular estatísticas' } });
  },
  async 'of a match nobody has listed: 500; one that does not exist is 404'(lane, fault) {
    await lane.empty();
    breakAll(lane, ['match', 'playedStats'], fault);
    expect(await ask(lane, STATS)).toMatchObject({ status: 500, body: { detail: 'Erro ao calcular estatísticas' } });
    lane.upstream.mend();
    await until(async () => (await ask(lane, '/api/partida/abc123xyz/stats')).status === 404);
  },
  async 'of badges: the direct address serves; a name alone leads nowhere'(lane, fault) {
    await lane.sql(`update team set team_logo_url = null`);
    await forget(lane, 'badge', 'day-badges');
    breakAll(lane, ['badge'], fault);
    expect(await ask(lane, BADGE)).toMatchObject({ status: 200, body: { team_name: 'Arsenal', fonte: 'Opta' } });
    expect(await ask(lane, '/api/time/nobody/escudo?nome=Arsen')).toMatchObject({
      status: 500,
      body: { detail: 'Erro ao buscar escudo do time' },
    });
    expect(lane.upstream.callCounts).toEqual({ badge: 2 });
    expect(await ask(lane, DAY)).toMatchObject({ status: 200, warning: null });
  },
};
