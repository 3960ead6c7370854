// Owns models and what they predict, and bookmakers' odds.
// Promises predictions and prices as they were made and observed, never changed; the same inputs give the same prediction.
// Listens to the feed: a result renews the predictions of coming fixtures.
export { PredictionsModule } from './predictions.module.js';
export { TrainingModule } from './training.module.js';
export { ModelsService } from './models.service.js';
export { OddsService } from './odds.service.js';
export { PredictionsService } from './predictions.service.js';
export {
  type TrainedTournament,
  type TrainingOptions,
  type TrainingProgress,
  TrainingService,
} from './training.service.js';
export type { ForecastScores, ModelEvaluation } from './model-evaluation.js';
export type { OddsFilter, OddsRow } from './odds.row.js';
export type { ChainVerdict } from './prediction-chain.js';
export type { ModelVersionRow, PredictionRow } from './prediction.row.js';
export type { TargetFilter, TrainingTarget } from './training.repository.js';
