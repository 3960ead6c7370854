import { METRICS, type Metric, type PerMetric, perMetric } from '#core/soccer/analysis/metric.js';
import type { StatPeriod } from '#modules/matches/index.js';
import type { LeagueRow, SampleRow } from './samples.repository.js';

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

/** The same of a match of the league; undefined unless both sides are known. */
export function leagueCountsOf(
  row: LeagueRow,
  metric: Metric,
  period: StatPeriod,
): { home: number; away: number } | undefined {
  const counts = period === 'full' ? row[5] : row[6];
  const home = counts[PLACE[metric]] ?? null;
  const away = counts[PLACE[metric] + METRICS.length] ?? null;
  return home === null || away === null ? undefined : { home, away };
}
