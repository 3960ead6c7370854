import type { ClockDirection, ClockStatus } from '#core/football/clock/clock.js';
import type { GameClockChange, NewGameClock } from '#modules/live/index.js';
import { BooleanField, IntField, WordField } from '../statsboards.fields.js';
import { CLOCK_STATUSES, MAX_SECONDS } from './clock.words.js';

const seconds = { min: 0, max: MAX_SECONDS, optional: true, example: 720 };

export class GameClockUpdateBody {
  @IntField(seconds)
  gameclock?: number;

  @IntField(seconds)
  gameclock_max?: number;

  @WordField(CLOCK_STATUSES, { optional: true, example: 'running' })
  gameclock_status?: ClockStatus;

  @IntField({ ...seconds, nullable: true, description: 'Taken and not stored: it follows from the rest' })
  gameclock_time_remaining?: number | null;

  @WordField(['down', 'up'], { optional: true })
  direction?: ClockDirection;

  @WordField(['hold', 'reset'], { optional: true })
  on_stop_behavior?: 'hold' | 'reset';

  @BooleanField({ optional: true })
  use_sport_preset?: boolean;

  changes(): GameClockChange {
    return {
      gameclock: this.gameclock,
      gameclockMax: this.gameclock_max,
      gameclockStatus: this.gameclock_status,
      direction: this.direction,
      onStopBehavior: this.on_stop_behavior,
      useSportPreset: this.use_sport_preset,
    };
  }
}

export class GameClockCreateBody extends GameClockUpdateBody {
  @IntField({ example: 123 })
  match_id: number;

  @IntField({ min: 1, optional: true })
  version?: number;

  values(): NewGameClock {
    return { ...this.changes(), matchId: this.match_id, version: this.version };
  }
}
