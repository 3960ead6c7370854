import { defineEntity, p } from '@mikro-orm/core';
import { Match } from '../matches/match.entity.js';
import { PlayerMatch } from '../matches/player-match.entity.js';

const ScoreboardSchema = defineEntity({
  name: 'Scoreboard',
  tableName: 'scoreboard',
  properties: {
    id: p.integer().primary(),
    match: () => p.oneToOne(Match).owner().nullable().deleteRule('cascade').unique(),
    isQtr: p.boolean().default(true),
    isTime: p.boolean().default(true),
    isPlayclock: p.boolean().default(true),
    isDowndistance: p.boolean().default(true),
    teamAGameColor: p.string().length(10).default('#c01c28'),
    useTeamAGameColor: p.boolean().nullable().default(false),
    teamBGameColor: p.string().length(10).default('#1c71d8'),
    useTeamBGameColor: p.boolean().nullable().default(false),
    teamAGameTitle: p.string().length(50).nullable(),
    useTeamAGameTitle: p.boolean().nullable().default(false),
    teamBGameTitle: p.string().length(50).nullable(),
    useTeamBGameTitle: p.boolean().nullable().default(false),
    teamAGameLogo: p.string().length(255).nullable(),
    useTeamAGameLogo: p.boolean().nullable().default(false),
    teamBGameLogo: p.string().length(255).nullable(),
    useTeamBGameLogo: p.boolean().nullable().default(false),
    scaleLogoA: p.double().nullable().default(2),
    scaleLogoB: p.double().nullable().default(2),
    isFlag: p.boolean().nullable().default(false),
    isGoalTeamA: p.boolean().nullable().default(false),
    isGoalTeamB: p.boolean().nullable().default(false),
    isTournamentLogo: p.boolean().default(true),
    isMainSponsor: p.boolean().default(true),
    isSponsorLine: p.boolean().default(true),
    scaleTournamentLogo: p.double().nullable().default(2),
    scaleMainSponsor: p.double().nullable().default(2),
    isMatchSponsorLine: p.boolean().nullable().default(false),
    isTeamAStartOffense: p.boolean().nullable().default(false),
    isTeamBStartOffense: p.boolean().nullable().default(false),
    isTeamAStartDefense: p.boolean().nullable().default(false),
    isTeamBStartDefense: p.boolean().nullable().default(false),
    isMatchPlayerLower: p.boolean().nullable().default(false),
    playerMatchLower: () => p.manyToOne(PlayerMatch).nullable().deleteRule('set null').index(),
    isTimeoutTeamA: p.boolean().nullable().default(false),
    isTimeoutTeamB: p.boolean().nullable().default(false),
    isHomeMatchTeamLower: p.boolean().nullable().default(false),
    isAwayMatchTeamLower: p.boolean().nullable().default(false),
    isFootballQbFullStatsLower: p.boolean().nullable().default(false),
    footballQbFullStatsMatchLower: () =>
      p
        .manyToOne(PlayerMatch)
        .fieldName('football_qb_full_stats_match_lower_id')
        .nullable()
        .deleteRule('set null')
        .index(),
    languageCode: p.string().length(5).nullable().default('en'),
    useSportPreset: p.boolean().default(true),
    periodMode: p.string().length(10).default('qtr'),
    periodCount: p.integer().default(4),
    periodLabelsJson: p.json<string[]>().nullable(),
  },
});

export class Scoreboard extends ScoreboardSchema.class {}
ScoreboardSchema.setClass(Scoreboard);
