import { Module } from '@nestjs/common';
import { LiveModule } from '#modules/live/index.js';
import { MatchesModule } from '#modules/matches/index.js';
import { ClocksResolver } from './clocks.resolver.js';
import { LiveStateLoaders } from './live-state.loaders.js';
import { MatchClocksService } from './match-clocks.service.js';
import { MatchLiveStateResolver } from './match-live-state.resolver.js';
import { ScoreboardsResolver } from './scoreboards.resolver.js';
import { ScoringRepository } from './scoring.repository.js';
import { ScoringService } from './scoring.service.js';

@Module({
  imports: [LiveModule, MatchesModule],
  providers: [
    ClocksResolver,
    LiveStateLoaders,
    MatchClocksService,
    MatchLiveStateResolver,
    ScoreboardsResolver,
    ScoringRepository,
    ScoringService,
  ],
})
export class ScoringModule {}
