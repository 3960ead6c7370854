export type ClockDirection = 'down' | 'up';
export type ClockStatus = 'stopped' | 'running' | 'paused' | 'stopping';

/**
 * A clock as an anchor: what it showed at an instant, and whether it has run since. Nothing is written while it runs;
 * what it shows now is computed. Instants are milliseconds since 1970 of the server's time.
 */
export interface Clock {
  readonly direction: ClockDirection;
  /** Seconds: where a clock that counts down begins, and one that counts up ends. */
  readonly max: number;
  readonly status: ClockStatus;
  /** Whole seconds shown at the anchor. */
  readonly seconds: number;
  /** Milliseconds of the shown second that had passed when it was stopped, 0 to 999; 0 while running. */
  readonly fraction: number;
  /** Instant at which exactly `seconds` were shown; null unless it runs. */
  readonly startedAt: number | null;
}

/** Milliseconds from zero at `now`, between 0 and the maximum: of time left when counting down, gone when counting up. */
export function clockMs(clock: Clock, now: number): number {
  const passed = clock.startedAt === null ? clock.fraction : now - clock.startedAt;
  if (clock.direction === 'down') return Math.max(0, clock.seconds * 1000 - Math.max(0, passed));
  return Math.min(clock.max * 1000, clock.seconds * 1000 + Math.max(0, passed));
}

/** Whole seconds shown at `now`: a second that counts down is shown until it has wholly passed. */
export function clockSeconds(clock: Clock, now: number): number {
  const shown = clockMs(clock, now) / 1000;
  return clock.direction === 'down' ? Math.ceil(shown) : Math.floor(shown);
}

/** Seconds left until it ends by itself, as shown: the same as {@link clockSeconds} when it counts down. */
export function secondsRemaining(clock: Clock, now: number): number {
  return clock.direction === 'down' ? clockSeconds(clock, now) : clock.max - clockSeconds(clock, now);
}

/** The instant at which a running clock ends; undefined when it does not run. */
export function clockEndsAt({ direction, max, seconds, startedAt }: Clock): number | undefined {
  if (startedAt === null) return undefined;
  return startedAt + 1000 * (direction === 'down' ? seconds : Math.max(0, max - seconds));
}

/** Runs from what it shows. One that runs already, or has nothing left, stays as it is. */
export function startClock(clock: Clock, now: number): Clock {
  if (clock.startedAt !== null) return clock;
  const atEnd = clock.direction === 'down' ? clockMs(clock, now) === 0 : clockMs(clock, now) >= clock.max * 1000;
  if (atEnd) return clock;
  return { ...clock, status: 'running', startedAt: now - clock.fraction, fraction: 0 };
}

/** Stops where it is, to the millisecond, so that any number of pauses loses nothing. One held so stays as it is. */
export function holdClock(clock: Clock, now: number, status: Exclude<ClockStatus, 'running'>): Clock {
  if (clock.startedAt === null && clock.status === status) return clock;
  const ms = clockMs(clock, now);
  const seconds = clock.direction === 'down' ? Math.ceil(ms / 1000) : Math.floor(ms / 1000);
  return { ...clock, status, seconds, fraction: Math.abs(seconds * 1000 - ms), startedAt: null };
}

/**
 * Shows exactly this many seconds from `now` on, and runs when the status says so. A clock that counts down may be set
 * beyond the maximum, for a period that is longer than the others; one that counts up ends there.
 */
export function setClock(clock: Clock, now: number, seconds: number, status: ClockStatus): Clock {
  const shown = clock.direction === 'down' ? seconds : Math.min(clock.max, seconds);
  const set = { ...clock, seconds: Math.max(0, shown), fraction: 0, startedAt: null, status };
  return status === 'running' ? startClock({ ...set, status: 'stopped' }, now) : set;
}

/** Where a running clock comes to rest when its time is over: 0, or the maximum when it counts up. */
export function endClock(clock: Clock): Clock {
  const seconds = clock.direction === 'down' ? 0 : clock.max;
  return { ...clock, status: 'stopped', seconds, fraction: 0, startedAt: null };
}

/** Seconds a period's clock begins at. `cumulative` clocks go on counting through the periods, from 1. */
export function periodStart(
  { direction, max }: Pick<Clock, 'direction' | 'max'>,
  variant: 'per_period' | 'cumulative',
  period: number,
  periodSeconds: number,
): number {
  if (direction === 'down') return max;
  return variant === 'cumulative' ? periodSeconds * (period - 1) : 0;
}
