import { defineEntity, p } from '@mikro-orm/core';

/** The one mapping from any outside identifier to ours. */
const ExternalRefSchema = defineEntity({
  name: 'ExternalRef',
  tableName: 'external_ref',
  indexes: [{ name: 'external_ref_internal_index', properties: ['kind', 'internalId'] }],
  properties: {
    source: p.string().length(32).primary(),
    kind: p.string().length(32).primary(),
    externalId: p.string().length(255).primary(),
    internalId: p.integer(),
    /** Digest of the facts last stored under this id: an import skips what has not changed. */
    digest: p.string().length(64).nullable(),
  },
});

export class ExternalRef extends ExternalRefSchema.class {}
ExternalRefSchema.setClass(ExternalRef);
