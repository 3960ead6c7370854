import { type Clock, type ClockDirection, type ClockStatus, secondsRemaining } from '#core/football/clock/clock.js';

/** The clock of a match as it is stored: an anchor. Seconds are whole, instants milliseconds since 1970. */
export interface GameClockRow {
  id: number;
  matchId: number;
  /** Seconds shown at the last change. */
  gameclock: number;
  gameclockMax: number;
  gameclockStatus: ClockStatus;
  /** Seconds that were left at the last change. */
  gameclockTimeRemaining: number | null;
  /** One more with each change. */
  version: number;
  startedAtMs: number | null;
  fractionMs: number;
  direction: ClockDirection;
  onStopBehavior: 'hold' | 'reset';
  useSportPreset: boolean;
}

/** A clock with the time that is left of it at an instant. */
export interface GameClockReading extends GameClockRow {
  remaining: number;
  /** The server's time at which it was read. */
  serverTimeMs: number;
}

export function clockOf(row: GameClockRow): Clock {
  return {
    direction: row.direction,
    max: row.gameclockMax,
    status: row.gameclockStatus,
    seconds: row.gameclock,
    fraction: row.fractionMs,
    startedAt: row.startedAtMs,
  };
}

/** The columns a changed clock writes. */
export function anchorOf(clock: Clock, now: number): Partial<GameClockRow> {
  return {
    gameclock: clock.seconds,
    gameclockMax: clock.max,
    gameclockStatus: clock.status,
    gameclockTimeRemaining: secondsRemaining(clock, now),
    startedAtMs: clock.startedAt,
    fractionMs: clock.fraction,
  };
}

export function gameClockReading(row: GameClockRow, now: number): GameClockReading {
  return { ...row, remaining: secondsRemaining(clockOf(row), now), serverTimeMs: now };
}
