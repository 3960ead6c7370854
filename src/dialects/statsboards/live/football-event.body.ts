import type { PlayRow, PlayValues } from '#modules/plays/index.js';
import { BooleanField, IntField, TextField } from '../statsboards.fields.js';
import { valuesOf } from '../wire-names.js';
import { FOOTBALL_EVENT_NAMES } from './football-event.view.js';

const any = { optional: true, nullable: true };
const words = { ...any, max: 150 };

/** Creating and changing take the same fields. Any words are kept as they are; the documented ones count. */
export class FootballEventBody {
  @IntField({ optional: true, example: 123 })
  match_id?: number;

  @IntField(any)
  event_number?: number | null;

  @IntField(any)
  event_qtr?: number | null;

  @IntField(any)
  ball_on?: number | null;

  @IntField(any)
  ball_moved_to?: number | null;

  @IntField(any)
  ball_picked_on?: number | null;

  @IntField(any)
  ball_kicked_to?: number | null;

  @IntField(any)
  ball_returned_to?: number | null;

  @IntField(any)
  ball_picked_on_fumble?: number | null;

  @IntField(any)
  ball_returned_to_on_fumble?: number | null;

  @IntField(any)
  offense_team?: number | null;

  @IntField(any)
  event_down?: number | null;

  @IntField(any)
  event_distance?: number | null;

  @IntField(any)
  distance_on_offence?: number | null;

  @TextField(words)
  event_hash?: string | null;

  @TextField(words)
  play_direction?: string | null;

  @TextField(words)
  event_strong_side?: string | null;

  @TextField(words)
  play_type?: string | null;

  @TextField(words)
  play_result?: string | null;

  @TextField(words)
  score_result?: string | null;

  @BooleanField(any)
  is_fumble?: boolean | null;

  @BooleanField(any)
  is_fumble_recovered?: boolean | null;

  @IntField(any)
  event_qb?: number | null;

  @IntField(any)
  run_player?: number | null;

  @IntField(any)
  pass_received_player?: number | null;

  @IntField(any)
  pass_dropped_player?: number | null;

  @IntField(any)
  pass_deflected_player?: number | null;

  @IntField(any)
  pass_intercepted_player?: number | null;

  @IntField(any)
  fumble_player?: number | null;

  @IntField(any)
  fumble_recovered_player?: number | null;

  @IntField(any)
  tackle_player?: number | null;

  @IntField(any)
  assist_tackle_player?: number | null;

  @IntField(any)
  sack_player?: number | null;

  @IntField(any)
  score_player?: number | null;

  @IntField(any)
  defence_score_player?: number | null;

  @IntField(any)
  kick_player?: number | null;

  @IntField(any)
  kickoff_player?: number | null;

  @IntField(any)
  return_player?: number | null;

  @IntField(any)
  pat_one_player?: number | null;

  @IntField(any)
  flagged_player?: number | null;

  @IntField(any)
  punt_player?: number | null;

  values(): PlayValues {
    return valuesOf<PlayRow>(FOOTBALL_EVENT_NAMES, this);
  }
}
