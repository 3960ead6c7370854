import type { MatchAnalysis, MatchStatistics, SampleVenue, TeamStatistics } from '#modules/analysis/index.js';
import { round } from './analise.rounding.js';
import type { DebugAmostra, DebugAmostraTime, StatsAnalysisResponse, StatsResponse } from './analise.schema.js';
import { PERIOD_WORDS, perMetrica, VENUE_WORDS } from './analise.words.js';
import { arbitroView, contextoView, h2hView } from './contexto.view.js';
import type { Filtro } from './estatisticas.query.js';
import { timeComEstatisticasView } from './estatisticas.view.js';
import { overUnderView } from './over-under.view.js';
import { partidaView } from './partida.view.js';
import { previsaoView } from './previsoes.view.js';

const WEIGHT_DECIMALS = 6;

export function statsView(statistics: MatchStatistics, filtro: Filtro): StatsResponse {
  const { match, home, away, context, headToHead, referee } = statistics;
  return {
    partida: partidaView(match),
    filtro_aplicado: filtro,
    partidas_analisadas: statistics.sampleSize,
    partidas_analisadas_mandante: home.sampleSize,
    partidas_analisadas_visitante: away.sampleSize,
    mandante: timeComEstatisticasView(home),
    visitante: timeComEstatisticasView(away),
    arbitro: arbitroView(referee),
    contexto: contextoView(context, headToHead),
    h2h_all_comps: h2hView(headToHead),
    amostra_suficiente: statistics.enoughMatches,
  };
}

/** The statistics within an analysis: what moved only the expected values is no matter of theirs. */
export function statsOf(analysis: MatchAnalysis, filtro: Filtro): StatsResponse {
  const adjustments = analysis.context.adjustments.filter((name) => name !== 'opponents' && name !== 'referee');
  return statsView({ ...analysis, context: { ...analysis.context, adjustments } }, filtro);
}

export function analysisView(analysis: MatchAnalysis, filtro: Filtro): StatsAnalysisResponse {
  return {
    ...statsView(analysis, filtro),
    previsoes: perMetrica(({ metric }) => previsaoView(analysis.expected[metric])),
    over_under: perMetrica((words) => overUnderView(analysis.overUnder[words.metric], words)),
  };
}

function debugTime(
  { sample, sampleSize, metrics }: TeamStatistics,
  { limit, period }: MatchStatistics['request'],
  venue: SampleVenue | null,
): DebugAmostraTime {
  // Totals of a season name no matches.
  const isTotals = sampleSize > sample.length;
  const isCounted = Object.values(metrics).some((sides) => sides.for.observations > 0);
  return {
    source: isTotals ? 'seasonstats_fallback' : 'matches',
    limit,
    periodo: PERIOD_WORDS[period],
    mando: venue && VENUE_WORDS[venue],
    n_used: sampleSize,
    match_ids: sample.map(({ publicId }) => publicId),
    match_dates: sample.map(({ localDate }) => localDate),
    weights: sample.map(({ weight }) => round(weight, WEIGHT_DECIMALS)),
    reason: sampleSize === 0 ? 'no_matches' : isCounted ? null : 'no_match_stats',
  };
}

export function debugAmostraView({ home, away, request }: MatchStatistics): DebugAmostra {
  return {
    mandante: debugTime(home, request, request.homeVenue),
    visitante: debugTime(away, request, request.awayVenue),
  };
}
