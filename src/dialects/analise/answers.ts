import { Injectable } from '@nestjs/common';
import { NotFound } from '#core/kernel/domain-error.js';
import { AnalysisService, type MatchAnalysis } from '#modules/analysis/index.js';
import { Freshness, type ListGround, type ProvidedBadge } from '#modules/providers/index.js';
import { echo } from './analise.ids.js';
import { analysisView, debugAmostraView, statsOf } from './analise.view.js';
import { cacheKey, cacheTag, tagsOfAnalysis, TIME_LIMIT, TTL } from './cache-policy.js';
import type { Client } from './client.js';
import type { CompeticaoListResponse } from './competicoes.schema.js';
import { competicaoListView } from './competicoes.view.js';
import type { EscudoResponse } from './escudo.schema.js';
import { escudoView } from './escudo.view.js';
import { type AnaliseQuery, type EstatisticasQuery, sampleRequest, wantsDebug } from './estatisticas.query.js';
import type { PartidaListResponse } from './partida.schema.js';
import { partidaListView } from './partida.view.js';
import { type Answer, answer, type Warning } from './qualified-answer.js';
import { type CachePolicy, ResponseCache } from './response-cache.js';
import { SharedWait } from './shared-wait.js';
import { withinTime } from './within-time.js';

/**
 * Both answers about a match that one analysis gives; kept together under the document's one key, and as bytes of JSON,
 * for they are written once and sent often.
 */
interface MatchAnswers {
  tags: string[];
  warnings: Warning[];
  stats: Buffer;
  analysis: Buffer;
}

interface ListAnswer<View> {
  view: View;
  warnings: Warning[];
}

const jsonBytes = (view: object): Buffer => Buffer.from(JSON.stringify(view));

const milliseconds = (seconds: number): number => seconds * 1_000;

/** The answers of the five routes, kept as long as the contract says. What is not as it should be says so and is not kept. */
@Injectable()
export class AnaliseAnswers {
  readonly #waits = new SharedWait();

  constructor(
    private readonly analysis: AnalysisService,
    private readonly cache: ResponseCache,
    private readonly freshness: Freshness,
  ) {}

  /** An empty day is not kept: its matches may be on their way. */
  async partidas(data: string, client: Client): Promise<Answer<PartidaListResponse>> {
    const { view, warnings } = await this.#remember<ListAnswer<PartidaListResponse> & { ids: number[] }>(
      cacheKey.partidas(data),
      client,
      {
        ttlMs: ({ view, warnings }) =>
          view.total_partidas === 0 || warnings.length > 0 ? 0 : milliseconds(TTL.partidas),
        tags: ({ ids }) => [cacheTag.day(data), ...ids.map(cacheTag.match)],
        timeMs: TIME_LIMIT.lists,
      },
      async (signal) => {
        const ground = await this.freshness.ofDay(data, signal);
        const matches = await this.analysis.listMatches(data);
        const ids = matches.map(({ id }) => id);
        return { ids, view: partidaListView(data, matches), warnings: warningsOfList(ground) };
      },
    );
    return answer(view, warnings);
  }

  /** A `StatsResponse` as JSON. */
  async stats(matchId: string, query: EstatisticasQuery, client: Client): Promise<Answer<Buffer>> {
    const { stats, warnings } = await this.#match(matchId, query, client);
    return answer(stats, warnings);
  }

  /**
   * A `StatsAnalysisResponse` as JSON. For debugging with the sample that was used; that answer is neither read from
   * the cache nor written to it.
   */
  async analise(matchId: string, query: AnaliseQuery, client: Client): Promise<Answer<Buffer>> {
    if (!wantsDebug(query)) {
      const { analysis, warnings } = await this.#match(matchId, query, client);
      return answer(analysis, warnings);
    }
    const making = this.analysis.analyse(matchId, sampleRequest(query), client.signal);
    const analysis = await withinTime(TIME_LIMIT.match, making);
    const view = { ...analysisView(analysis, query.filtro), debug_amostra: debugAmostraView(analysis) };
    return answer(jsonBytes(view), warningsOfMatch(analysis));
  }

  async competicoes(client: Client): Promise<Answer<CompeticaoListResponse>> {
    const { view, warnings } = await this.#remember<ListAnswer<CompeticaoListResponse>>(
      cacheKey.competicoes(),
      client,
      {
        ttlMs: ({ view, warnings }) => (view.total === 0 || warnings.length > 0 ? 0 : milliseconds(TTL.competicoes)),
        tags: () => [cacheTag.competitions],
        timeMs: TIME_LIMIT.lists,
      },
      async (signal) => {
        const ground = await this.freshness.ofTournaments(signal);
        return {
          view: competicaoListView(await this.analysis.listTournaments(), ground.spansTwoYears),
          warnings: warningsOfList(ground),
        };
      },
    );
    return answer(view, warnings);
  }

  /**
   * By the id, else by the name, among the badges that are stored, else among those of the providers.
   * @throws NotFound when nothing leads to a badge.
   */
  async escudo(teamId: string, nome: string | undefined, client: Client): Promise<EscudoResponse> {
    const found =
      (await this.#storedEscudo(teamId)) ??
      (nome === undefined ? null : await this.#storedEscudo(teamId, nome)) ??
      (await this.#providedEscudo(teamId, nome, client));
    if (!found) throw new NotFound('Badge of team', echo(teamId));
    return found;
  }

  #storedEscudo(teamId: string, nome?: string): Promise<EscudoResponse | null> {
    return this.cache.remember<EscudoResponse | null>(
      cacheKey.escudo(teamId, nome),
      { ttlMs: (found) => milliseconds(found ? TTL.escudo : TTL.noEscudo), tags: () => [] },
      async () => {
        const badge = await this.analysis.findBadge(teamId, nome);
        return badge ? escudoView(teamId, badge.team.name, badge.url) : null;
      },
    );
  }

  async #providedEscudo(teamId: string, nome: string | undefined, client: Client): Promise<EscudoResponse | null> {
    const badge = await this.#remember(
      cacheKey.escudoFromProvider(teamId, nome),
      client,
      {
        ttlMs: (found: ProvidedBadge | undefined) =>
          milliseconds(found && !found.isProvisional ? TTL.escudo : TTL.noEscudo),
        tags: () => [],
        timeMs: TIME_LIMIT.badge,
      },
      (signal) => this.freshness.findBadge(teamId, nome, signal),
    );
    return badge ? escudoView(teamId, badge.teamName, badge.url) : null;
  }

  #match(matchId: string, query: EstatisticasQuery, client: Client): Promise<MatchAnswers> {
    return this.#remember(
      cacheKey.stats(matchId, query),
      client,
      {
        ttlMs: ({ warnings }) => (warnings.length > 0 ? 0 : milliseconds(TTL.stats)),
        tags: ({ tags }) => tags,
        timeMs: TIME_LIMIT.match,
      },
      async (signal) => {
        const analysis = await this.analysis.analyse(matchId, sampleRequest(query), signal);
        return {
          tags: tagsOfAnalysis(analysis),
          warnings: warningsOfMatch(analysis),
          stats: jsonBytes(statsOf(analysis, query.filtro)),
          analysis: jsonBytes(analysisView(analysis, query.filtro)),
        };
      },
    );
  }

  /**
   * What is kept, or what is made in the time there is; the production is stopped when all its clients have left.
   * @throws Unavailable when the time is up.
   */
  async #remember<T>(
    key: string,
    client: Client,
    policy: CachePolicy<T> & { timeMs: number },
    produce: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const kept = await this.cache.find<T>(key);
    if (kept) return kept.value;
    const making = this.#waits.run(key, client.signal, (signal) =>
      this.cache.remember(key, policy, () => produce(signal)),
    );
    return withinTime(policy.timeMs, making);
  }
}

function warningsOfMatch({ context: { adjustments } }: MatchAnalysis): Warning[] {
  return [
    ...(adjustments.includes('stale-data') ? ['stale' as const] : []),
    ...(adjustments.includes('reduced-sample') ? ['incomplete' as const] : []),
  ];
}

function warningsOfList({ isStale, missing }: ListGround): Warning[] {
  return [...(isStale ? ['stale' as const] : []), ...(missing.length > 0 ? ['incomplete' as const] : [])];
}
