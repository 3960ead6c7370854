import { defineEntity, p } from '@mikro-orm/core';

const SponsorLineSchema = defineEntity({
  name: 'SponsorLine',
  tableName: 'sponsor_line',
  properties: {
    id: p.integer().primary(),
    title: p.string().length(50).collation('en-US-x-icu').nullable().default('Sponsor Line'),
    isVisible: p.boolean().nullable(),
  },
});

export class SponsorLine extends SponsorLineSchema.class {}
SponsorLineSchema.setClass(SponsorLine);
