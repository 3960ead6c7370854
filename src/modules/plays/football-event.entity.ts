import { defineEntity, p } from '@mikro-orm/core';
import type { PlayCredit } from '#core/football/plays/play.js';
import { Match } from '../matches/match.entity.js';
import { PlayerMatch } from '../matches/player-match.entity.js';
import { Team } from '../teams/team.entity.js';

/** One play of American football. Text columns keep the wording of whoever recorded it. */
const FootballEventSchema = defineEntity({
  name: 'FootballEvent',
  tableName: 'football_event',
  indexes: [{ name: 'football_event_match_number_index', properties: ['match', 'eventNumber'] }],
  properties: {
    id: p.integer().primary(),
    match: () => p.manyToOne(Match).deleteRule('cascade'),
    eventNumber: p.integer().nullable(),
    eventQtr: p.integer().nullable(),
    ballOn: p.integer().nullable(),
    ballMovedTo: p.integer().nullable(),
    ballPickedOn: p.integer().nullable(),
    ballKickedTo: p.integer().nullable(),
    ballReturnedTo: p.integer().nullable(),
    ballPickedOnFumble: p.integer().nullable(),
    ballReturnedToOnFumble: p.integer().nullable(),
    offenseTeam: () => p.manyToOne(Team).fieldName('offense_team').nullable().deleteRule('no action').index(),
    eventDown: p.integer().nullable(),
    eventDistance: p.integer().nullable(),
    distanceOnOffence: p.integer().nullable(),
    eventHash: p.string().nullable(),
    playDirection: p.string().nullable(),
    eventStrongSide: p.string().nullable(),
    playType: p.string().nullable(),
    playResult: p.string().nullable(),
    scoreResult: p.string().nullable(),
    isFumble: p.boolean().nullable(),
    isFumbleRecovered: p.boolean().nullable(),
    eventQb: () => p.manyToOne(PlayerMatch).fieldName('event_qb').nullable().deleteRule('no action').index(),
    runPlayer: () => p.manyToOne(PlayerMatch).fieldName('run_player').nullable().deleteRule('no action').index(),
    passReceivedPlayer: () =>
      p.manyToOne(PlayerMatch).fieldName('pass_received_player').nullable().deleteRule('no action').index(),
    passDroppedPlayer: () =>
      p.manyToOne(PlayerMatch).fieldName('pass_dropped_player').nullable().deleteRule('no action').index(),
    passDeflectedPlayer: () =>
      p.manyToOne(PlayerMatch).fieldName('pass_deflected_player').nullable().deleteRule('no action').index(),
    passInterceptedPlayer: () =>
      p.manyToOne(PlayerMatch).fieldName('pass_intercepted_player').nullable().deleteRule('no action').index(),
    fumblePlayer: () => p.manyToOne(PlayerMatch).fieldName('fumble_player').nullable().deleteRule('no action').index(),
    fumbleRecoveredPlayer: () =>
      p.manyToOne(PlayerMatch).fieldName('fumble_recovered_player').nullable().deleteRule('no action').index(),
    tacklePlayer: () => p.manyToOne(PlayerMatch).fieldName('tackle_player').nullable().deleteRule('no action').index(),
    assistTacklePlayer: () =>
      p.manyToOne(PlayerMatch).fieldName('assist_tackle_player').nullable().deleteRule('no action').index(),
    sackPlayer: () => p.manyToOne(PlayerMatch).fieldName('sack_player').nullable().deleteRule('no action').index(),
    scorePlayer: () => p.manyToOne(PlayerMatch).fieldName('score_player').nullable().deleteRule('no action').index(),
    defenceScorePlayer: () =>
      p.manyToOne(PlayerMatch).fieldName('defence_score_player').nullable().deleteRule('no action').index(),
    kickPlayer: () => p.manyToOne(PlayerMatch).fieldName('kick_player').nullable().deleteRule('no action').index(),
    kickoffPlayer: () =>
      p.manyToOne(PlayerMatch).fieldName('kickoff_player').nullable().deleteRule('no action').index(),
    returnPlayer: () => p.manyToOne(PlayerMatch).fieldName('return_player').nullable().deleteRule('no action').index(),
    patOnePlayer: () => p.manyToOne(PlayerMatch).fieldName('pat_one_player').nullable().deleteRule('no action').index(),
    flaggedPlayer: () =>
      p.manyToOne(PlayerMatch).fieldName('flagged_player').nullable().deleteRule('no action').index(),
    puntPlayer: () => p.manyToOne(PlayerMatch).fieldName('punt_player').nullable().deleteRule('no action').index(),
    /** Shared sacks and laterals, which the columns above cannot say. */
    credits: p.json<PlayCredit[]>().nullable(),
    /** First downs the officials gave for it; null: the next play tells. */
    firstDowns: p.integer().nullable(),
    /** Seconds left in the period when it began. */
    gameClock: p.integer().nullable(),
    /** What the recorder's device calls it; null when it was recorded without. */
    clientId: p.string().length(64).nullable(),
  },
  uniques: [{ name: 'football_event_match_id_client_id_unique', properties: ['match', 'clientId'] }],
});

export class FootballEvent extends FootballEventSchema.class {}
FootballEventSchema.setClass(FootballEvent);
