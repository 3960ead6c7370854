import type { MatchStatus } from '#core/kernel/match-status.js';

const STATUSES: Readonly<Record<string, MatchStatus>> = {
  fixture: 'scheduled',
  playing: 'live',
  played: 'finished',
  postponed: 'postponed',
  suspended: 'suspended',
  interrupted: 'interrupted',
  cancelled: 'cancelled',
  abandoned: 'abandoned',
  awarded: 'awarded',
};

/** Opta's period ids of a match under way: half time, extra time with its breaks, penalty shoot-out. */
const PLAYING: Readonly<Record<number, MatchStatus>> = {
  3: 'extra_time',
  4: 'extra_time',
  5: 'penalties',
  10: 'halftime',
  11: 'extra_time',
  12: 'extra_time',
  13: 'extra_time',
};

/** Null for a status nobody has seen so far. */
export function readStatus(written: string, periodId: number | null = null): MatchStatus | null {
  const status = STATUSES[written.toLowerCase()] ?? null;
  return status === 'live' && periodId !== null ? (PLAYING[periodId] ?? status) : status;
}
