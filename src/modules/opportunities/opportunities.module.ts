import { Module } from '@nestjs/common';
import { MatchAnalysisModule } from '#modules/analysis/index.js';
import { CompetitionsModule } from '#modules/competitions/index.js';
import { OpportunitiesResolver } from './opportunities.resolver.js';
import { OpportunitiesService } from './opportunities.service.js';

@Module({
  imports: [CompetitionsModule, MatchAnalysisModule],
  providers: [OpportunitiesResolver, OpportunitiesService],
  exports: [OpportunitiesService],
})
export class OpportunitiesModule {}
