import { Module } from '@nestjs/common';
import { BadgeFreshness } from './ingestion/badge-freshness.js';
import { BadgeStoreRepository } from './ingestion/badge-store.repository.js';
import { DayFreshness } from './ingestion/day-freshness.js';
import { FixtureResources } from './ingestion/fixture-resources.js';
import { Freshness } from './ingestion/freshness.js';
import { GroundRepository } from './ingestion/ground.repository.js';
import { ListingStore } from './ingestion/listing-store.js';
import { MatchFreshness } from './ingestion/match-freshness.js';
import { MatchStoreRepository } from './ingestion/match-store.repository.js';
import { Prefetch } from './ingestion/prefetch.js';
import { ResourceRefresher } from './ingestion/resource-refresher.js';
import { ResourcesRepository } from './ingestion/resources.repository.js';
import { TeamStoreRepository } from './ingestion/team-store.repository.js';
import { TournamentStoreRepository } from './ingestion/tournament-store.repository.js';
import { UpstreamsModule } from './upstreams.module.js';

@Module({
  imports: [UpstreamsModule],
  providers: [
    BadgeFreshness,
    BadgeStoreRepository,
    DayFreshness,
    FixtureResources,
    Freshness,
    GroundRepository,
    ListingStore,
    MatchFreshness,
    MatchStoreRepository,
    Prefetch,
    ResourceRefresher,
    ResourcesRepository,
    TeamStoreRepository,
    TournamentStoreRepository,
  ],
  exports: [Freshness],
})
export class ProvidersModule {}
