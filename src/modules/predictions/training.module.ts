import { Module } from '@nestjs/common';
import { PredictionStoreRepository } from './prediction-store.repository.js';
import { TrainingRepository } from './training.repository.js';
import { TrainingService } from './training.service.js';

/** Training without a server, for commands. */
@Module({
  providers: [PredictionStoreRepository, TrainingRepository, TrainingService],
  exports: [TrainingRepository, TrainingService],
})
export class TrainingModule {}
