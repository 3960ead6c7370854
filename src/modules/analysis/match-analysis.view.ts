import { METRICS } from '#core/soccer/analysis/metric.js';
import type { SampledMatchObject, TeamSampleObject } from './analysis-context.object.js';
import type { MatchAnalysis, TeamStatistics } from './analysis.types.js';
import type { MatchAnalysisObject, MetricStatisticsObject } from './match-analysis.object.js';

/** An analysis as the schema has it: metrics in lists, the rest by name. */
export function matchAnalysisView(analysis: MatchAnalysis): MatchAnalysisObject {
  const { home, away, periods, expected, overUnder } = analysis;
  const statistics = ({ metrics }: TeamStatistics): MetricStatisticsObject[] =>
    METRICS.map((metric) => ({ metric, period: periods[metric], ...metrics[metric] }));
  return {
    sampleSize: analysis.sampleSize,
    enoughMatches: analysis.enoughMatches,
    home: statistics(home),
    away: statistics(away),
    homeSample: sampleView(home),
    awaySample: sampleView(away),
    expected: METRICS.map((metric) => {
      const counts = expected[metric];
      const { confidence, level } = counts.total;
      return {
        metric,
        home: counts.home.value,
        away: counts.away.value,
        total: counts.total.value,
        confidence,
        confidenceLevel: level,
      };
    }),
    overUnder: METRICS.map((metric) => {
      const { level, ...market } = overUnder[metric];
      return { ...market, period: periods[metric], confidenceLevel: level };
    }),
    context: analysis.context,
    headToHead: analysis.headToHead,
    referee: analysis.referee,
  };
}

function sampleView({ sampleSize, recentForm, sample }: TeamStatistics): TeamSampleObject {
  return {
    size: sampleSize,
    form: recentForm.toReversed().join(''),
    matches: sample.map(({ id, localDate, weight }): SampledMatchObject => ({ matchId: id, date: localDate, weight })),
  };
}
