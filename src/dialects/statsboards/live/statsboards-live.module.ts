import { Module } from '@nestjs/common';
import { CompetitionsModule } from '#modules/competitions/index.js';
import { LiveModule } from '#modules/live/index.js';
import { MatchesModule } from '#modules/matches/index.js';
import { PeopleModule } from '#modules/people/index.js';
import { PlaysModule } from '#modules/plays/index.js';
import { SponsorsModule } from '#modules/sponsors/index.js';
import { EventsWithPlayersController } from './events-with-players.controller.js';
import { FootballEventsController } from './football-events.controller.js';
import { GameClocksController } from './game-clocks.controller.js';
import { LiveMatchQuery } from './live-match.query.js';
import { MatchDataController } from './match-data.controller.js';
import { MatchLiveRowsController } from './match-live-rows.controller.js';
import { MatchLiveRowsQuery } from './match-live-rows.query.js';
import { MatchOverviewController } from './match-overview.controller.js';
import { MatchOverviewQuery } from './match-overview.query.js';
import { MatchPayloadController } from './match-payload.controller.js';
import { MatchPayloadQuery } from './match-payload.query.js';
import { MatchRostersController } from './match-rosters.controller.js';
import { MatchStatsController } from './match-stats.controller.js';
import { MatchSurroundingsController } from './match-surroundings.controller.js';
import { MatchesController, MatchesCrudController } from './matches.controller.js';
import { PlayClocksController } from './play-clocks.controller.js';
import { PlayersMatchController, PlayersMatchCrudController } from './players-match.controller.js';
import { ScoreboardsController } from './scoreboards.controller.js';
import { TournamentBoardsController } from './tournament-boards.controller.js';

/** The match and what is live about it: clocks, scoreboard, plays and their statistics. */
@Module({
  imports: [CompetitionsModule, LiveModule, MatchesModule, PeopleModule, PlaysModule, SponsorsModule],
  controllers: [
    EventsWithPlayersController,
    FootballEventsController,
    GameClocksController,
    MatchDataController,
    MatchLiveRowsController,
    MatchOverviewController,
    MatchPayloadController,
    MatchRostersController,
    MatchStatsController,
    MatchSurroundingsController,
    MatchesController,
    MatchesCrudController,
    PlayClocksController,
    PlayersMatchController,
    PlayersMatchCrudController,
    ScoreboardsController,
    TournamentBoardsController,
  ],
  providers: [LiveMatchQuery, MatchLiveRowsQuery, MatchOverviewQuery, MatchPayloadQuery],
})
export class StatsboardsLiveModule {}
