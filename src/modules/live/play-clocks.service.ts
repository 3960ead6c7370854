import { Injectable } from '@nestjs/common';
import { type ClockStatus, holdClock, setClock, startClock } from '#core/football/clock/clock.js';
import { NotFound } from '#core/kernel/domain-error.js';
import type { Visibility } from '#platform/auth/caller.js';
import { ClockExpiry } from './clock-expiry.js';
import { refuseOutdated } from './clock-version.js';
import { ClocksRepository, PLAY_CLOCKS, type Timed } from './clocks.repository.js';
import { clockOfPlayClock, playClockReading, type PlayClockReading, type PlayClockRow } from './play-clock.row.js';

export type NewPlayClock = Pick<PlayClockRow, 'matchId'> &
  Partial<Pick<PlayClockRow, 'playclock' | 'playclockStatus' | 'version'>>;

/** Absent: unchanged; null clears the clock. */
export type PlayClockChange = Partial<Pick<PlayClockRow, 'playclock' | 'playclockStatus'>>;

const CLEARED: Partial<PlayClockRow> = {
  playclock: null,
  playclockStatus: 'stopped',
  startedAtMs: null,
  fractionMs: 0,
};

/** The clock between plays: counts down and clears itself at zero. Time is the database's. */
@Injectable()
export class PlayClocksService {
  constructor(
    private readonly clocks: ClocksRepository,
    private readonly expiry: ClockExpiry,
  ) {}

  /** @throws NotFound, also for one of a match the caller may not see */
  async get(id: number, visibility: Visibility = {}): Promise<PlayClockReading> {
    return reading(await this.clocks.find(PLAY_CLOCKS, id, visibility), id);
  }

  /** All that the caller may see. */
  async list(visibility: Visibility): Promise<PlayClockReading[]> {
    return (await this.clocks.list(PLAY_CLOCKS, visibility)).map(({ row, now }) => playClockReading(row, now));
  }

  async findByMatch(matchId: number): Promise<PlayClockReading | undefined> {
    const found = await this.clocks.findByMatch(PLAY_CLOCKS, matchId);
    return found && playClockReading(found.row, found.now);
  }

  /** By the id of the match; a match without one has no entry. */
  async listByMatches(matchIds: readonly number[]): Promise<Map<number, PlayClockReading>> {
    const found = await this.clocks.listByMatches(PLAY_CLOCKS, matchIds);
    return new Map(found.map(({ row, now }) => [row.matchId, playClockReading(row, now)]));
  }

  /** The clock of a journal entry, whose keys are the columns, as it reads at an instant of the database's time. */
  readEntry(data: Readonly<Record<string, unknown>>, now: number): PlayClockReading {
    return playClockReading(PLAY_CLOCKS.read(data), now);
  }

  /** Gives a match its play clock; one that it has already is returned as it is. @throws NotFound for the match */
  async create({ playclockStatus = 'stopped', ...values }: NewPlayClock): Promise<PlayClockReading> {
    if (!(await this.clocks.matchExists(values.matchId))) throw new NotFound('Match', values.matchId);
    const id = await this.clocks.insertOnce(PLAY_CLOCKS, { ...values, playclockStatus: 'stopped' });
    if (id === undefined) return (await this.findByMatch(values.matchId))!;
    return playclockStatus === 'stopped' ? this.get(id) : this.update(id, { playclockStatus });
  }

  /** Changes what is given. @throws NotFound */
  async update(id: number, { playclock, playclockStatus }: PlayClockChange): Promise<PlayClockReading> {
    return this.#change(id, (row, now) => {
      if (playclock === null) return CLEARED;
      const status = playclockStatus ?? row.playclockStatus;
      const clock = clockOfPlayClock(row);
      if (playclock !== undefined) return anchor(setClock(clock, now, playclock, status));
      if (row.playclock === null) return { ...CLEARED, playclockStatus: status === 'running' ? 'stopped' : status };
      return anchor(status === 'running' ? startClock(clock, now) : holdClock(clock, now, status));
    });
  }

  /**
   * Runs from these seconds; one that runs already goes on undisturbed. Here and below `seen` is the clock's version
   * that the caller has seen, when the change is for that one only.
   * @throws NotFound; Conflict `CLOCK_CHANGED` when it is at another version
   */
  async start(id: number, seconds: number, seen?: number): Promise<PlayClockReading> {
    return this.#change(
      id,
      (row, now) =>
        row.startedAtMs === null ? anchor(setClock(clockOfPlayClock(row), now, seconds, 'running')) : undefined,
      seen,
    );
  }

  /** Stops where it is. @throws NotFound; Conflict `CLOCK_CHANGED` */
  async stop(id: number, seen?: number): Promise<PlayClockReading> {
    return this.#change(
      id,
      (row, now) => (row.playclock === null ? CLEARED : anchor(holdClock(clockOfPlayClock(row), now, 'stopped'))),
      seen,
    );
  }

  /** Shows exactly these seconds, in this status. @throws NotFound; Conflict `CLOCK_CHANGED` */
  async set(id: number, status: ClockStatus, seconds: number, seen?: number): Promise<PlayClockReading> {
    return this.#change(id, (row, now) => anchor(setClock(clockOfPlayClock(row), now, seconds, status)), seen);
  }

  /** Shows nothing. @throws NotFound; Conflict `CLOCK_CHANGED` */
  async clear(id: number, seen?: number): Promise<PlayClockReading> {
    return this.#change(id, () => CLEARED, seen);
  }

  /** @throws NotFound */
  async delete(id: number): Promise<void> {
    if (!(await this.clocks.delete(PLAY_CLOCKS, id))) throw new NotFound('Playclock', id);
  }

  async #change(
    id: number,
    change: (row: PlayClockRow, now: number) => Partial<PlayClockRow> | undefined,
    seen?: number,
  ): Promise<PlayClockReading> {
    const guarded = (row: PlayClockRow, now: number): ReturnType<typeof change> => {
      refuseOutdated(row, seen);
      return change(row, now);
    };
    const changed = reading(await this.clocks.change(PLAY_CLOCKS, id, guarded), id);
    if (changed.startedAtMs !== null) this.expiry.look();
    return changed;
  }
}

function anchor({ seconds, status, startedAt, fraction }: ReturnType<typeof setClock>): Partial<PlayClockRow> {
  return { playclock: seconds, playclockStatus: status, startedAtMs: startedAt, fractionMs: fraction };
}

function reading(found: Timed<PlayClockRow> | undefined, id: number): PlayClockReading {
  if (found === undefined) throw new NotFound('Playclock', id);
  return playClockReading(found.row, found.now);
}
