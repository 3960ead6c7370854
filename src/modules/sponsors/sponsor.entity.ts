import { defineEntity, p } from '@mikro-orm/core';

const SponsorSchema = defineEntity({
  name: 'Sponsor',
  tableName: 'sponsor',
  indexes: [
    {
      name: 'sponsor_title_trgm',
      expression: 'create index "sponsor_title_trgm" on "sponsor" using gin ("title" gin_trgm_ops)',
    },
  ],
  properties: {
    id: p.integer().primary(),
    title: p.string().length(50).collation('en-US-x-icu').index(),
    logoUrl: p.string().length(255).nullable().default(''),
    scaleLogo: p.double().nullable(),
  },
});

export class Sponsor extends SponsorSchema.class {}
SponsorSchema.setClass(Sponsor);
