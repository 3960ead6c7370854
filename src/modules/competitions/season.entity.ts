import { defineEntity, p } from '@mikro-orm/core';

const SeasonSchema = defineEntity({
  name: 'Season',
  tableName: 'season',
  indexes: [
    // At most one current season, whatever the number of concurrent writers.
    {
      name: 'season_one_current',
      expression: 'create unique index "season_one_current" on "season" ("iscurrent") where "iscurrent"',
    },
  ],
  properties: {
    id: p.integer().primary(),
    /** Calendar year in which the season starts. */
    year: p.integer().unique(),
    description: p.text().nullable().default(''),
    isCurrent: p.boolean().fieldName('iscurrent').nullable().default(false),
  },
});

export class Season extends SeasonSchema.class {}
SeasonSchema.setClass(Season);
