import { Module } from '@nestjs/common';
import { ProvidersModule } from '#modules/providers/index.js';
import { AnalysisService } from './analysis.service.js';
import { FixturesRepository } from './fixtures.repository.js';
import { PastRepository } from './past.repository.js';

@Module({
  imports: [ProvidersModule],
  providers: [AnalysisService, FixturesRepository, PastRepository],
  exports: [AnalysisService],
})
export class AnalysisModule {}
