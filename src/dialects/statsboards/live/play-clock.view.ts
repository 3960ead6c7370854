import { ApiProperty } from '@nestjs/swagger';
import type { PlayClockReading } from '#modules/live/index.js';
import { CLOCK_STATUSES } from './clock.words.js';

export class PlayClockView {
  @ApiProperty({ type: 'integer', example: 1 })
  id: number;

  @ApiProperty({ type: 'integer', nullable: true, example: 40, description: 'Seconds shown at the last change' })
  playclock: number | null;

  @ApiProperty({ enum: CLOCK_STATUSES, example: 'running' })
  playclock_status: string;

  @ApiProperty({ type: 'integer', example: 123 })
  match_id: number;

  @ApiProperty({ type: 'integer', example: 2, description: 'One more with each change' })
  version: number;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'When exactly `playclock` was shown; null unless it runs',
  })
  started_at_ms: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Seconds that are left now' })
  playclock_time_remaining: number | null;

  @ApiProperty({ type: 'integer', description: 'The server’s time, to compare the client’s with' })
  server_time_ms: number;
}

export const playClockView = (clock: PlayClockReading): PlayClockView => ({
  id: clock.id,
  playclock: clock.playclock,
  playclock_status: clock.playclockStatus,
  match_id: clock.matchId,
  version: clock.version,
  started_at_ms: clock.startedAtMs,
  playclock_time_remaining: clock.remaining,
  server_time_ms: clock.serverTimeMs,
});
