/** The twelve states of a match. Each dialect maps them to its own words with one table. */
export const MATCH_STATUSES = [
  'scheduled',
  'live',
  'halftime',
  'extra_time',
  'penalties',
  'finished',
  'suspended',
  'interrupted',
  'postponed',
  'cancelled',
  'abandoned',
  'awarded',
] as const;

export type MatchStatus = (typeof MATCH_STATUSES)[number];

/** States in which play has begun and the result is not final. */
export const IN_PLAY_STATUSES: readonly MatchStatus[] = ['live', 'halftime', 'extra_time', 'penalties', 'interrupted'];

/** States whose score counts: in standings, form and model training (awarded results count in standings only). */
export const DECIDED_STATUSES: readonly MatchStatus[] = ['finished', 'awarded'];
