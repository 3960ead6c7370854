import { Module } from '@nestjs/common';
import { LiveModule } from '#modules/live/index.js';
import { MatchesModule } from '#modules/matches/index.js';
import { PlaysModule } from '#modules/plays/index.js';
import { EventsWithPlayersController } from './events-with-players.controller.js';
import { FootballEventsController } from './football-events.controller.js';
import { GameClocksController } from './game-clocks.controller.js';
import { MatchDataController } from './match-data.controller.js';
import { MatchOverviewController } from './match-overview.controller.js';
import { MatchOverviewQuery } from './match-overview.query.js';
import { MatchRostersController } from './match-rosters.controller.js';
import { MatchStatsController } from './match-stats.controller.js';
import { PlayClocksController } from './play-clocks.controller.js';
import { ScoreboardsController } from './scoreboards.controller.js';

/** The live match: clocks, scoreboard, plays and their statistics. */
@Module({
  imports: [LiveModule, MatchesModule, PlaysModule],
  controllers: [
    EventsWithPlayersController,
    FootballEventsController,
    GameClocksController,
    MatchDataController,
    MatchOverviewController,
    MatchRostersController,
    MatchStatsController,
    PlayClocksController,
    ScoreboardsController,
  ],
  providers: [MatchOverviewQuery],
})
export class StatsboardsLiveModule {}
