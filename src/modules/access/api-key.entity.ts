import { defineEntity, p } from '@mikro-orm/core';
import { ApiClient } from './api-client.entity.js';

const ApiKeySchema = defineEntity({
  name: 'ApiKey',
  tableName: 'api_key',
  properties: {
    id: p.integer().primary(),
    client: () => p.manyToOne(ApiClient).deleteRule('cascade').index(),
    /** The part of the key that may be shown again. */
    prefix: p.string().length(16).unique(),
    /** SHA-256 of the whole key, hex. */
    keyHash: p.string().length(64).unique().hidden(),
    scopes: p.array(),
    expiresAt: p.datetime().columnType('timestamptz').nullable(),
    lastUsedAt: p.datetime().columnType('timestamptz').nullable(),
    revokedAt: p.datetime().columnType('timestamptz').nullable(),
    createdAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
  },
});

export class ApiKey extends ApiKeySchema.class {}
ApiKeySchema.setClass(ApiKey);
