import { createRandom } from '#core/kernel/random.js';
import { confidenceLevel, confidenceOf } from '#core/soccer/analysis/confidence.js';
import {
  type CountForecast,
  drawTotals,
  forecastCounts,
  sideInterval,
  standardDraws,
} from '#core/soccer/analysis/count-forecast.js';
import { COUNT_TRAITS } from '#core/soccer/analysis/count-traits.js';
import { type CountedMatch, fitLeagueCounts, type LeagueCounts } from '#core/soccer/analysis/league-counts.js';
import { type Metric, perMetric } from '#core/soccer/analysis/metric.js';
import { FULL_TIME_RHO, INTERVAL_LEVEL, overUnder, type TotalLaw } from '#core/soccer/analysis/over-under.js';
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
import { countsOf, leagueCountsOf } from './sample-periods.js';
import type { LeagueRow, SampleRow } from './samples.repository.js';

const POSTERIOR_DRAWS = 3000;

/** Expected counts and over/under chances. The same arguments always give the same answer. */
export function matchAnalysis(
  statistics: MatchStatistics,
  samples: readonly SampleRow[],
  history: readonly LeagueRow[],
): MatchAnalysis {
  const { match, request, periods } = statistics;
  const seed = [match.publicId, request.limit, request.period, request.homeVenue, request.awayVenue].join('|');
  const draws = standardDraws(createRandom(seed), POSTERIOR_DRAWS);
  let refereeCounts = false;
  const parts = perMetric((metric) => {
    const league = leagueCounts(history, metric, periods[metric]);
    refereeCounts ||= league.referee !== null;
    const forecast = forecastCounts(
      league,
      {
        home: match.home.id,
        away: match.away.id,
        homeSample: sampledCounts(samples, 'home', metric, periods[metric]),
        awaySample: sampledCounts(samples, 'away', metric, periods[metric]),
      },
      COUNT_TRAITS[metric].sideDispersion,
    );
    return market(metric, periods[metric], forecast, league.totalDispersion, drawTotals(forecast, draws));
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

function leagueCounts(history: readonly LeagueRow[], metric: Metric, period: StatPeriod): LeagueCounts {
  const matches: CountedMatch[] = [];
  for (const row of history) {
    const counts = leagueCountsOf(row, metric, period);
    if (!counts) continue;
    matches.push({
      home: row[0],
      away: row[1],
      age: row[2],
      current: row[3] === 1,
      sameReferee: row[4] === 1,
      homeCount: counts.home,
      awayCount: counts.away,
    });
  }
  return fitLeagueCounts(matches, metric, period);
}

function sampledCounts(samples: readonly SampleRow[], side: 'home' | 'away', metric: Metric, period: StatPeriod) {
  return ofSide(samples, side).map((row) => ({
    atHome: row.atHome,
    opponent: row.opponent,
    weight: sampleWeight(row),
    ...countsOf(row, metric, period),
  }));
}

function market(
  metric: Metric,
  period: StatPeriod,
  forecast: CountForecast,
  dispersion: number,
  totals: Float64Array,
): { expected: ExpectedCounts; overUnder: OverUnderMarket } {
  const { home, away, homeSpread, awaySpread, sharedSpread } = forecast;
  const law = totalLaw(metric, period, forecast, dispersion);
  const chances = overUnder(law, totals);
  const total = expectation(home + away, chances.meanInterval);
  return {
    expected: {
      home: expectation(home, sideInterval(home, homeSpread, sharedSpread)),
      away: expectation(away, sideInterval(away, awaySpread, sharedSpread)),
      total,
    },
    overUnder: {
      metric,
      distribution: law.kind,
      dispersion: law.kind === 'negative-binomial' ? law.dispersion : 0,
      mean: home + away,
      homeMean: home,
      awayMean: away,
      intervalLevel: INTERVAL_LEVEL,
      confidence: total.confidence,
      level: total.level,
      ...chances,
    },
  };
}

function totalLaw(metric: Metric, period: StatPeriod, { home, away }: CountForecast, dispersion: number): TotalLaw {
  if (metric !== 'goals') return dispersion > 0 ? { kind: 'negative-binomial', dispersion } : { kind: 'poisson' };
  if (period !== 'full') return { kind: 'poisson' };
  return { kind: 'dixon-coles', rho: FULL_TIME_RHO, homeShare: home / (home + away) };
}

function expectation(value: number, { lower, upper }: { lower: number; upper: number }): Expectation {
  const confidence = confidenceOf(value, lower, upper);
  return { value, confidence, level: confidenceLevel(confidence) };
}
