import { defineEntity, p } from '@mikro-orm/core';
import { User } from '../accounts/user.entity.js';
import { Match } from '../matches/match.entity.js';

/** A manual correction of one folded statistic; it stands beside the fold, so a new play cannot lose it. */
const StatOverrideSchema = defineEntity({
  name: 'StatOverride',
  tableName: 'stat_override',
  properties: {
    id: p.integer().primary(),
    match: () => p.manyToOne(Match).deleteRule('cascade'),
    /** Dotted path into the statistics document, such as `teams.12.passing.yards`. */
    path: p.string().length(255),
    value: p.json<unknown>(),
    previous: p.json<unknown>().nullable(),
    author: () => p.manyToOne(User).nullable().deleteRule('set null').index(),
    clientTimestamp: p.datetime().columnType('timestamptz').nullable(),
    createdAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
  },
  uniques: [{ name: 'stat_override_match_path_unique', properties: ['match', 'path'] }],
});

export class StatOverride extends StatOverrideSchema.class {}
StatOverrideSchema.setClass(StatOverride);
