import { defineEntity, p } from '@mikro-orm/core';

/** One thing a provider was asked for: how old our knowledge of it is, and what of it has no table of its own. */
const ProviderResourceSchema = defineEntity({
  name: 'ProviderResource',
  tableName: 'provider_resource',
  properties: {
    source: p.string().length(32).primary(),
    kind: p.string().length(32).primary(),
    externalId: p.string().length(255).primary(),
    /** Null until the provider has answered once. */
    fetchedAt: p.datetime().columnType('timestamptz').nullable(),
    freshUntil: p.datetime().columnType('timestamptz').nullable(),
    /** Last attempt that gave no answer. */
    failedAt: p.datetime().columnType('timestamptz').nullable(),
    data: p.json().nullable(),
  },
});

export class ProviderResource extends ProviderResourceSchema.class {}
ProviderResourceSchema.setClass(ProviderResource);
