import type { MetricSides, MetricSummary, TeamStatistics } from '#modules/analysis/index.js';
import { round } from './analise.rounding.js';
import { RATING_WORDS } from './analise.words.js';
import type { EstatisticaFeitos, EstatisticaMetrica, TimeComEstatisticas } from './estatisticas.schema.js';

/** Without two matches, or with a mean of 0, nothing can be said of the variation: "N/A", never "confident". */
export function metricaView({ mean, cv, rating, stability }: MetricSummary): EstatisticaMetrica {
  return {
    media: mean === null ? null : round(mean, 2),
    cv: cv === null ? 1 : round(cv, 2),
    classificacao: rating === null ? 'N/A' : RATING_WORDS[rating],
    estabilidade: stability,
  };
}

const feitosView = (sides: MetricSides): EstatisticaFeitos => ({
  feitos: metricaView(sides.for),
  sofridos: metricaView(sides.against),
});

export function timeComEstatisticasView({ team, metrics, recentForm }: TeamStatistics): TimeComEstatisticas {
  return {
    id: team.publicId,
    nome: team.name,
    escudo: team.badgeUrl,
    estatisticas: {
      escanteios: feitosView(metrics.corners),
      gols: feitosView(metrics.goals),
      finalizacoes: feitosView(metrics.shots),
      finalizacoes_gol: feitosView(metrics.shotsOnTarget),
      cartoes_amarelos: metricaView(metrics.yellowCards.for),
      faltas: metricaView(metrics.fouls.for),
    },
    recent_form: recentForm,
  };
}
