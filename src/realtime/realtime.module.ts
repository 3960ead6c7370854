import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DashboardsGateway } from './dashboards.gateway.js';
import { Feed } from './feed.js';
import { FeedStreams } from './feed-stream.js';
import { GraphqlTransport } from './graphql-transport.js';
import { Hub } from './hub.js';
import { JournalListener } from './journal-listener.js';
import { JournalPump } from './journal-pump.js';
import { JournalRepository } from './journal.repository.js';
import { MatchFeedResolver } from './match-feed.resolver.js';
import { REALTIME_OPTIONS, type RealtimeOptions } from './realtime-options.js';
import { UpgradeRouter } from './upgrade-router.js';

@Global()
@Module({})
export class RealtimeModule {
  static forRoot(options: RealtimeOptions): DynamicModule {
    return {
      module: RealtimeModule,
      providers: [
        { provide: REALTIME_OPTIONS, useValue: options },
        DashboardsGateway,
        Feed,
        FeedStreams,
        GraphqlTransport,
        Hub,
        JournalListener,
        JournalPump,
        JournalRepository,
        MatchFeedResolver,
        UpgradeRouter,
      ],
      exports: [Feed, FeedStreams, GraphqlTransport, Hub, JournalListener, UpgradeRouter],
    };
  }
}
