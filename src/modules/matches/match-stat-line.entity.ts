import { defineEntity, p } from '@mikro-orm/core';
import { Team } from '../teams/team.entity.js';
import { Match } from './match.entity.js';

/** One team's soccer numbers in one period of a match; null means unknown, never zero. */
const MatchStatLineSchema = defineEntity({
  name: 'MatchStatLine',
  tableName: 'match_stat_line',
  uniques: [{ name: 'match_stat_line_unique', properties: ['match', 'team', 'period'] }],
  properties: {
    id: p.integer().primary(),
    match: () => p.manyToOne(Match).deleteRule('cascade'),
    team: () => p.manyToOne(Team).deleteRule('cascade').index(),
    period: p.enum(['full', 'first_half', 'second_half']),
    goals: p.smallint().nullable(),
    corners: p.smallint().nullable(),
    shots: p.smallint().nullable(),
    shotsOnTarget: p.smallint().nullable(),
    yellowCards: p.smallint().nullable(),
    redCards: p.smallint().nullable(),
    fouls: p.smallint().nullable(),
    offsides: p.smallint().nullable(),
    saves: p.smallint().nullable(),
    possession: p.float().nullable(),
    xg: p.float().nullable(),
  },
});

export class MatchStatLine extends MatchStatLineSchema.class {}
MatchStatLineSchema.setClass(MatchStatLine);
