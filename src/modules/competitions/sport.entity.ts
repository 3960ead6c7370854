import { defineEntity, p } from '@mikro-orm/core';
import { SportScoreboardPreset } from './sport-scoreboard-preset.entity.js';

const SportSchema = defineEntity({
  name: 'Sport',
  tableName: 'sport',
  properties: {
    id: p.integer().primary(),
    title: p.string().length(255).collation('en-US-x-icu').unique(),
    description: p.text().nullable().default(''),
    /** What the domain may assume of the sport: `soccer`, `american-football`, `other`. */
    kind: p.string().length(32).default('other'),
    scoreboardPreset: () =>
      p.manyToOne(SportScoreboardPreset).fieldName('scoreboard_preset_id').nullable().deleteRule('set null').index(),
  },
});

export class Sport extends SportSchema.class {}
SportSchema.setClass(Sport);
