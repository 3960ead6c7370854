import { defineEntity, p } from '@mikro-orm/core';
import { Webhook } from './webhook.entity.js';

/** One message to one webhook and the state of its latest attempt. */
const WebhookDeliverySchema = defineEntity({
  name: 'WebhookDelivery',
  tableName: 'webhook_delivery',
  indexes: [{ name: 'webhook_delivery_due_index', properties: ['status', 'nextTryAt'] }],
  properties: {
    id: p.integer().primary(),
    webhook: () => p.manyToOne(Webhook).deleteRule('cascade').index(),
    /** Stable over retries: receivers deduplicate by it. */
    messageId: p.string().length(64),
    event: p.string().length(64),
    payload: p.json<Record<string, unknown>>(),
    status: p.enum(['pending', 'delivered', 'failed']).default('pending'),
    attempt: p.integer().default(0),
    responseStatus: p.integer().nullable(),
    latencyMs: p.integer().nullable(),
    nextTryAt: p.datetime().columnType('timestamptz').nullable(),
    createdAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
  },
});

export class WebhookDelivery extends WebhookDeliverySchema.class {}
WebhookDeliverySchema.setClass(WebhookDelivery);
