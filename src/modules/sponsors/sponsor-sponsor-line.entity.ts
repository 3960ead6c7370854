import { defineEntity, p } from '@mikro-orm/core';
import { SponsorLine } from './sponsor-line.entity.js';
import { Sponsor } from './sponsor.entity.js';

const SponsorSponsorLineSchema = defineEntity({
  name: 'SponsorSponsorLine',
  tableName: 'sponsor_sponsor_line',
  uniques: [{ name: 'sponsor_sponsor_line_unique', properties: ['sponsorLine', 'sponsor'] }],
  properties: {
    id: p.integer().primary(),
    sponsorLine: () => p.manyToOne(SponsorLine).deleteRule('cascade'),
    sponsor: () => p.manyToOne(Sponsor).deleteRule('cascade').index(),
    position: p.integer().nullable().default(1),
  },
});

export class SponsorSponsorLine extends SponsorSponsorLineSchema.class {}
SponsorSponsorLineSchema.setClass(SponsorSponsorLine);
