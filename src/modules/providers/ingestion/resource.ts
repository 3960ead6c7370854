/** What a provider can be asked for, one by one. The external id names it within source and kind. */
export type ResourceKind =
  | 'tournaments'
  | 'week'
  | 'season'
  | 'match'
  | 'preview'
  | 'standings'
  | 'season-stats'
  | 'referee'
  | 'badge'
  | 'day-badges';

export interface ResourceKey {
  source: string;
  kind: ResourceKind;
  id: string;
}

/** What is known of a resource. Moments are milliseconds since 1970. */
export interface StoredResource {
  /** Null until the provider has answered once. */
  fetchedAt: number | null;
  freshUntil: number | null;
  /** Last attempt that gave no answer. */
  failedAt: number | null;
  /** What of the answer has no table of its own; null also for "there is no such thing". */
  data: unknown;
}

export const UNKNOWN_RESOURCE: StoredResource = { fetchedAt: null, freshUntil: null, failedAt: null, data: null };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long an answer counts as fresh, in milliseconds. */
export const FRESH_FOR = {
  tournaments: 12 * HOUR,
  week: HOUR,
  season: HOUR,
  /** A match to come: kickoff, venue and referee may still change. */
  fixture: 6 * HOUR,
  /** Statistics of a match that ended in the last week are sometimes corrected. */
  recentMatch: DAY,
  oldMatch: 90 * DAY,
  /** Ended, and the statistics are not there yet. */
  matchWithoutStats: HOUR,
  /** Kicked off and not over. */
  underWay: 5 * MINUTE,
  preview: DAY,
  standings: HOUR,
  seasonStats: 6 * HOUR,
  referee: DAY,
  badge: 7 * DAY,
  noBadge: HOUR,
  /** A list of matches looks for the badges of its teams once in this time; what is left out has time. */
  dayBadges: HOUR,
  /** An answer without anything in it may have something in it soon. */
  empty: 5 * MINUTE,
  /** There is no such match. */
  absent: 10 * MINUTE,
} as const;

/** How long after its kickoff a match counts as recent. */
const RECENT = 7 * DAY;

/** How long what is known of a played match stays fresh. */
export function playedFreshFor(kickoffAt: number, hasStatistics: boolean, now: number): number {
  if (now - kickoffAt < RECENT) return hasStatistics ? FRESH_FOR.recentMatch : FRESH_FOR.matchWithoutStats;
  return FRESH_FOR.oldMatch;
}

/**
 * - `fresh`: good to use.
 * - `stale`: good to use while it is fetched again in the background: expired for no longer than it was fresh, and the last
 *   attempt did not fail.
 * - `old`: to be used only when fetching it fails.
 * - `unknown`: never fetched.
 */
export type Age = 'fresh' | 'stale' | 'old' | 'unknown';

export function ageOf({ fetchedAt, freshUntil, failedAt }: StoredResource, now: number): Age {
  if (fetchedAt === null || freshUntil === null) return 'unknown';
  if (now < freshUntil) return 'fresh';
  const failedSince = failedAt !== null && failedAt >= fetchedAt;
  return !failedSince && now < freshUntil + (freshUntil - fetchedAt) ? 'stale' : 'old';
}

/** What is stored says that there is no such thing. The badges of a day are looked for and have no data of their own. */
export const isAbsence = ({ kind }: ResourceKey, { data }: StoredResource): boolean =>
  data === null && kind !== 'day-badges';

export const nameOf = ({ source, kind, id }: ResourceKey): string => `${source}/${kind}/${id}`;
