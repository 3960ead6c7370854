import { Injectable } from '@nestjs/common';
import { NotFound } from '#core/kernel/domain-error.js';
import { AnalysisService } from '#modules/analysis/index.js';
import { echo } from './analise.ids.js';
import { analysisView, debugAmostraView, statsOf } from './analise.view.js';
import { cacheKey, cacheTag, tagsOfAnalysis, TTL } from './cache-policy.js';
import type { CompeticaoListResponse } from './competicoes.schema.js';
import { competicaoListView } from './competicoes.view.js';
import type { EscudoResponse } from './escudo.schema.js';
import { escudoView } from './escudo.view.js';
import { type AnaliseQuery, type EstatisticasQuery, sampleRequest, wantsDebug } from './estatisticas.query.js';
import type { PartidaListResponse } from './partida.schema.js';
import { partidaListView } from './partida.view.js';
import { ResponseCache } from './response-cache.js';

/**
 * Both answers about a match that one analysis gives; kept together under the document's one key, and as JSON text, for
 * they are written once and sent often.
 */
interface MatchAnswers {
  tags: string[];
  stats: string;
  analysis: string;
}

const milliseconds = (seconds: number): number => seconds * 1_000;

/** The answers of the five routes, kept as long as the contract says. */
@Injectable()
export class AnaliseAnswers {
  constructor(
    private readonly analysis: AnalysisService,
    private readonly cache: ResponseCache,
  ) {}

  /** An empty day is not kept: its matches may be on their way. */
  async partidas(data: string): Promise<PartidaListResponse> {
    const { view } = await this.cache.remember(
      cacheKey.partidas(data),
      {
        ttlMs: ({ view }) => (view.total_partidas === 0 ? 0 : milliseconds(TTL.partidas)),
        tags: ({ ids }) => [cacheTag.day(data), ...ids.map(cacheTag.match)],
      },
      async () => {
        const matches = await this.analysis.listMatches(data);
        return { ids: matches.map(({ id }) => id), view: partidaListView(data, matches) };
      },
    );
    return view;
  }

  /** A `StatsResponse` as JSON text. */
  async stats(matchId: string, query: EstatisticasQuery): Promise<string> {
    return (await this.#match(matchId, query)).stats;
  }

  /**
   * A `StatsAnalysisResponse` as JSON text. For debugging with the sample that was used; that answer is neither read from
   * the cache nor written to it.
   */
  async analise(matchId: string, query: AnaliseQuery): Promise<string> {
    if (!wantsDebug(query)) return (await this.#match(matchId, query)).analysis;
    const analysis = await this.analysis.analyse(matchId, sampleRequest(query));
    return JSON.stringify({ ...analysisView(analysis, query.filtro), debug_amostra: debugAmostraView(analysis) });
  }

  async competicoes(): Promise<CompeticaoListResponse> {
    return this.cache.remember(
      cacheKey.competicoes(),
      {
        ttlMs: ({ total }) => (total === 0 ? 0 : milliseconds(TTL.competicoes)),
        tags: () => [cacheTag.competitions],
      },
      async () => competicaoListView(await this.analysis.listTournaments()),
    );
  }

  /**
   * By the id, else by the name.
   * @throws NotFound when neither leads to a badge.
   */
  async escudo(teamId: string, nome?: string): Promise<EscudoResponse> {
    const found = (await this.#escudo(teamId)) ?? (nome === undefined ? null : await this.#escudo(teamId, nome));
    if (!found) throw new NotFound('Badge of team', echo(teamId));
    return found;
  }

  #escudo(teamId: string, nome?: string): Promise<EscudoResponse | null> {
    return this.cache.remember<EscudoResponse | null>(
      cacheKey.escudo(teamId, nome),
      { ttlMs: (found) => milliseconds(found ? TTL.escudo : TTL.noEscudo), tags: () => [] },
      async () => {
        const badge = await this.analysis.findBadge(teamId, nome);
        return badge ? escudoView(teamId, badge) : null;
      },
    );
  }

  #match(matchId: string, query: EstatisticasQuery): Promise<MatchAnswers> {
    return this.cache.remember(
      cacheKey.stats(matchId, query),
      { ttlMs: () => milliseconds(TTL.stats), tags: ({ tags }) => tags },
      async () => {
        const analysis = await this.analysis.analyse(matchId, sampleRequest(query));
        return {
          tags: tagsOfAnalysis(analysis),
          stats: JSON.stringify(statsOf(analysis, query.filtro)),
          analysis: JSON.stringify(analysisView(analysis, query.filtro)),
        };
      },
    );
  }
}
