import {
  type CountForecast,
  drawTotals,
  type FixtureSamples,
  forecastCounts,
  type StandardDraws,
} from './count-forecast.js';
import { COUNT_TRAITS, type CountPeriod } from './count-traits.js';
import { fitLeagueCounts } from './league-counts.js';
import type { CountColumns, LeagueMatches } from './league-matches.js';
import type { Metric } from './metric.js';
import { dispersedLaw, FULL_TIME_RHO, type OverUnder, overUnder, type TotalLaw } from './over-under.js';

/** Draws of an expected total that chances are averaged over: the 5 % quantile then lies between those of 4 and 6 %. */
export const POSTERIOR_DRAWS = 2000;

export interface FixtureForecast {
  forecast: CountForecast;
  law: TotalLaw;
  /** Whether what the referee did before is allowed for. */
  refereeCounts: boolean;
}

/** Everything that is said of one count of one fixture. */
export interface CountMarket extends FixtureForecast, OverUnder {}

/** Forecasts one count of a fixture from its competition's matches and both teams' samples; `counts` are of the period. */
export function forecastFixture(
  league: LeagueMatches,
  counts: CountColumns,
  samples: FixtureSamples,
  metric: Metric,
  period: CountPeriod,
): FixtureForecast {
  const fitted = fitLeagueCounts(league, counts, metric, period);
  const forecast = forecastCounts(fitted, samples, COUNT_TRAITS[metric].sideDispersion);
  const law = totalLaw(metric, period, forecast, fitted.totalDispersion);
  return { forecast, law, refereeCounts: fitted.referee !== null };
}

/** The over/under chances of a forecast. */
export function countMarket(fixture: FixtureForecast, draws: StandardDraws): CountMarket {
  return { ...fixture, ...overUnder(fixture.law, drawTotals(fixture.forecast, draws)) };
}

function totalLaw(metric: Metric, period: CountPeriod, { home, away }: CountForecast, dispersion: number): TotalLaw {
  if (metric !== 'goals') return dispersedLaw(dispersion);
  // The dispersion of goals was measured on whole matches only.
  if (period !== 'full') return { kind: 'poisson' };
  return { kind: 'dixon-coles', rho: FULL_TIME_RHO, homeShare: home / (home + away), dispersion };
}
