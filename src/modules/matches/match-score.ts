import { IN_PLAY_STATUSES, type MatchStatus } from '#core/kernel/match-status.js';
import type { Score } from './match.row.js';

export interface StoredScore {
  scoreHome: number | null;
  scoreAway: number | null;
  halfTimeHome: number | null;
  halfTimeAway: number | null;
}

/**
 * The score as it stands. In play, what was never written is 0. Before and after, a score is known only when both sides
 * were written; a score somebody wrote is shown whatever the status, because not every writer keeps the status.
 */
export function matchScore(status: MatchStatus, stored: StoredScore): Score | null {
  const unwritten = IN_PLAY_STATUSES.includes(status) ? 0 : null;
  const home = stored.scoreHome ?? unwritten;
  const away = stored.scoreAway ?? unwritten;
  if (home === null || away === null) return null;
  const { halfTimeHome, halfTimeAway } = stored;
  const halfTime = halfTimeHome === null || halfTimeAway === null ? null : { home: halfTimeHome, away: halfTimeAway };
  return { home, away, halfTime };
}
