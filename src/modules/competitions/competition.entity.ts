import { defineEntity, p } from '@mikro-orm/core';
import { Sport } from './sport.entity.js';

/** What is played again every season; a tournament is one season of it. */
const CompetitionSchema = defineEntity({
  name: 'Competition',
  tableName: 'competition',
  properties: {
    id: p.integer().primary(),
    sport: () => p.manyToOne(Sport).deleteRule('cascade').index(),
    title: p.string().length(255).collation('en-US-x-icu'),
    country: p.string().length(100).nullable(),
  },
});

export class Competition extends CompetitionSchema.class {}
CompetitionSchema.setClass(Competition);
