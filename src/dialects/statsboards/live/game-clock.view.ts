import { ApiProperty } from '@nestjs/swagger';
import type { GameClockReading } from '#modules/live/index.js';
import { CLOCK_STATUSES } from './clock.words.js';

export class GameClockView {
  @ApiProperty({ type: 'integer', example: 1 })
  id: number;

  @ApiProperty({ type: 'integer', example: 720, description: 'Seconds shown at the last change' })
  gameclock: number;

  @ApiProperty({ type: 'integer', nullable: true, example: 720 })
  gameclock_max: number | null;

  @ApiProperty({ enum: CLOCK_STATUSES, example: 'running' })
  gameclock_status: string;

  @ApiProperty({ type: 'integer', nullable: true, example: 650, description: 'Seconds that are left now' })
  gameclock_time_remaining: number | null;

  @ApiProperty({ type: 'integer', example: 123 })
  match_id: number;

  @ApiProperty({ type: 'integer', example: 2, description: 'One more with each change' })
  version: number;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'When exactly `gameclock` was shown; null unless it runs',
  })
  started_at_ms: number | null;

  @ApiProperty({ enum: ['down', 'up'] })
  direction: string;

  @ApiProperty({ enum: ['hold', 'reset'] })
  on_stop_behavior: string;

  @ApiProperty()
  use_sport_preset: boolean;

  @ApiProperty({ type: 'integer', description: 'The server’s time, to compare the client’s with' })
  server_time_ms: number;
}

export const gameClockView = (clock: GameClockReading): GameClockView => ({
  id: clock.id,
  gameclock: clock.gameclock,
  gameclock_max: clock.gameclockMax,
  gameclock_status: clock.gameclockStatus,
  gameclock_time_remaining: clock.remaining,
  match_id: clock.matchId,
  version: clock.version,
  started_at_ms: clock.startedAtMs,
  direction: clock.direction,
  on_stop_behavior: clock.onStopBehavior,
  use_sport_preset: clock.useSportPreset,
  server_time_ms: clock.serverTimeMs,
});
