import type { MatchDataRow, MatchDataValues } from '#modules/matches/index.js';
import { IntField, TextField } from '../statsboards.fields.js';
import { valuesOf } from '../wire-names.js';
import { MATCH_DATA_NAMES } from './match-data.view.js';

const any = { optional: true, nullable: true };

export class MatchDataUpdateBody {
  @IntField({ ...any, example: 14 })
  score_team_a?: number | null;

  @IntField({ ...any, example: 10 })
  score_team_b?: number | null;

  @IntField({ ...any, min: 1, max: 1000, example: 92 })
  field_length?: number | null;

  @TextField({ ...any, max: 50, example: 'in-progress' })
  game_status?: string | null;

  @TextField({ ...any, max: 4, example: '●●●' })
  timeout_team_a?: string | null;

  @TextField({ ...any, max: 4, example: '●●●' })
  timeout_team_b?: string | null;

  @TextField({ ...any, max: 10, example: '3rd' })
  qtr?: string | null;

  @TextField({ optional: true, min: 1, max: 50, example: 'period.3' })
  period_key?: string;

  @IntField({ ...any, example: 35 })
  ball_on?: number | null;

  @TextField({ ...any, max: 10, example: '2nd' })
  down?: string | null;

  @TextField({ ...any, max: 20, example: '7' })
  distance?: string | null;

  values(): MatchDataValues {
    return valuesOf<MatchDataRow>(MATCH_DATA_NAMES, this);
  }
}

export class MatchDataCreateBody extends MatchDataUpdateBody {
  @IntField({ example: 123 })
  match_id: number;

  override values(): MatchDataValues & { matchId: number } {
    return { ...super.values(), matchId: this.match_id };
  }
}
