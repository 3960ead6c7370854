import { defineEntity, p } from '@mikro-orm/core';
import { Position } from '../competitions/position.entity.js';
import { Tournament } from '../competitions/tournament.entity.js';
import { Team } from '../teams/team.entity.js';
import { Player } from './player.entity.js';

/** A player's membership of a team for one tournament. */
const PlayerTeamTournamentSchema = defineEntity({
  name: 'PlayerTeamTournament',
  tableName: 'player_team_tournament',
  uniques: [{ name: 'player_team_tournament_player_tournament_unique', properties: ['player', 'tournament'] }],
  properties: {
    id: p.integer().primary(),
    playerTeamTournamentEeslId: p.integer().nullable().unique(),
    player: () => p.manyToOne(Player).nullable().deleteRule('cascade'),
    team: () => p.manyToOne(Team).nullable().deleteRule('set null').index(),
    tournament: () => p.manyToOne(Tournament).nullable().deleteRule('set null').index(),
    position: () => p.manyToOne(Position).nullable().deleteRule('set null').index(),
    playerNumber: p.string().length(10).nullable().default('0'),
  },
});

export class PlayerTeamTournament extends PlayerTeamTournamentSchema.class {}
PlayerTeamTournamentSchema.setClass(PlayerTeamTournament);
