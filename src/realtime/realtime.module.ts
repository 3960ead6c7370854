import { type DynamicModule, Global, Module } from '@nestjs/common';
import { LiveModule } from '#modules/live/index.js';
import { MatchesModule } from '#modules/matches/index.js';
import { PlaysModule } from '#modules/plays/index.js';
import { DashboardsGateway } from './dashboards.gateway.js';
import { Feed } from './feed.js';
import { FeedStreams } from './feed-stream.js';
import { GraphqlTransport } from './graphql-transport.js';
import { Hub } from './hub.js';
import { JournalListener } from './journal-listener.js';
import { JournalPump } from './journal-pump.js';
import { JournalRepository } from './journal.repository.js';
import { GameClockStream, PlayClockStream } from './live/clock-streams.js';
import { LiveStreams } from './live/live-streams.js';
import { LiveUpdatesResolver } from './live/live-updates.resolver.js';
import { PlaysStream } from './live/plays-stream.js';
import { ScoreboardStream } from './live/scoreboard-stream.js';
import { ServerTime } from './live/server-time.js';
import { StatisticsStream } from './live/statistics-stream.js';
import { MatchFeedResolver } from './match-feed.resolver.js';
import { REALTIME_OPTIONS, type RealtimeOptions } from './realtime-options.js';
import { UpgradeRouter } from './upgrade-router.js';
import { Viewers } from './viewers.js';

@Global()
@Module({})
export class RealtimeModule {
  static forRoot(options: RealtimeOptions): DynamicModule {
    return {
      module: RealtimeModule,
      imports: [LiveModule, MatchesModule, PlaysModule],
      providers: [
        { provide: REALTIME_OPTIONS, useValue: options },
        DashboardsGateway,
        Feed,
        FeedStreams,
        GameClockStream,
        GraphqlTransport,
        Hub,
        JournalListener,
        JournalPump,
        JournalRepository,
        LiveStreams,
        LiveUpdatesResolver,
        MatchFeedResolver,
        PlayClockStream,
        PlaysStream,
        ScoreboardStream,
        ServerTime,
        StatisticsStream,
        UpgradeRouter,
        Viewers,
      ],
      exports: [
        Feed,
        FeedStreams,
        GraphqlTransport,
        Hub,
        JournalListener,
        REALTIME_OPTIONS,
        ServerTime,
        UpgradeRouter,
        Viewers,
      ],
    };
  }
}
