import { Module } from '@nestjs/common';
import { ClockExpiry } from './clock-expiry.js';
import { ClocksRepository } from './clocks.repository.js';
import { GameClocksService } from './game-clocks.service.js';
import { PlayClocksService } from './play-clocks.service.js';
import { ScoreboardsRepository } from './scoreboards.repository.js';
import { ScoreboardsService } from './scoreboards.service.js';

@Module({
  providers: [
    ClockExpiry,
    ClocksRepository,
    GameClocksService,
    PlayClocksService,
    ScoreboardsRepository,
    ScoreboardsService,
  ],
  exports: [GameClocksService, PlayClocksService, ScoreboardsService],
})
export class LiveModule {}
