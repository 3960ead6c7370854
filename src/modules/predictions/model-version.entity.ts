import { defineEntity, p } from '@mikro-orm/core';
import { Tournament } from '../competitions/tournament.entity.js';

/** A trained model: what was fitted, on which window, and how it did walking forward. */
const ModelVersionSchema = defineEntity({
  name: 'ModelVersion',
  tableName: 'model_version',
  indexes: [{ name: 'model_version_tournament_index', properties: ['tournament', 'modelId', 'id'] }],
  uniques: [{ name: 'model_version_unique', properties: ['modelId', 'tournament', 'version'] }],
  properties: {
    id: p.integer().primary(),
    modelId: p.string().length(64),
    /** Digest of options and parameters: the same training gives the same version. */
    version: p.string().length(64),
    tournament: () => p.manyToOne(Tournament).nullable().deleteRule('cascade'),
    options: p.json<Record<string, unknown>>(),
    params: p.json<Record<string, unknown>>(),
    trainedFrom: p.datetime().columnType('timestamptz').nullable(),
    trainedTo: p.datetime().columnType('timestamptz').nullable(),
    trainedOn: p.integer(),
    evaluation: p.json<Record<string, unknown>>().nullable(),
    createdAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
  },
});

export class ModelVersion extends ModelVersionSchema.class {}
ModelVersionSchema.setClass(ModelVersion);
