import { clockEndsAt } from '#core/football/clock/clock.js';
import { type GameClockReading, gameClockState, type PlayClockReading, playClockState } from '#modules/live/index.js';
import { gameClockView, type GameClockView } from '../live/game-clock.view.js';
import { playClockView, type PlayClockView } from '../live/play-clock.view.js';
import type { LiveRows, Row } from './live-rows.js';
import { SecondTicks } from './second-ticks.js';

export type ClockKind = 'gameclock' | 'playclock';

/** Reads clocks from their rows, as they are at an instant of the database's time. */
export interface ClockReaders {
  gameClock(row: Row, now: number): GameClockReading;
  playClock(row: Row, now: number): PlayClockReading;
  now(): number;
}

/** The clocks of one match as they are at any moment, and a call whenever the seconds they show have changed. */
export class MatchClocks {
  readonly #ticks: Readonly<Record<ClockKind, SecondTicks>>;

  constructor(
    private readonly rows: LiveRows,
    private readonly read: ClockReaders,
    tick: (kind: ClockKind) => void,
  ) {
    const now = (): number => read.now();
    this.#ticks = {
      gameclock: new SecondTicks(now, () => tick('gameclock')),
      playclock: new SecondTicks(now, () => tick('playclock')),
    };
  }

  game(now: number): GameClockView | null {
    const row = this.rows.gameClock;
    return row && gameClockView(this.read.gameClock(row, now));
  }

  play(now: number): PlayClockView | null {
    const row = this.rows.playClock;
    return row && playClockView(this.read.playClock(row, now));
  }

  /** To be called when a clock's row has changed. */
  follow(kind: ClockKind): void {
    const clock = this.#state(kind);
    const endsAt = clock && clockEndsAt(clock);
    this.#ticks[kind].follow(endsAt === undefined ? undefined : { startedAt: clock!.startedAt!, endsAt });
  }

  stop(): void {
    this.#ticks.gameclock.stop();
    this.#ticks.playclock.stop();
  }

  #state(kind: ClockKind): ReturnType<typeof gameClockState> | undefined {
    const { gameClock, playClock } = this.rows;
    if (kind === 'gameclock') return gameClock ? gameClockState(this.read.gameClock(gameClock, 0)) : undefined;
    return playClock ? playClockState(this.read.playClock(playClock, 0)) : undefined;
  }
}
