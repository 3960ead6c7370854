import { defineEntity, p } from '@mikro-orm/core';
import { User } from '../accounts/user.entity.js';

const ApiClientSchema = defineEntity({
  name: 'ApiClient',
  tableName: 'api_client',
  properties: {
    id: p.integer().primary(),
    clientId: p.string().length(64).unique(),
    name: p.string().length(255),
    /** argon2id of the OAuth2 client secret; the secret itself is shown once. */
    secretHash: p.string().length(255).nullable().hidden(),
    plan: p.enum(['free', 'developer', 'pro', 'enterprise']).default('free'),
    scopes: p.array(),
    owner: () => p.manyToOne(User).nullable().deleteRule('set null').index(),
    isActive: p.boolean().default(true),
    createdAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
  },
});

export class ApiClient extends ApiClientSchema.class {}
ApiClientSchema.setClass(ApiClient);
