import { defineEntity, p } from '@mikro-orm/core';
import { Match } from '../matches/match.entity.js';
import { Player } from '../people/player.entity.js';

/** Physical, physiological and technical metrics of one player in one match. */
const PlayerPerformanceSchema = defineEntity({
  name: 'PlayerPerformance',
  tableName: 'player_performance',
  indexes: [{ name: 'player_performance_player_date_index', properties: ['player', 'date'] }],
  uniques: [{ name: 'player_performance_match_player_unique', properties: ['match', 'player'] }],
  properties: {
    id: p.integer().primary(),
    match: () => p.manyToOne(Match).deleteRule('cascade'),
    player: () => p.manyToOne(Player).deleteRule('cascade'),
    date: p.datetime().columnType('timestamptz'),
    minutesPlayed: p.integer().nullable(),
    physical: p.json<Record<string, number>>().nullable(),
    physiological: p.json<Record<string, number>>().nullable(),
    technical: p.json<Record<string, number>>().nullable(),
  },
});

export class PlayerPerformance extends PlayerPerformanceSchema.class {}
PlayerPerformanceSchema.setClass(PlayerPerformance);
