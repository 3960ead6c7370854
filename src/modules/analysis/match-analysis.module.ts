import { Module } from '@nestjs/common';
import { MatchesModule } from '#modules/matches/index.js';
import { AnalysisInvalidation } from './analysis-invalidation.js';
import { AnalysisModule } from './analysis.module.js';
import { KeptAnalyses } from './kept-analyses.js';
import { MatchAnalysisResolver } from './match-analysis.resolver.js';
import { MatchLoader } from './match.loader.js';
import { SampledMatchResolver } from './sampled-match.resolver.js';

/** Analyses kept while nothing changes, and their fields in GraphQL; the bare service is in AnalysisModule. */
@Module({
  imports: [AnalysisModule, MatchesModule],
  providers: [AnalysisInvalidation, KeptAnalyses, MatchAnalysisResolver, MatchLoader, SampledMatchResolver],
  exports: [AnalysisModule, KeptAnalyses, MatchLoader],
})
export class MatchAnalysisModule {}
