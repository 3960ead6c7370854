import { Module } from '@nestjs/common';
import { MatchStatisticsService } from './match-statistics.service.js';
import { PlaysRepository } from './plays.repository.js';
import { PlaysService } from './plays.service.js';
import { StatisticsRepository } from './statistics.repository.js';

@Module({
  providers: [MatchStatisticsService, PlaysRepository, PlaysService, StatisticsRepository],
  exports: [MatchStatisticsService, PlaysService],
})
export class PlaysModule {}
