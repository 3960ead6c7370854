import { defineEntity, p } from '@mikro-orm/core';
import { User } from '../accounts/user.entity.js';
import { Sport } from '../competitions/sport.entity.js';
import { SponsorLine } from '../sponsors/sponsor-line.entity.js';
import { Sponsor } from '../sponsors/sponsor.entity.js';

const TeamSchema = defineEntity({
  name: 'Team',
  tableName: 'team',
  indexes: [
    {
      name: 'team_title_trgm',
      expression: 'create index "team_title_trgm" on "team" using gin ("title" gin_trgm_ops)',
    },
  ],
  properties: {
    id: p.integer().primary(),
    teamEeslId: p.integer().nullable().unique(),
    title: p.string().length(50).collation('en-US-x-icu').index(),
    /** Two to four capitals for scoreboards, made from the title when the team is created. */
    code: p.string().length(4).nullable(),
    description: p.text().nullable().default(''),
    teamLogoUrl: p.string().length(500).nullable(),
    teamLogoIconUrl: p.string().length(500).nullable().default(''),
    teamLogoWebUrl: p.string().length(500).nullable().default(''),
    sport: () => p.manyToOne(Sport).nullable().deleteRule('cascade').index(),
    city: p.string().length(50).collation('en-US-x-icu').nullable(),
    teamColor: p.string().length(10).default('#c01c28'),
    mainSponsor: () => p.manyToOne(Sponsor).nullable().deleteRule('no action').index(),
    sponsorLine: () => p.manyToOne(SponsorLine).nullable().deleteRule('no action').index(),
    user: () => p.manyToOne(User).nullable().deleteRule('set null').index(),
    isPrivate: p.boolean().fieldName('isprivate').default(false),
  },
});

export class Team extends TeamSchema.class {}
TeamSchema.setClass(Team);
