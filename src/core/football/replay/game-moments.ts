import { gameInstants, quarterSeconds, type TimedPlay } from './game-instants.js';

/**
 * What is seen of a game at a moment. `at` is seconds since the beginning at the speed of the game; `play` counts from
 * 0. Everything a moment says is absolute, so that a replay can go on at any of them.
 */
export type GameMoment = { readonly at: number } & (
  | { readonly kind: 'period'; readonly quarter: number; readonly seconds: number }
  /** The teams line up for a play; the play clock begins at `playClock`. */
  | { readonly kind: 'line-up'; readonly play: number; readonly playClock: number }
  | { readonly kind: 'snap'; readonly play: number; readonly clock: number; readonly runs: boolean }
  /** A play is over; the game clock stops at `clock`, or runs on when that is null. */
  | { readonly kind: 'whistle'; readonly play: number; readonly clock: number | null }
  | { readonly kind: 'period-end'; readonly quarter: number }
  | { readonly kind: 'halftime' }
  | { readonly kind: 'end' }
);

/** Seconds that a play takes at least, and after which the clock runs on when it does. */
const UNTIMED_PLAY = 4;
const PLAY = 7;
/** A clock that shows so few seconds between two snaps was stopped after the first. */
const STOPPED_WITHIN = 12;
/** Seconds between a dead ball and the next snap while the clock stands still. */
const DEAD_BALL = 6;
const BREAK = 5;
const HALFTIME = 15;
const PLAY_CLOCK = { running: 40, stopped: 25 };

/**
 * The moments of a game in their order. They are as far apart as the game's clock says; where it stands still, a play
 * and the time before the next get a few seconds each, so that a game takes little longer than its playing time.
 * @param usualQuarter seconds of a quarter, for plays that have no clock
 */
export function gameMoments(plays: readonly TimedPlay[], usualQuarter?: number): GameMoment[] {
  const instants = gameInstants(plays, usualQuarter);
  const moments: GameMoment[] = [];
  let at = 0;
  for (const [play, { quarter, clock }] of instants.entries()) {
    const before = instants[play - 1];
    const next = instants[play + 1];
    const isFirst = before?.quarter !== quarter;
    if (isFirst) {
      const seconds = quarterSeconds(plays, quarter, usualQuarter);
      moments.push({ at, kind: 'period', quarter, seconds });
      at += DEAD_BALL;
    }
    // The seconds of this quarter up to the next snap, or to its end.
    const passes = clock - (next?.quarter === quarter ? next.clock : 0);
    const opening = isFirst ? quarterSeconds(plays, quarter, usualQuarter) - clock : 0;
    if (opening > 0) moments.push({ at, kind: 'snap', play, clock: clock + opening, runs: true });
    at += opening;
    const last = moments.at(-1);
    const ran = last?.kind === 'whistle' && last.clock === null;
    const lineUpAt = ran ? last.at : at - (isFirst ? 0 : DEAD_BALL);
    moments.push({
      at: lineUpAt,
      kind: 'line-up',
      play,
      playClock: ran ? PLAY_CLOCK.running : PLAY_CLOCK.stopped,
    });
    moments.push({ at, kind: 'snap', play, clock, runs: passes > 0 });
    const runsOn = passes > STOPPED_WITHIN;
    const lasts = runsOn ? PLAY : Math.max(passes, passes > 0 ? 0 : UNTIMED_PLAY);
    moments.push({ at: at + lasts, kind: 'whistle', play, clock: runsOn ? null : clock - passes });
    at += runsOn ? passes : lasts + DEAD_BALL;
    if (next?.quarter !== quarter) at = endPeriod(moments, at, quarter, next?.quarter);
  }
  return moments;
}

function endPeriod(moments: GameMoment[], at: number, quarter: number, next: number | undefined): number {
  moments.push({ at, kind: 'period-end', quarter });
  if (next === undefined) {
    moments.push({ at, kind: 'end' });
    return at;
  }
  if (quarter === 2) moments.push({ at, kind: 'halftime' });
  return at + (quarter === 2 ? HALFTIME : BREAK);
}
