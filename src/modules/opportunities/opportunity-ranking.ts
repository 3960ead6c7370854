import type { Page, Slice } from '#core/kernel/page.js';
import { sliceOf } from '#core/kernel/page.js';
import { METRICS } from '#modules/analysis/index.js';
import type { Opportunity } from './opportunity.js';

/** What decides the place of an opportunity, and tells it from all others of its day. */
export type RankingPosition = Pick<
  Opportunity,
  'score' | 'probability' | 'confidence' | 'kickoffAt' | 'matchId' | 'metric' | 'line' | 'side'
>;

/**
 * Below 0 when `a` comes before `b`: the higher score first, then the higher probability, the higher confidence, the
 * earlier kickoff, the smaller match id, the metrics in the order of METRICS, the lower line, over before under. 0 only for
 * the same opportunity.
 */
export function compareOpportunities(a: RankingPosition, b: RankingPosition): number {
  return (
    b.score - a.score ||
    b.probability - a.probability ||
    b.confidence - a.confidence ||
    compareText(a.kickoffAt, b.kickoffAt) ||
    a.matchId - b.matchId ||
    METRICS.indexOf(a.metric) - METRICS.indexOf(b.metric) ||
    a.line - b.line ||
    compareText(a.side, b.side)
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A page of opportunities that are in order. A position need not be that of one of them. */
export function pageOfRanking(ranked: readonly Opportunity[], page: Page<RankingPosition>): Slice<Opportunity> {
  const { from, direction, limit } = page;
  const [first, end] =
    direction === 'forward'
      ? [from ? ranked.findIndex((each) => compareOpportunities(each, from) > 0) : 0, ranked.length]
      : [0, from ? ranked.findIndex((each) => compareOpportunities(each, from) >= 0) : ranked.length];
  const rest = ranked.slice(first === -1 ? ranked.length : first, end === -1 ? ranked.length : end);
  const read = direction === 'forward' ? rest.slice(0, limit + 1) : rest.toReversed().slice(0, limit + 1);
  return sliceOf(read, page);
}
