/** How little a count varies from match to match, the most regular first. */
export const CONSISTENCY_RATINGS = ['very-stable', 'stable', 'moderate', 'unstable', 'very-unstable'] as const;
export type ConsistencyRating = (typeof CONSISTENCY_RATINGS)[number];

/** Upper ends (exclusive) of the coefficient of variation of the first four ratings. */
const RATING_ENDS = [0.15, 0.3, 0.5, 0.75];

/** The rating of a coefficient of variation >= 0; a value on a boundary belongs to the less regular side. */
export function rateConsistency(cv: number): ConsistencyRating {
  const place = RATING_ENDS.findIndex((end) => cv < end);
  return CONSISTENCY_RATINGS[place === -1 ? RATING_ENDS.length : place];
}

/** 100 for counts that never vary, falling in a straight line to 0 at the least regular rating; a whole number. */
export function stabilityScore(cv: number): number {
  const worst = RATING_ENDS[RATING_ENDS.length - 1];
  return Math.min(100, Math.max(0, Math.trunc(100 * (1 - cv / worst))));
}
