import type { ClockStatus } from '#core/football/clock/clock.js';
import type { NewPlayClock, PlayClockChange } from '#modules/live/index.js';
import { IntField, WordField } from '../statsboards.fields.js';
import { CLOCK_STATUSES, MAX_SECONDS } from './clock.words.js';

export class PlayClockUpdateBody {
  @IntField({ min: 0, max: MAX_SECONDS, optional: true, nullable: true, example: 40, description: 'Null clears it' })
  playclock?: number | null;

  @WordField(CLOCK_STATUSES, { optional: true, example: 'stopped' })
  playclock_status?: ClockStatus;

  changes(): PlayClockChange {
    return { playclock: this.playclock, playclockStatus: this.playclock_status };
  }
}

export class PlayClockCreateBody extends PlayClockUpdateBody {
  @IntField({ example: 123 })
  match_id: number;

  @IntField({ min: 1, optional: true })
  version?: number;

  values(): NewPlayClock {
    return { ...this.changes(), matchId: this.match_id, version: this.version };
  }
}
