import { Module } from '@nestjs/common';
import { AnalysisService } from './analysis.service.js';
import { ContextRepository } from './context.repository.js';
import { FixturesRepository } from './fixtures.repository.js';
import { SamplesRepository } from './samples.repository.js';

@Module({
  providers: [AnalysisService, ContextRepository, FixturesRepository, SamplesRepository],
  exports: [AnalysisService],
})
export class AnalysisModule {}
