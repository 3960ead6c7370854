import { defineEntity, p } from '@mikro-orm/core';
import { Match } from '../matches/match.entity.js';
import { Player } from '../people/player.entity.js';
import { Team } from '../teams/team.entity.js';

/** A generic event with a place on the field. Corrections are new revisions that name what they supersede. */
const MatchEventSchema = defineEntity({
  name: 'MatchEvent',
  tableName: 'match_event',
  indexes: [
    { name: 'match_event_match_clock_index', properties: ['match', 'period', 'clockSeconds', 'id'] },
    { name: 'match_event_match_type_index', properties: ['match', 'type'] },
  ],
  properties: {
    id: p.integer().primary(),
    match: () => p.manyToOne(Match).deleteRule('cascade'),
    period: p.smallint().default(1),
    /** Seconds since the start of the match's clock. */
    clockSeconds: p.double(),
    type: p.string().length(64),
    player: () => p.manyToOne(Player).nullable().deleteRule('set null').index(),
    team: () => p.manyToOne(Team).nullable().deleteRule('set null').index(),
    /** 0-100 towards the attacked goal. */
    x: p.float().nullable(),
    /** 0-100 left to right as the attacking team sees it. */
    y: p.float().nullable(),
    outcome: p.string().length(64).nullable(),
    xg: p.float().nullable(),
    details: p.json<Record<string, unknown>>().nullable(),
    revision: p.integer().default(1),
    status: p.enum(['provisional', 'confirmed', 'amended', 'retracted']).default('confirmed'),
    supersedes: () => p.manyToOne(MatchEvent).nullable().deleteRule('set null').index(),
    createdAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
  },
});

export class MatchEvent extends MatchEventSchema.class {}
MatchEventSchema.setClass(MatchEvent);
