import { defineEntity, p } from '@mikro-orm/core';
import { ApiClient } from './api-client.entity.js';

/** Requests of one client in one window of its plan. */
const PlanUsageSchema = defineEntity({
  name: 'PlanUsage',
  tableName: 'plan_usage',
  properties: {
    client: () => p.manyToOne(ApiClient).primary().deleteRule('cascade'),
    window: p.string().length(32).primary(),
    startsAt: p.datetime().columnType('timestamptz').primary(),
    used: p.integer().default(0),
  },
});

export class PlanUsage extends PlanUsageSchema.class {}
PlanUsageSchema.setClass(PlanUsage);
