import { Module } from '@nestjs/common';
import { CompetitionsModule } from '#modules/competitions/index.js';
import { MatchesModule } from '#modules/matches/index.js';
import { MarketsResolver } from './markets.resolver.js';
import { MatchOddsResolver } from './match-odds.resolver.js';
import { MatchPredictionResolver } from './match-prediction.resolver.js';
import { ModelsRepository } from './models.repository.js';
import { ModelsResolver } from './models.resolver.js';
import { ModelsService } from './models.service.js';
import { OddsRepository } from './odds.repository.js';
import { OddsService } from './odds.service.js';
import { PredictionRefresher } from './prediction-refresher.js';
import { PredictionResolver } from './prediction.resolver.js';
import { PredictionsRepository } from './predictions.repository.js';
import { PredictionsService } from './predictions.service.js';
import { TournamentModelResolver } from './tournament-model.resolver.js';
import { TrainingModule } from './training.module.js';

@Module({
  imports: [CompetitionsModule, MatchesModule, TrainingModule],
  providers: [
    MarketsResolver,
    MatchOddsResolver,
    MatchPredictionResolver,
    ModelsRepository,
    ModelsResolver,
    ModelsService,
    OddsRepository,
    OddsService,
    PredictionRefresher,
    PredictionResolver,
    PredictionsRepository,
    PredictionsService,
    TournamentModelResolver,
  ],
  exports: [ModelsService, OddsService, PredictionsService, TrainingModule],
})
export class PredictionsModule {}
