import { createRandom } from '#core/kernel/random.js';
import { confidenceLevel, confidenceOf } from '#core/soccer/analysis/confidence.js';
import { type SampledCount, sideInterval, standardDraws } from '#core/soccer/analysis/count-forecast.js';
import { type CountMarket, countMarket, forecastFixture, POSTERIOR_DRAWS } from '#core/soccer/analysis/count-market.js';
import { type Metric, perMetric } from '#core/soccer/analysis/metric.js';
import { dispersionOf, INTERVAL_LEVEL } from '#core/soccer/analysis/over-under.js';
import type { StatPeriod } from '#modules/matches/index.js';
import type {
  Adjustment,
  Expectation,
  ExpectedCounts,
  MatchAnalysis,
  MatchStatistics,
  OverUnderMarket,
} from './analysis.types.js';
import { ofSide, sampleWeight } from './match-statistics.js';
import type { Past } from './past.repository.js';
import { countsOf, leagueCountsOf, leagueMatchesOf } from './sample-periods.js';
import type { SampleRow } from './samples.sql.js';

/** The same for all analyses (common random numbers): two differ by what is known of the matches, not by luck. */
const DRAWS = standardDraws(createRandom('match analysis'), POSTERIOR_DRAWS);

/** Expected counts and over/under chances. The same arguments always give the same answer. */
export function matchAnalysis(statistics: MatchStatistics, { samples, league: history }: Past): MatchAnalysis {
  const { match, request, periods } = statistics;
  const league = leagueMatchesOf(history, request.period);
  let refereeCounts = false;
  const parts = perMetric((metric) => {
    const period = periods[metric];
    const fixture = {
      home: match.home.id,
      away: match.away.id,
      homeSample: sampledCounts(samples, 'home', metric, period),
      awaySample: sampledCounts(samples, 'away', metric, period),
    };
    const counts = leagueCountsOf(history, request.period, metric, period);
    const market = countMarket(forecastFixture(league, counts, fixture, metric, period), DRAWS);
    refereeCounts ||= market.refereeCounts;
    return described(metric, market);
  });
  const adjustments: Adjustment[] = [...statistics.context.adjustments];
  if (history.length > 0 && samples.length > 0) adjustments.push('opponents');
  if (refereeCounts) adjustments.push('referee');
  return {
    ...statistics,
    context: { ...statistics.context, adjustments },
    expected: perMetric((metric) => parts[metric].expected),
    overUnder: perMetric((metric) => parts[metric].overUnder),
  };
}

function sampledCounts(
  samples: readonly SampleRow[],
  side: 'home' | 'away',
  metric: Metric,
  period: StatPeriod,
): SampledCount[] {
  return ofSide(samples, side).map((row) => ({
    atHome: row.atHome,
    opponent: row.opponent,
    weight: sampleWeight(row),
    ...countsOf(row, metric, period),
  }));
}

function described(
  metric: Metric,
  { forecast, law, lines, meanInterval, countInterval }: CountMarket,
): { expected: ExpectedCounts; overUnder: OverUnderMarket } {
  const { home, away, homeSpread, awaySpread, sharedSpread } = forecast;
  const total = expectation(home + away, meanInterval);
  return {
    expected: {
      home: expectation(home, sideInterval(home, homeSpread, sharedSpread)),
      away: expectation(away, sideInterval(away, awaySpread, sharedSpread)),
      total,
    },
    overUnder: {
      metric,
      distribution: law.kind,
      dispersion: dispersionOf(law),
      mean: home + away,
      homeMean: home,
      awayMean: away,
      intervalLevel: INTERVAL_LEVEL,
      confidence: total.confidence,
      level: total.level,
      lines,
      meanInterval,
      countInterval,
    },
  };
}

function expectation(value: number, { lower, upper }: { lower: number; upper: number }): Expectation {
  const confidence = confidenceOf(value, lower, upper);
  return { value, confidence, level: confidenceLevel(confidence) };
}
