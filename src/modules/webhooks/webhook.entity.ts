import { defineEntity, p } from '@mikro-orm/core';
import { ApiClient } from '../access/api-client.entity.js';

const WebhookSchema = defineEntity({
  name: 'Webhook',
  tableName: 'webhook',
  properties: {
    id: p.integer().primary(),
    client: () => p.manyToOne(ApiClient).deleteRule('cascade').index(),
    url: p.string().length(2048),
    events: p.array(),
    secret: p.string().length(255).hidden(),
    isActive: p.boolean().default(true),
    disabledReason: p.string().length(255).nullable(),
    createdAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
  },
});

export class Webhook extends WebhookSchema.class {}
WebhookSchema.setClass(Webhook);
