import { defineEntity, p } from '@mikro-orm/core';
import { User } from '../accounts/user.entity.js';
import { SponsorLine } from '../sponsors/sponsor-line.entity.js';
import { Sponsor } from '../sponsors/sponsor.entity.js';
import { Competition } from './competition.entity.js';
import { Season } from './season.entity.js';
import { Sport } from './sport.entity.js';

const TournamentSchema = defineEntity({
  name: 'Tournament',
  tableName: 'tournament',
  indexes: [
    {
      name: 'tournament_title_trgm',
      expression: 'create index "tournament_title_trgm" on "tournament" using gin ("title" gin_trgm_ops)',
    },
  ],
  uniques: [{ name: 'tournament_competition_season_unique', properties: ['competition', 'season'] }],
  properties: {
    id: p.integer().primary(),
    tournamentEeslId: p.integer().nullable().unique(),
    title: p.string().length(255).collation('en-US-x-icu').index(),
    description: p.text().nullable().default(''),
    tournamentLogoUrl: p.string().length(255).nullable(),
    tournamentLogoIconUrl: p.string().length(500).nullable().default(''),
    tournamentLogoWebUrl: p.string().length(500).nullable().default(''),
    season: () => p.manyToOne(Season).deleteRule('cascade').index(),
    sport: () => p.manyToOne(Sport).deleteRule('cascade').index(),
    competition: () => p.manyToOne(Competition).nullable().deleteRule('set null'),
    mainSponsor: () => p.manyToOne(Sponsor).nullable().deleteRule('no action').index(),
    sponsorLine: () => p.manyToOne(SponsorLine).nullable().deleteRule('no action').index(),
    user: () => p.manyToOne(User).nullable().deleteRule('set null').index(),
    isPrivate: p.boolean().fieldName('isprivate').default(false),
  },
});

export class Tournament extends TournamentSchema.class {}
TournamentSchema.setClass(Tournament);
