import { ApiProperty } from '@nestjs/swagger';
import type { PlayRow } from '#modules/plays/index.js';
import type { WireNames } from '../wire-names.js';
import { WireObject } from '../wire-object.js';

const number = { type: 'integer', nullable: true } as const;
const text = { type: String, nullable: true } as const;
const yesOrNo = { type: Boolean, nullable: true } as const;
/** A player of the match. */
const player = { ...number, description: 'Player of the match' } as const;

/** A play as it was recorded, in the recorder's own words. */
export class FootballEventView {
  @ApiProperty({ type: 'integer', example: 1 })
  id: number;

  @ApiProperty({ type: 'integer', example: 1 })
  match_id: number;

  @ApiProperty(number)
  event_number: number | null;

  @ApiProperty(number)
  event_qtr: number | null;

  @ApiProperty(number)
  ball_on: number | null;

  @ApiProperty(number)
  ball_moved_to: number | null;

  @ApiProperty(number)
  ball_picked_on: number | null;

  @ApiProperty(number)
  ball_kicked_to: number | null;

  @ApiProperty(number)
  ball_returned_to: number | null;

  @ApiProperty(number)
  ball_picked_on_fumble: number | null;

  @ApiProperty(number)
  ball_returned_to_on_fumble: number | null;

  @ApiProperty(number)
  offense_team: number | null;

  @ApiProperty(number)
  event_down: number | null;

  @ApiProperty(number)
  event_distance: number | null;

  @ApiProperty(number)
  distance_on_offence: number | null;

  @ApiProperty(text)
  event_hash: string | null;

  @ApiProperty(text)
  play_direction: string | null;

  @ApiProperty(text)
  event_strong_side: string | null;

  @ApiProperty(text)
  play_type: string | null;

  @ApiProperty(text)
  play_result: string | null;

  @ApiProperty(text)
  score_result: string | null;

  @ApiProperty(yesOrNo)
  is_fumble: boolean | null;

  @ApiProperty(yesOrNo)
  is_fumble_recovered: boolean | null;

  @ApiProperty(player)
  event_qb: number | null;

  @ApiProperty(player)
  run_player: number | null;

  @ApiProperty(player)
  pass_received_player: number | null;

  @ApiProperty(player)
  pass_dropped_player: number | null;

  @ApiProperty(player)
  pass_deflected_player: number | null;

  @ApiProperty(player)
  pass_intercepted_player: number | null;

  @ApiProperty(player)
  fumble_player: number | null;

  @ApiProperty(player)
  fumble_recovered_player: number | null;

  @ApiProperty(player)
  tackle_player: number | null;

  @ApiProperty(player)
  assist_tackle_player: number | null;

  @ApiProperty(player)
  sack_player: number | null;

  @ApiProperty(player)
  score_player: number | null;

  @ApiProperty(player)
  defence_score_player: number | null;

  @ApiProperty(player)
  kick_player: number | null;

  @ApiProperty(player)
  kickoff_player: number | null;

  @ApiProperty(player)
  return_player: number | null;

  @ApiProperty(player)
  pat_one_player: number | null;

  @ApiProperty(player)
  flagged_player: number | null;

  @ApiProperty(player)
  punt_player: number | null;
}

export const FOOTBALL_EVENT_NAMES: WireNames<FootballEventView, PlayRow> = {
  id: 'id',
  match_id: 'matchId',
  event_number: 'eventNumber',
  event_qtr: 'eventQtr',
  ball_on: 'ballOn',
  ball_moved_to: 'ballMovedTo',
  ball_picked_on: 'ballPickedOn',
  ball_kicked_to: 'ballKickedTo',
  ball_returned_to: 'ballReturnedTo',
  ball_picked_on_fumble: 'ballPickedOnFumble',
  ball_returned_to_on_fumble: 'ballReturnedToOnFumble',
  offense_team: 'offenseTeam',
  event_down: 'eventDown',
  event_distance: 'eventDistance',
  distance_on_offence: 'distanceOnOffence',
  event_hash: 'eventHash',
  play_direction: 'playDirection',
  event_strong_side: 'eventStrongSide',
  play_type: 'playType',
  play_result: 'playResult',
  score_result: 'scoreResult',
  is_fumble: 'isFumble',
  is_fumble_recovered: 'isFumbleRecovered',
  event_qb: 'eventQb',
  run_player: 'runPlayer',
  pass_received_player: 'passReceivedPlayer',
  pass_dropped_player: 'passDroppedPlayer',
  pass_deflected_player: 'passDeflectedPlayer',
  pass_intercepted_player: 'passInterceptedPlayer',
  fumble_player: 'fumblePlayer',
  fumble_recovered_player: 'fumbleRecoveredPlayer',
  tackle_player: 'tacklePlayer',
  assist_tackle_player: 'assistTacklePlayer',
  sack_player: 'sackPlayer',
  score_player: 'scorePlayer',
  defence_score_player: 'defenceScorePlayer',
  kick_player: 'kickPlayer',
  kickoff_player: 'kickoffPlayer',
  return_player: 'returnPlayer',
  pat_one_player: 'patOnePlayer',
  flagged_player: 'flaggedPlayer',
  punt_player: 'puntPlayer',
};

export const FOOTBALL_EVENT = new WireObject<FootballEventView, PlayRow>(FOOTBALL_EVENT_NAMES);

export const footballEventView = FOOTBALL_EVENT.view;
