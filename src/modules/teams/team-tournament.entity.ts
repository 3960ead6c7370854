import { defineEntity, p } from '@mikro-orm/core';
import { Tournament } from '../competitions/tournament.entity.js';
import { Team } from './team.entity.js';

const TeamTournamentSchema = defineEntity({
  name: 'TeamTournament',
  tableName: 'team_tournament',
  uniques: [{ name: 'team_tournament_unique', properties: ['tournament', 'team'] }],
  properties: {
    id: p.integer().primary(),
    tournament: () => p.manyToOne(Tournament).deleteRule('cascade'),
    team: () => p.manyToOne(Team).deleteRule('cascade').index(),
  },
});

export class TeamTournament extends TeamTournamentSchema.class {}
TeamTournamentSchema.setClass(TeamTournament);
