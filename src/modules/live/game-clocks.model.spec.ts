import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockEndsAt, clockMs, type ClockDirection, endClock } from '#core/football/clock/clock.js';
import type { ClockExpiry } from './clock-expiry.js';
import type { ClocksRepository } from './clocks.repository.js';
import { anchorOf, clockOf, type GameClockRow } from './game-clock.row.js';
import { GameClocksService } from './game-clocks.service.js';

const PERIOD_SECONDS = 720;
const ID = 1;

/** The stored row of one clock and the database's time, which the test lets pass. */
class Store {
  row: GameClockRow;
  now = 1_700_000_000_000;
  expiries = 0;

  constructor(direction: ClockDirection) {
    this.row = {
      id: ID,
      matchId: 1,
      gameclock: direction === 'down' ? PERIOD_SECONDS : 0,
      gameclockMax: PERIOD_SECONDS,
      gameclockStatus: 'stopped',
      gameclockTimeRemaining: PERIOD_SECONDS,
      version: 1,
      startedAtMs: null,
      fractionMs: 0,
      direction,
      onStopBehavior: 'hold',
      useSportPreset: true,
    };
  }

  /** A process that has just started and knows nothing but what is stored, as it went through the database. */
  service(): GameClocksService {
    this.row = JSON.parse(JSON.stringify(this.row)) as GameClockRow;
    const repository = {
      find: () => Promise.resolve({ row: this.row, now: this.now }),
      period: () => Promise.resolve({ period: 1, variant: 'per_period', seconds: PERIOD_SECONDS }),
      change: async (
        _table: unknown,
        _id: number,
        change: (row: GameClockRow, now: number) => Promise<Partial<GameClockRow> | undefined>,
      ) => {
        const values = await change(this.row, this.now);
        if (values !== undefined) this.row = { ...this.row, ...values, version: this.row.version + 1 };
        return { row: this.row, now: this.now };
      },
    };
    return new GameClocksService(
      repository as unknown as ClocksRepository,
      { look: () => undefined } as unknown as ClockExpiry,
    );
  }

  /** Two processes look at once: each would end the clock it has seen, at the version it has seen. */
  look(): void {
    const seen = this.row;
    const endsAt = clockEndsAt(clockOf(seen));
    if (endsAt === undefined || endsAt > this.now) return;
    for (let process = 0; process < 2; process++) {
      if (this.row.version !== seen.version || this.row.startedAtMs === null) continue;
      this.row = { ...this.row, ...anchorOf(endClock(clockOf(this.row)), this.now), version: this.row.version + 1 };
      this.expiries++;
    }
  }
}

/** What a stop-watch would show: milliseconds left, or gone when it counts up. */
class StopWatch {
  ms: number;
  running = false;
  ends = 0;

  constructor(private readonly direction: ClockDirection) {
    this.ms = this.beginning;
  }

  get beginning(): number {
    return this.direction === 'down' ? PERIOD_SECONDS * 1000 : 0;
  }

  get atEnd(): boolean {
    return this.direction === 'down' ? this.ms === 0 : this.ms >= PERIOD_SECONDS * 1000;
  }

  pass(ms: number): void {
    if (!this.running) return;
    this.ms = this.direction === 'down' ? Math.max(0, this.ms - ms) : Math.min(PERIOD_SECONDS * 1000, this.ms + ms);
    if (!this.atEnd) return;
    this.running = false;
    this.ends++;
  }

  set(ms: number, running: boolean): void {
    this.ms = this.direction === 'down' ? ms : Math.min(PERIOD_SECONDS * 1000, ms);
    this.running = running && !this.atEnd;
  }
}

const ms = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 5_000 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 400_000 }) },
);
const step = fc.oneof(
  fc.record({ kind: fc.constant('start' as const), ms }),
  fc.record({ kind: fc.constant('pause' as const), ms }),
  fc.record({ kind: fc.constant('reset' as const), ms }),
  fc.record({
    kind: fc.constant('correct' as const),
    ms,
    seconds: fc.integer({ min: 0, max: PERIOD_SECONDS }),
    running: fc.boolean(),
  }),
  // Nobody is there for so long, and then a new process.
  fc.record({ kind: fc.constant('restart' as const), ms }),
);

describe('a game clock', () => {
  it.each(['down', 'up'] as const)(
    'that counts %s shows what a stop-watch would, through any commands and restarts, and ends once',
    async (direction) => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
          const store = new Store(direction);
          const watch = new StopWatch(direction);
          let service = store.service();
          let seen = { version: 0, ms: 0 };
          const observe = async (): Promise<void> => {
            const { version } = await service.get(ID);
            const shown = clockMs(clockOf(store.row), store.now);
            expect(Math.abs(shown - watch.ms)).toBeLessThanOrEqual(1);
            if (version === seen.version) {
              expect(direction === 'down' ? seen.ms - shown : shown - seen.ms).toBeGreaterThanOrEqual(0);
            }
            seen = { version, ms: shown };
          };
          for (const each of steps) {
            if (each.kind === 'start') {
              await service.start(ID);
              watch.set(watch.ms, true);
            } else if (each.kind === 'pause') {
              await service.pause(ID);
              watch.running = false;
            } else if (each.kind === 'reset') {
              await service.reset(ID);
              watch.set(watch.beginning, false);
            } else if (each.kind === 'correct') {
              await service.set(ID, each.running ? 'running' : 'stopped', each.seconds);
              watch.set(each.seconds * 1000, each.running);
            }
            await observe();
            // In parts, so that no step back between two looks goes unseen.
            for (const part of [0.3, 0.7]) {
              const passes = Math.round(each.ms * part);
              store.now += passes;
              watch.pass(passes);
              if (each.kind !== 'restart') store.look();
              await observe();
            }
            if (each.kind === 'restart') {
              service = store.service();
              store.look();
              await observe();
            }
          }
          expect(store.expiries).toBe(watch.ends);
        }),
        { numRuns: 1_000 },
      );
    },
  );
});
