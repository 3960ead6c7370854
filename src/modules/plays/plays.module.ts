import { Module } from '@nestjs/common';
import { MatchesModule } from '#modules/matches/index.js';
import { MatchPlaysResolver, PlayConnectionResolver } from './match-plays.resolver.js';
import { MatchStatisticsService } from './match-statistics.service.js';
import { PlayJournalRepository } from './play-journal.repository.js';
import { PlayPagesRepository } from './play-pages.repository.js';
import { PlayRecordingService } from './play-recording.service.js';
import { PlayStoreModule } from './play-store.module.js';
import { PlayPartsResolver, PlaysResolver } from './plays.resolver.js';
import { StatisticsHistory } from './statistics-history.js';
import { StatisticsJournalRepository } from './statistics-journal.repository.js';
import {
  DefencePlayersResolver,
  OffencePlayersResolver,
  QuarterbackPlayersResolver,
} from './statistics-players.resolver.js';
import { StatisticsRepository } from './statistics.repository.js';
import { MatchStatisticsResolver, StatisticsResolver } from './statistics.resolver.js';

@Module({
  imports: [MatchesModule, PlayStoreModule],
  providers: [
    DefencePlayersResolver,
    MatchPlaysResolver,
    MatchStatisticsResolver,
    MatchStatisticsService,
    OffencePlayersResolver,
    PlayConnectionResolver,
    PlayJournalRepository,
    PlayPagesRepository,
    PlayPartsResolver,
    PlayRecordingService,
    PlaysResolver,
    QuarterbackPlayersResolver,
    StatisticsHistory,
    StatisticsJournalRepository,
    StatisticsRepository,
    StatisticsResolver,
  ],
  exports: [MatchStatisticsService, PlayRecordingService, PlayStoreModule, StatisticsHistory],
})
export class PlaysModule {}
