import { defineEntity, p } from '@mikro-orm/core';
import { ApiClient } from '../access/api-client.entity.js';
import { Match } from '../matches/match.entity.js';
import { Prediction } from './prediction.entity.js';

const PredictionRequestSchema = defineEntity({
  name: 'PredictionRequest',
  tableName: 'prediction_request',
  indexes: [{ name: 'prediction_request_status_index', properties: ['status', 'priority', 'id'] }],
  properties: {
    id: p.integer().primary(),
    client: () => p.manyToOne(ApiClient).nullable().deleteRule('set null').index(),
    match: () => p.manyToOne(Match).nullable().deleteRule('set null').index(),
    prediction: () => p.manyToOne(Prediction).nullable().deleteRule('set null').index(),
    payload: p.json<Record<string, unknown>>(),
    status: p.enum(['queued', 'running', 'completed', 'failed', 'cancelled']).default('queued'),
    progress: p.smallint().default(0),
    priority: p.smallint().default(0),
    callbackUrl: p.string().length(2048).nullable(),
    error: p.text().nullable(),
    submittedAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
    startedAt: p.datetime().columnType('timestamptz').nullable(),
    finishedAt: p.datetime().columnType('timestamptz').nullable(),
  },
});

export class PredictionRequest extends PredictionRequestSchema.class {}
PredictionRequestSchema.setClass(PredictionRequest);
