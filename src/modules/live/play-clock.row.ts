import { type Clock, type ClockStatus, clockSeconds } from '#core/football/clock/clock.js';

/** Seconds a play clock may show at most. */
export const PLAY_CLOCK_MAX = 10_000;

/** The play clock of a match as it is stored: an anchor. It counts down, and shows nothing when it is cleared. */
export interface PlayClockRow {
  id: number;
  matchId: number;
  /** Seconds shown at the last change; null when cleared. */
  playclock: number | null;
  playclockStatus: ClockStatus;
  /** One more with each change. */
  version: number;
  startedAtMs: number | null;
  fractionMs: number;
}

export interface PlayClockReading extends PlayClockRow {
  /** Seconds shown now; null when cleared. */
  remaining: number | null;
  serverTimeMs: number;
}

export function clockOfPlayClock(row: PlayClockRow): Clock {
  return {
    direction: 'down',
    max: PLAY_CLOCK_MAX,
    status: row.playclockStatus,
    seconds: row.playclock ?? 0,
    fraction: row.fractionMs,
    startedAt: row.startedAtMs,
  };
}

export function playClockReading(row: PlayClockRow, now: number): PlayClockReading {
  const remaining = row.playclock === null ? null : clockSeconds(clockOfPlayClock(row), now);
  return { ...row, remaining, serverTimeMs: now };
}
