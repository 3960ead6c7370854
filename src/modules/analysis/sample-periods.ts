import {
  type CountColumns,
  type LeagueMatch,
  type LeagueMatches,
  leagueMatches,
} from '#core/soccer/analysis/league-matches.js';
import { METRICS, type Metric, type PerMetric, perMetric } from '#core/soccer/analysis/metric.js';
import type { StatPeriod } from '#modules/matches/index.js';
import { LEAGUE_COUNTS, leagueMatchLength, type LeagueNumbers, type SampleRow } from './samples.sql.js';

const SECONDS_PER_DAY = 86_400;

const PLACE: PerMetric<number> = perMetric((metric) => METRICS.indexOf(metric));

/**
 * The period whose numbers each metric shows. Halves and whole matches are never mixed in one mean: as soon as one match of
 * either sample knows a metric only as a whole, all of its numbers are those of whole matches.
 */
export function metricPeriods(rows: readonly SampleRow[], period: StatPeriod): PerMetric<StatPeriod> {
  return perMetric((metric) => {
    const place = PLACE[metric];
    const partial = rows.some(
      ({ own, other, ownPeriod, otherPeriod }) =>
        (own[place] !== null && ownPeriod[place] === null) || (other[place] !== null && otherPeriod[place] === null),
    );
    return partial ? 'full' : period;
  });
}

/** What both sides of a sampled match have of a metric in the period it shows; null is unknown. */
export function countsOf(
  row: SampleRow,
  metric: Metric,
  period: StatPeriod,
): { own: number | null; other: number | null } {
  const place = PLACE[metric];
  const [own, other] = period === 'full' ? [row.own, row.other] : [row.ownPeriod, row.otherPeriod];
  return { own: own[place], other: other[place] };
}

/** Both sides' counts of a metric in all matches of the league, in the period that the metric shows. */
export function leagueCountsOf(
  league: LeagueNumbers,
  asked: StatPeriod,
  metric: Metric,
  period: StatPeriod,
): CountColumns {
  const length = leagueMatchLength(asked);
  const count = league.length / length;
  const columns = { home: new Float64Array(count), away: new Float64Array(count) };
  const place = (period === 'full' ? LEAGUE_COUNTS.full : LEAGUE_COUNTS.half) + PLACE[metric];
  for (let i = 0, at = place; i < count; i++, at += length) {
    columns.home[i] = league[at] ?? NaN;
    columns.away[i] = league[at + METRICS.length] ?? NaN;
  }
  return columns;
}

/** The matches themselves. */
export function leagueMatchesOf(league: LeagueNumbers, asked: StatPeriod): LeagueMatches {
  const length = leagueMatchLength(asked);
  const matches: LeagueMatch[] = [];
  for (let at = 0; at < league.length; at += length) {
    matches.push({
      home: league[at]!,
      away: league[at + 1]!,
      age: league[at + 2]! / SECONDS_PER_DAY,
      current: league[at + 3] === 1,
      sameReferee: league[at + 4] === 1,
    });
  }
  return leagueMatches(matches);
}
