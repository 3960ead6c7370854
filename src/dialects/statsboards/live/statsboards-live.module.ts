import { Module } from '@nestjs/common';
import { LiveModule } from '#modules/live/index.js';
import { PlaysModule } from '#modules/plays/index.js';
import { FootballEventsController } from './football-events.controller.js';
import { GameClocksController } from './game-clocks.controller.js';
import { MatchStatsController } from './match-stats.controller.js';
import { PlayClocksController } from './play-clocks.controller.js';
import { ScoreboardsController } from './scoreboards.controller.js';

/** The live match: clocks, scoreboard, plays and their statistics. */
@Module({
  imports: [LiveModule, PlaysModule],
  controllers: [
    FootballEventsController,
    GameClocksController,
    MatchStatsController,
    PlayClocksController,
    ScoreboardsController,
  ],
})
export class StatsboardsLiveModule {}
