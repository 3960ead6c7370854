import { defineEntity, p } from '@mikro-orm/core';
import { Sport } from './sport.entity.js';

const PositionSchema = defineEntity({
  name: 'Position',
  tableName: 'position',
  uniques: [{ name: 'position_sport_title_unique', properties: ['sport', 'title'] }],
  properties: {
    id: p.integer().primary(),
    title: p.string().length(50).collation('en-US-x-icu'),
    sport: () => p.manyToOne(Sport).nullable().deleteRule('cascade'),
    category: p.string().length(50).nullable(),
  },
});

export class Position extends PositionSchema.class {}
PositionSchema.setClass(Position);
