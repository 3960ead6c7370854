import { defineEntity, p } from '@mikro-orm/core';
import { Match } from '../matches/match.entity.js';
import { ModelVersion } from './model-version.entity.js';

/** What a model said, and when. Rows are never changed; each names the digest of the one before it for the match. */
const PredictionSchema = defineEntity({
  name: 'Prediction',
  tableName: 'prediction',
  indexes: [{ name: 'prediction_match_index', properties: ['match', 'id'] }],
  properties: {
    id: p.integer().primary(),
    match: () => p.manyToOne(Match).deleteRule('cascade'),
    modelVersion: () => p.manyToOne(ModelVersion).deleteRule('cascade').index(),
    distribution: p.json<Record<string, unknown>>(),
    inputsDigest: p.string().length(64),
    /** Nothing later than this moment was known to the model. */
    asOf: p.datetime().columnType('timestamptz'),
    /** True when the row was stored before kickoff, false when it was computed afterwards for the record. */
    publishedBeforeKickoff: p.boolean(),
    previousHash: p.string().length(64).nullable(),
    hash: p.string().length(64),
    createdAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
  },
});

export class Prediction extends PredictionSchema.class {}
PredictionSchema.setClass(Prediction);
