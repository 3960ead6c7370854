import { defineEntity, p } from '@mikro-orm/core';
import { User } from '../accounts/user.entity.js';
import { Tournament } from '../competitions/tournament.entity.js';
import { SponsorLine } from '../sponsors/sponsor-line.entity.js';
import { Sponsor } from '../sponsors/sponsor.entity.js';
import { Team } from '../teams/team.entity.js';
import { MATCH_STATUSES } from '#core/kernel/match-status.js';

const MatchSchema = defineEntity({
  name: 'Match',
  tableName: 'match',
  indexes: [
    { name: 'match_kickoff_index', properties: ['kickoffAt', 'id'] },
    { name: 'match_tournament_kickoff_index', properties: ['tournament', 'kickoffAt'] },
    { name: 'match_home_kickoff_index', properties: ['home', 'kickoffAt'] },
    { name: 'match_away_kickoff_index', properties: ['away', 'kickoffAt'] },
    { name: 'match_status_kickoff_index', properties: ['status', 'kickoffAt'] },
    { name: 'match_week_kickoff_index', properties: ['week', 'kickoffAt', 'id'] },
    // Only of matches that are not over.
    ...['team_a_id', 'team_b_id', 'tournament_id'].map((column) => ({
      name: `match_open_${column}_index`,
      expression: `create index "match_open_${column}_index" on "match" ("${column}") where status not in ('finished', 'awarded', 'cancelled', 'abandoned')`,
    })),
    {
      name: 'match_venue_trgm',
      expression: 'create index "match_venue_trgm" on "match" using gin ("venue" gin_trgm_ops)',
    },
    {
      name: 'match_referee_trgm',
      expression: 'create index "match_referee_trgm" on "match" using gin ("referee" gin_trgm_ops)',
    },
  ],
  properties: {
    id: p.integer().primary(),
    matchEeslId: p.integer().nullable().unique(),
    home: () => p.manyToOne(Team).fieldName('team_a_id').deleteRule('cascade'),
    away: () => p.manyToOne(Team).fieldName('team_b_id').deleteRule('cascade'),
    tournament: () => p.manyToOne(Tournament).nullable().deleteRule('cascade'),
    matchDate: p.datetime().columnType('timestamptz').nullable().defaultRaw('now()'),
    /** The domain's name of `match_date`; a generated column, so the two cannot differ. */
    kickoffAt: p.datetime().columnType('timestamptz').nullable().generated('("match_date") stored'),
    week: p.integer().nullable(),
    status: p.enum(MATCH_STATUSES).default('scheduled'),
    venue: p.string().length(255).collation('en-US-x-icu').nullable(),
    referee: p.string().length(255).collation('en-US-x-icu').nullable(),
    attendance: p.integer().nullable(),
    scoreHome: p.integer().nullable(),
    scoreAway: p.integer().nullable(),
    halfTimeHome: p.integer().nullable(),
    halfTimeAway: p.integer().nullable(),
    /** Opaque public identifier: an upstream's, or 25 random base-36 characters. */
    publicId: p
      .string()
      .length(64)
      .unique()
      .defaultRaw(`substr(replace(gen_random_uuid()::text, '-', ''), 1, 25)`)
      // PostgreSQL rewrites the expression, and the schema comparison would see a change for ever.
      .ignoreSchemaChanges('default'),
    /** Last version in the journal; kept by triggers, ignored when written. */
    version: p.integer().default(1),
    mainSponsor: () => p.manyToOne(Sponsor).nullable().deleteRule('no action').index(),
    sponsorLine: () => p.manyToOne(SponsorLine).nullable().deleteRule('no action').index(),
    user: () => p.manyToOne(User).nullable().deleteRule('set null').index(),
    isPrivate: p.boolean().fieldName('isprivate').default(false),
  },
});

export class Match extends MatchSchema.class {}
MatchSchema.setClass(Match);
