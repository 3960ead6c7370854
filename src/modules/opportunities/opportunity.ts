import type { MatchStatus } from '#core/kernel/match-status.js';
import type {
  AnalysedMatch,
  ConfidenceLevel,
  CountDistribution,
  MatchAnalysis,
  Metric,
  OverUnderMarket,
  SampleRequest,
} from '#modules/analysis/index.js';
import type { StatPeriod } from '#modules/matches/index.js';

export type OverUnderSide = 'over' | 'under';

/** One side of one line of a match's total. */
export interface Opportunity {
  matchId: number;
  /** ISO 8601, UTC, milliseconds. */
  kickoffAt: string;
  metric: Metric;
  period: StatPeriod;
  side: OverUnderSide;
  /** A half-integer. */
  line: number;
  /** Of this side. */
  probability: number;
  /** 90 % interval of `probability`. */
  lower: number;
  upper: number;
  /** Expected total, the distribution around it, and how well it is known (0.05 to 0.95). */
  expected: number;
  distribution: CountDistribution;
  confidence: number;
  level: ConfidenceLevel;
  /** The larger coefficient of variation of what the two teams did; null when one of them has none. */
  cv: number | null;
  /** Matches in the smaller of the two samples. */
  sampleSize: number;
  /** confidence x probability. */
  score: number;
}

/** Ends included. */
export interface LineRange {
  metric: Metric;
  min: number;
  max: number;
}

/** Conditions an opportunity meets, all of them. An absent list or side lets everything through, an empty list nothing. */
export interface OpportunityFilter {
  competitionIds?: ReadonlySet<number>;
  tournamentIds?: ReadonlySet<number>;
  statuses: ReadonlySet<MatchStatus>;
  metrics?: ReadonlySet<Metric>;
  side?: OverUnderSide;
  /** Lines of the metrics named; those of others are not limited. Several ranges of one metric are alternatives. */
  lines: readonly LineRange[];
  minProbability: number;
  maxProbability: number;
  minConfidence: number;
  minSample: number;
  /** Absent: opportunities without a coefficient of variation pass too. */
  maxCv?: number;
}

export interface OpportunityQuery {
  /** `YYYY-MM-DD` in America/Sao_Paulo. */
  date: string;
  sample: SampleRequest;
  filter: OpportunityFilter;
}

/** Both sides of all lines of a match that pass the filter, in no order. */
export function opportunitiesOf(
  match: AnalysedMatch,
  analysis: MatchAnalysis,
  filter: OpportunityFilter,
): Opportunity[] {
  const found: Opportunity[] = [];
  if (analysis.sampleSize < filter.minSample) return found;
  for (const market of Object.values(analysis.overUnder)) {
    if (filter.metrics && !filter.metrics.has(market.metric)) continue;
    if (market.confidence < filter.minConfidence) continue;
    const cv = largerCv(analysis, market.metric);
    if (filter.maxCv !== undefined && !(cv !== null && cv <= filter.maxCv)) continue;
    for (const chance of chancesOf(market, filter)) {
      found.push({
        matchId: match.id,
        kickoffAt: match.kickoffAt,
        metric: market.metric,
        period: analysis.periods[market.metric],
        ...chance,
        expected: market.mean,
        distribution: market.distribution,
        confidence: market.confidence,
        level: market.level,
        cv,
        sampleSize: analysis.sampleSize,
        score: market.confidence * chance.probability,
      });
    }
  }
  return found;
}

type Chance = Pick<Opportunity, 'side' | 'line' | 'probability' | 'lower' | 'upper'>;

function chancesOf({ metric, lines }: OverUnderMarket, filter: OpportunityFilter): Chance[] {
  const { side, minProbability, maxProbability } = filter;
  const ranges = filter.lines.filter((range) => range.metric === metric);
  const chances: Chance[] = [];
  const consider = (chance: Chance): void => {
    if (chance.probability >= minProbability && chance.probability <= maxProbability) chances.push(chance);
  };
  for (const { line, over, under, lower, upper } of lines) {
    if (ranges.length > 0 && !ranges.some(({ min, max }) => min <= line && line <= max)) continue;
    if (side !== 'under') consider({ side: 'over', line, probability: over, lower, upper });
    if (side !== 'over') consider({ side: 'under', line, probability: under, lower: 1 - upper, upper: 1 - lower });
  }
  return chances;
}

function largerCv({ home, away }: MatchAnalysis, metric: Metric): number | null {
  const [ofHome, ofAway] = [home.metrics[metric].for.cv, away.metrics[metric].for.cv];
  return ofHome === null || ofAway === null ? null : Math.max(ofHome, ofAway);
}
