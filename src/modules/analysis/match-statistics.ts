import { perMetric, type PerMetric } from '#core/soccer/analysis/metric.js';
import { summarise } from '#core/soccer/analysis/metric-summary.js';
import { tieBreaksOf } from '#core/soccer/league-rules.js';
import { computeStandings } from '#core/soccer/standings.js';
import { decayWeight, FORM_DECAY_PER_DAY } from '#core/stats/weighted-moments.js';
import type { StatPeriod } from '#modules/matches/index.js';
import type {
  AnalysedTeam,
  FormResult,
  MatchStatistics,
  SampleRequest,
  TeamContext,
  TeamStandingBefore,
  TeamStatistics,
} from './analysis.types.js';
import type { TableFacts } from './context.sql.js';
import type { AnalysisTarget } from './fixtures.repository.js';
import type { Past } from './past.repository.js';
import { countsOf, metricPeriods } from './sample-periods.js';
import type { SampleRow } from './samples.sql.js';

/** In each sample, to say anything. */
export const ENOUGH_MATCHES = 3;
const GOALS = 0;

/** The statistics of a match from what the database knows of its past. */
export function matchStatistics(
  { match }: AnalysisTarget,
  request: SampleRequest,
  { samples, context, table }: Past,
): MatchStatistics {
  const periods = metricPeriods(samples, request.period);
  const home = teamStatistics(match.home, ofSide(samples, 'home'), periods);
  const away = teamStatistics(match.away, ofSide(samples, 'away'), periods);
  const sampleSize = Math.min(home.sampleSize, away.sampleSize);
  const standings = standingsBefore(table, match.tournament?.country ?? null);
  const teamContext = (side: 'home' | 'away'): TeamContext => ({
    ...context[side],
    standing: standings.get(match[side].id) ?? null,
  });
  const fellBack = Object.values(periods).some((period) => period !== request.period);
  return {
    match,
    request,
    home,
    away,
    periods,
    sampleSize,
    enoughMatches: sampleSize >= ENOUGH_MATCHES,
    context: {
      home: teamContext('home'),
      away: teamContext('away'),
      stage: null,
      adjustments: fellBack ? ['full-time-fallback'] : [],
    },
    headToHead: context.headToHead,
    referee: match.referee === null || context.referee === null ? null : { name: match.referee, ...context.referee },
  };
}

export function ofSide(samples: readonly SampleRow[], side: 'home' | 'away'): SampleRow[] {
  return samples.filter((row) => row.side === side);
}

/** How much a match counts. */
export function sampleWeight({ age }: SampleRow): number {
  return decayWeight(age, FORM_DECAY_PER_DAY);
}

function teamStatistics(
  team: AnalysedTeam,
  rows: readonly SampleRow[],
  periods: PerMetric<StatPeriod>,
): TeamStatistics {
  const weights = rows.map(sampleWeight);
  return {
    team,
    sampleSize: rows.length,
    metrics: perMetric((metric) => {
      const counts = rows.map((row) => countsOf(row, metric, periods[metric]));
      return {
        for: summarise(
          counts.map(({ own }) => own),
          weights,
        ),
        against: summarise(
          counts.map(({ other }) => other),
          weights,
        ),
      };
    }),
    recentForm: rows.map(formResult),
    sample: rows.map(({ id, publicId, localDate }, n) => ({ id, publicId, localDate, weight: weights[n] })),
  };
}

/** A sampled match always has its full-time goals. */
function formResult({ own, other }: SampleRow): FormResult {
  const difference = own[GOALS]! - other[GOALS]!;
  return difference > 0 ? 'W' : difference < 0 ? 'L' : 'D';
}

/** By the rules of the country's leagues, as everywhere else; nothing before the first result. */
function standingsBefore({ decided, teams }: TableFacts, country: string | null): Map<number, TeamStandingBefore> {
  if (decided.length === 0) return new Map();
  const rows = computeStandings(decided, { teams, tieBreaks: tieBreaksOf(country) });
  return new Map(
    rows.map(({ team, position, points, played, goalDifference }) => [
      team,
      { position, points, played, goalDifference },
    ]),
  );
}
