import { Injectable } from '@nestjs/common';
import {
  type Clock,
  type ClockStatus,
  holdClock,
  periodStart,
  setClock,
  startClock,
} from '#core/football/clock/clock.js';
import { NotFound } from '#core/kernel/domain-error.js';
import type { Visibility } from '#platform/auth/caller.js';
import { ClockExpiry } from './clock-expiry.js';
import { refuseOutdated } from './clock-version.js';
import { ClocksRepository, GAME_CLOCKS, type Timed } from './clocks.repository.js';
import { anchorOf, clockOf, gameClockReading, type GameClockReading, type GameClockRow } from './game-clock.row.js';

export type NewGameClock = Pick<GameClockRow, 'matchId'> & Partial<Omit<GameClockRow, 'id' | 'matchId' | 'fractionMs'>>;

/** What may be changed by hand. Absent: unchanged. */
export type GameClockChange = Partial<
  Pick<
    GameClockRow,
    'gameclock' | 'gameclockMax' | 'gameclockStatus' | 'direction' | 'onStopBehavior' | 'useSportPreset'
  >
>;

/**
 * The game clock of a match. Nothing is written while it runs; whoever asks gets the anchor and what is left. Time is
 * the database's, so that processes whose clocks differ agree.
 */
@Injectable()
export class GameClocksService {
  constructor(
    private readonly clocks: ClocksRepository,
    private readonly expiry: ClockExpiry,
  ) {}

  /** @throws NotFound, also for one of a match the caller may not see */
  async get(id: number, visibility: Visibility = {}): Promise<GameClockReading> {
    return reading(await this.clocks.find(GAME_CLOCKS, id, visibility), id);
  }

  async findByMatch(matchId: number): Promise<GameClockReading | undefined> {
    const found = await this.clocks.findByMatch(GAME_CLOCKS, matchId);
    return found && gameClockReading(found.row, found.now);
  }

  /** By the id of the match; a match without one has no entry. */
  async listByMatches(matchIds: readonly number[]): Promise<Map<number, GameClockReading>> {
    const found = await this.clocks.listByMatches(GAME_CLOCKS, matchIds);
    return new Map(found.map(({ row, now }) => [row.matchId, gameClockReading(row, now)]));
  }

  /** The clock of a journal entry, whose keys are the columns, as it reads at an instant of the database's time. */
  readEntry(data: Readonly<Record<string, unknown>>, now: number): GameClockReading {
    return gameClockReading(GAME_CLOCKS.read(data), now);
  }

  /** Gives a match its game clock; one that it has already is returned as it is. @throws NotFound for the match */
  async create({ gameclockStatus = 'stopped', ...values }: NewGameClock): Promise<GameClockReading> {
    if (!(await this.clocks.matchExists(values.matchId))) throw new NotFound('Match', values.matchId);
    const id = await this.clocks.insertOnce(GAME_CLOCKS, { ...values, gameclockStatus: 'stopped' });
    if (id === undefined) return (await this.findByMatch(values.matchId))!;
    return gameclockStatus === 'stopped' ? this.get(id) : this.update(id, { gameclockStatus });
  }

  /**
   * Changes what is given. A new status starts or holds the clock; new seconds are shown from now on.
   * @throws NotFound
   */
  async update(id: number, change: GameClockChange): Promise<GameClockReading> {
    return this.#change(id, (row, now) => {
      const { gameclock, gameclockStatus, ...given } = change;
      const rest = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      const base = { ...row, ...rest };
      const status = gameclockStatus ?? row.gameclockStatus;
      const clock = clockOf(base);
      const changed =
        gameclock !== undefined
          ? setClock(clock, now, gameclock, status)
          : status === 'running'
            ? startClock(clock, now)
            : holdClock(clock, now, status);
      return { ...rest, ...anchorOf(changed, now) };
    });
  }

  /**
   * Runs from what it shows; one that runs, or has ended, stays as it is. Here and below `seen` is the clock's version
   * that the caller has seen, when the change is for that one only.
   * @throws NotFound; Conflict `CLOCK_CHANGED` when it is at another version
   */
  async start(id: number, seen?: number): Promise<GameClockReading> {
    return this.#move(id, startClock, seen);
  }

  /** Stops where it is; one that is paused already stays as it is. @throws NotFound; Conflict `CLOCK_CHANGED` */
  async pause(id: number, seen?: number): Promise<GameClockReading> {
    return this.#move(id, (clock, now) => holdClock(clock, now, 'paused'), seen);
  }

  /** Stops where it is, for good; one that is stopped already stays as it is. @throws NotFound; Conflict `CLOCK_CHANGED` */
  async stop(id: number, seen?: number): Promise<GameClockReading> {
    return this.#move(id, (clock, now) => holdClock(clock, now, 'stopped'), seen);
  }

  /** Shows exactly these seconds, in this status. @throws NotFound; Conflict `CLOCK_CHANGED` */
  async set(id: number, status: ClockStatus, seconds: number, seen?: number): Promise<GameClockReading> {
    return this.#change(id, (row, now) => anchorOf(setClock(clockOf(row), now, seconds, status), now), seen);
  }

  /** Back to where the match's present period begins, stopped. @throws NotFound; Conflict `CLOCK_CHANGED` */
  async reset(id: number, seen?: number): Promise<GameClockReading> {
    return this.#change(
      id,
      async (row, now) => {
        const { period, variant, seconds } = await this.clocks.period(row.matchId);
        const clock = clockOf(row);
        return anchorOf(setClock(clock, now, periodStart(clock, variant, period, seconds), 'stopped'), now);
      },
      seen,
    );
  }

  /**
   * Sets the end of a clock that counts through the periods to that of the match's present one, and keeps what it shows
   * within it. Clocks that do not follow their sport's preset, and matches without a clock, are left alone.
   */
  async followPeriod(matchId: number): Promise<void> {
    const found = await this.clocks.findByMatch(GAME_CLOCKS, matchId);
    if (found === undefined || !found.row.useSportPreset) return;
    const { period, variant, seconds } = await this.clocks.period(matchId);
    if (variant !== 'cumulative') return;
    await this.clocks.change(GAME_CLOCKS, found.row.id, (row, now) => {
      const max = seconds * period;
      const clock = { ...clockOf(row), max };
      if (max === row.gameclockMax) return undefined;
      return row.gameclock <= max
        ? anchorOf(clock, now)
        : anchorOf(setClock(clock, now, max, row.gameclockStatus), now);
    });
  }

  /** @throws NotFound */
  async delete(id: number): Promise<void> {
    if (!(await this.clocks.delete(GAME_CLOCKS, id))) throw new NotFound('Gameclock', id);
  }

  /** Nothing is written of a clock that stays as it is. */
  #move(id: number, move: (clock: Clock, now: number) => Clock, seen?: number): Promise<GameClockReading> {
    return this.#change(
      id,
      (row, now) => {
        const clock = clockOf(row);
        const moved = move(clock, now);
        return moved === clock ? undefined : anchorOf(moved, now);
      },
      seen,
    );
  }

  async #change(
    id: number,
    change: (
      row: GameClockRow,
      now: number,
    ) => Partial<GameClockRow> | undefined | Promise<Partial<GameClockRow> | undefined>,
    seen?: number,
  ): Promise<GameClockReading> {
    const guarded = (row: GameClockRow, now: number): ReturnType<typeof change> => {
      refuseOutdated(row, seen);
      return change(row, now);
    };
    const changed = reading(await this.clocks.change(GAME_CLOCKS, id, guarded), id);
    if (changed.startedAtMs !== null) this.expiry.look();
    return changed;
  }
}

function reading(found: Timed<GameClockRow> | undefined, id: number): GameClockReading {
  if (found === undefined) throw new NotFound('Gameclock', id);
  return gameClockReading(found.row, found.now);
}
