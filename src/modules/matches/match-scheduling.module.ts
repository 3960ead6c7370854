import { Module } from '@nestjs/common';
import { LiveModule } from '#modules/live/index.js';
import { MatchDataRepository } from './match-data.repository.js';
import { MatchDataService } from './match-data.service.js';
import { MatchSchedulingRepository } from './match-scheduling.repository.js';
import { MatchSchedulingService } from './match-scheduling.service.js';

/** Making matches and keeping their state of play, without a server: for commands too. */
@Module({
  imports: [LiveModule],
  providers: [MatchDataRepository, MatchDataService, MatchSchedulingRepository, MatchSchedulingService],
  exports: [MatchDataRepository, MatchDataService, MatchSchedulingRepository, MatchSchedulingService],
})
export class MatchSchedulingModule {}
