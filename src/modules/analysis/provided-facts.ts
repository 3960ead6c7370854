import { METRICS, type Metric, type PerMetric, perMetric } from '#core/soccer/analysis/metric.js';
import type { MetricSummary } from '#core/soccer/analysis/metric-summary.js';
import type { MatchGround, UpstreamHeadToHead, UpstreamSeasonStats } from '#modules/providers/index.js';
import type { Adjustment, HeadToHead, MatchStatistics, SampleRequest, TeamStatistics } from './analysis.types.js';
import { ENOUGH_MATCHES } from './match-statistics.js';
import type { Past } from './past.repository.js';
import type { SampleRow } from './samples.sql.js';

/** A past without the matches of which nothing but the score could be had. */
export function withoutMissing(past: Past, { missing }: Pick<MatchGround, 'missing'>): Past {
  return missing.size === 0
    ? past
    : { ...past, samples: past.samples.filter(({ publicId }) => !missing.has(publicId)) };
}

/**
 * The statistics with what a provider knows better than the tables: totals of the season for a team without a usable
 * match, today's table for a match to come, earlier meetings and the referee's matches where it knows more of them.
 */
export function withFacts(statistics: MatchStatistics, { isStale, missing, facts }: MatchGround): MatchStatistics {
  const home = withTotals(statistics.home, facts.home.seasonTotals);
  const away = withTotals(statistics.away, facts.away.seasonTotals);
  const sampleSize = Math.min(home.sampleSize, away.sampleSize);
  const { context, headToHead, referee } = statistics;
  const adjustments: Adjustment[] = [...context.adjustments];
  if (home !== statistics.home || away !== statistics.away) adjustments.push('season-totals');
  if (isStale) adjustments.push('stale-data');
  if (missing.size > 0) adjustments.push('reduced-sample');
  const meetings = facts.headToHead && headToHeadOf(facts.headToHead);
  return {
    ...statistics,
    home,
    away,
    sampleSize,
    enoughMatches: sampleSize >= ENOUGH_MATCHES,
    context: {
      home: { ...context.home, standing: facts.home.standing ?? context.home.standing },
      away: { ...context.away, standing: facts.away.standing ?? context.away.standing },
      stage: facts.stage ?? context.stage,
      adjustments,
    },
    headToHead: meetings && meetings.matches >= (headToHead?.matches ?? 0) ? meetings : headToHead,
    referee: facts.referee && facts.referee.seasonMatches >= (referee?.seasonMatches ?? 0) ? facts.referee : referee,
  };
}

/**
 * A past in which a team known by its season's totals has played matches of just its means, against nobody in particular.
 * They tell nothing of halves, so that whole matches are compared.
 */
export function withTotalsAsSample(past: Past, { limit, period }: SampleRequest, { facts }: MatchGround): Past {
  const rows = (['home', 'away'] as const).flatMap((side) => {
    const totals = facts[side].seasonTotals;
    return totals ? rowsOfTotals(side, totals, limit, period === 'full') : [];
  });
  if (rows.length === 0) return past;
  const sides = new Set(rows.map(({ side }) => side));
  return { ...past, samples: [...past.samples.filter(({ side }) => !sides.has(side)), ...rows] };
}

/** What stands for a total of the season; whether blocked shots are in those conceded is not known, so that they are not comparable. */
const DONE: PerMetric<keyof UpstreamSeasonStats> = {
  goals: 'goals',
  corners: 'corners',
  shots: 'shots',
  shotsOnTarget: 'shotsOnTarget',
  yellowCards: 'yellowCards',
  fouls: 'fouls',
};
const SUFFERED: Partial<Record<Metric, keyof UpstreamSeasonStats>> = {
  goals: 'goalsConceded',
  corners: 'cornersConceded',
  shots: 'shotsConceded',
  shotsOnTarget: 'shotsOnTargetConceded',
};

function meansOf(totals: UpstreamSeasonStats, metric: Metric): { own: number | null; other: number | null } {
  const mean = (name: keyof UpstreamSeasonStats | undefined): number | null => {
    const total = name === undefined ? null : totals[name];
    return typeof total === 'number' && totals.matches !== null && totals.matches > 0 ? total / totals.matches : null;
  };
  return { own: mean(DONE[metric]), other: mean(SUFFERED[metric]) };
}

/** How much totals vary from match to match cannot be known from them. */
function withTotals(statistics: TeamStatistics, totals: UpstreamSeasonStats | null): TeamStatistics {
  if (!totals?.matches) return statistics;
  const summary = (mean: number | null): MetricSummary => ({
    mean,
    cv: null,
    rating: null,
    stability: 0,
    observations: mean === null ? 0 : (totals.matches ?? 0),
  });
  return {
    ...statistics,
    sampleSize: totals.matches,
    metrics: perMetric((metric) => {
      const { own, other } = meansOf(totals, metric);
      return { for: summary(own), against: summary(other) };
    }),
    recentForm: [],
    sample: [],
  };
}

/** No team has this number, so that it counts as an average opponent. */
const NOBODY = 0;

function rowsOfTotals(
  side: 'home' | 'away',
  totals: UpstreamSeasonStats,
  limit: number,
  isWhole: boolean,
): SampleRow[] {
  const means = METRICS.map((metric) => meansOf(totals, metric));
  const own = means.map((mean) => mean.own);
  const other = means.map((mean) => mean.other);
  const unknown = means.map(() => null);
  return Array.from({ length: Math.min(totals.matches ?? 0, limit) }, (_, index) => ({
    side,
    id: NOBODY,
    publicId: '',
    localDate: '',
    age: 0,
    // As many at home as away.
    atHome: index % 2 === 0,
    opponent: NOBODY,
    own,
    other,
    ownPeriod: isWhole ? own : unknown,
    otherPeriod: isWhole ? other : unknown,
  }));
}

function headToHeadOf({
  matches,
  homeWins,
  draws,
  awayWins,
  homeGoals,
  awayGoals,
}: UpstreamHeadToHead): HeadToHead | null {
  if (homeGoals === null || awayGoals === null) return null;
  return { matches, homeWins, draws, awayWins, meanGoals: (homeGoals + awayGoals) / matches };
}
