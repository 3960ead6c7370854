import { defineEntity, p } from '@mikro-orm/core';
import { Position } from '../competitions/position.entity.js';
import { PlayerTeamTournament } from '../people/player-team-tournament.entity.js';
import { Team } from '../teams/team.entity.js';
import { Match } from './match.entity.js';

/** A player on the roster of one match. */
const PlayerMatchSchema = defineEntity({
  name: 'PlayerMatch',
  tableName: 'player_match',
  uniques: [{ name: 'player_match_match_membership_unique', properties: ['match', 'playerTeamTournament'] }],
  properties: {
    id: p.integer().primary(),
    playerMatchEeslId: p.integer().nullable().unique(),
    playerTeamTournament: () => p.manyToOne(PlayerTeamTournament).nullable().deleteRule('set null').index(),
    match: () => p.manyToOne(Match).deleteRule('cascade'),
    matchNumber: p.string().length(10).nullable().default('0'),
    team: () => p.manyToOne(Team).deleteRule('cascade').index(),
    matchPosition: () => p.manyToOne(Position).nullable().deleteRule('set null').index(),
    isStart: p.boolean().nullable().default(false),
    isStarting: p.boolean().nullable().default(false),
    startingType: p.string().length(20).nullable(),
  },
});

export class PlayerMatch extends PlayerMatchSchema.class {}
PlayerMatchSchema.setClass(PlayerMatch);
