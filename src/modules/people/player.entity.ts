import { defineEntity, p } from '@mikro-orm/core';
import { User } from '../accounts/user.entity.js';
import { Sport } from '../competitions/sport.entity.js';
import { Person } from './person.entity.js';

const PlayerSchema = defineEntity({
  name: 'Player',
  tableName: 'player',
  uniques: [{ name: 'player_person_sport_unique', properties: ['person', 'sport'] }],
  properties: {
    id: p.integer().primary(),
    sport: () => p.manyToOne(Sport).nullable().deleteRule('cascade').index(),
    person: () => p.manyToOne(Person).nullable().deleteRule('cascade'),
    playerEeslId: p.integer().nullable().unique(),
    user: () => p.manyToOne(User).nullable().deleteRule('set null').index(),
    isPrivate: p.boolean().fieldName('isprivate').default(false),
  },
});

export class Player extends PlayerSchema.class {}
PlayerSchema.setClass(Player);
