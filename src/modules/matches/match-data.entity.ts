import { defineEntity, p } from '@mikro-orm/core';
import { Match } from './match.entity.js';

const MatchDataSchema = defineEntity({
  name: 'MatchData',
  tableName: 'matchdata',
  properties: {
    id: p.integer().primary(),
    match: () => p.oneToOne(Match).owner().deleteRule('cascade').unique(),
    scoreTeamA: p.integer().nullable().default(0),
    scoreTeamB: p.integer().nullable().default(0),
    fieldLength: p.integer().nullable().default(92),
    gameStatus: p.string().length(50).nullable().default('in-progress'),
    timeoutTeamA: p.string().length(4).nullable().default('●●●'),
    timeoutTeamB: p.string().length(4).nullable().default('●●●'),
    qtr: p.string().length(10).nullable().default('1st'),
    periodKey: p.string().length(50).default('period.1'),
    ballOn: p.integer().nullable().default(20),
    down: p.string().length(10).nullable().default('1st'),
    distance: p.string().length(20).nullable().default('10'),
  },
});

export class MatchData extends MatchDataSchema.class {}
MatchDataSchema.setClass(MatchData);
