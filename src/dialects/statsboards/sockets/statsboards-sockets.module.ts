import { Module } from '@nestjs/common';
import { CompetitionsModule } from '#modules/competitions/index.js';
import { LiveModule } from '#modules/live/index.js';
import { MatchesModule } from '#modules/matches/index.js';
import { PlaysModule } from '#modules/plays/index.js';
import { SponsorsModule } from '#modules/sponsors/index.js';
import { MatchRooms } from './match-rooms.js';
import { MatchSockets } from './match-sockets.js';
import { MatchSurroundings } from './match-surroundings.js';
import { SocketCallers } from './socket-callers.js';
import { SocketDoor } from './socket-door.js';
import { StatisticsEditing } from './statistics-editing.js';
import { StatisticsRooms } from './statistics-rooms.js';
import { StatisticsSockets } from './statistics-sockets.js';
import { StatisticsViews } from './statistics-views.js';

/** The two documented WebSockets: the live match, and its statistics. */
@Module({
  imports: [CompetitionsModule, LiveModule, MatchesModule, PlaysModule, SponsorsModule],
  providers: [
    MatchRooms,
    MatchSockets,
    MatchSurroundings,
    SocketCallers,
    SocketDoor,
    StatisticsEditing,
    StatisticsRooms,
    StatisticsSockets,
    StatisticsViews,
  ],
})
export class StatsboardsSocketsModule {}
