import { defineEntity, p } from '@mikro-orm/core';
import { Prediction } from './prediction.entity.js';

const PredictionEvaluationSchema = defineEntity({
  name: 'PredictionEvaluation',
  tableName: 'prediction_evaluation',
  properties: {
    prediction: () => p.oneToOne(Prediction).owner().primary().deleteRule('cascade'),
    outcome: p.enum(['home', 'draw', 'away']),
    correct: p.boolean(),
    brierScore: p.double(),
    logLoss: p.double(),
    rps: p.double(),
    /** Per unit staked at the odds of record; null where no odds were known. */
    profit: p.double().nullable(),
    evaluatedAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
  },
});

export class PredictionEvaluation extends PredictionEvaluationSchema.class {}
PredictionEvaluationSchema.setClass(PredictionEvaluation);
