import { ApiProperty } from '@nestjs/swagger';
import type { MatchDataRow } from '#modules/matches/index.js';
import { viewOf, type WireNames } from '../wire-names.js';

const number = { type: 'integer', nullable: true } as const;
const text = { type: String, nullable: true } as const;

export class MatchDataView {
  @ApiProperty({ type: 'integer', example: 1 })
  id: number;

  @ApiProperty({ type: 'integer', example: 123 })
  match_id: number;

  @ApiProperty({ ...number, example: 14 })
  score_team_a: number | null;

  @ApiProperty({ ...number, example: 10 })
  score_team_b: number | null;

  @ApiProperty({ ...number, example: 92, description: 'Yards between the goal lines' })
  field_length: number | null;

  @ApiProperty({ ...text, example: 'in-progress' })
  game_status: string | null;

  @ApiProperty({ ...text, example: '●●●' })
  timeout_team_a: string | null;

  @ApiProperty({ ...text, example: '●●●' })
  timeout_team_b: string | null;

  @ApiProperty({ ...text, example: '3rd' })
  qtr: string | null;

  @ApiProperty({ example: 'period.3' })
  period_key: string;

  @ApiProperty({ ...number, example: 35 })
  ball_on: number | null;

  @ApiProperty({ ...text, example: '2nd' })
  down: string | null;

  @ApiProperty({ ...text, example: '7' })
  distance: string | null;
}

export const MATCH_DATA_NAMES: WireNames<MatchDataView, MatchDataRow> = {
  id: 'id',
  match_id: 'matchId',
  score_team_a: 'scoreTeamA',
  score_team_b: 'scoreTeamB',
  field_length: 'fieldLength',
  game_status: 'gameStatus',
  timeout_team_a: 'timeoutTeamA',
  timeout_team_b: 'timeoutTeamB',
  qtr: 'qtr',
  period_key: 'periodKey',
  ball_on: 'ballOn',
  down: 'down',
  distance: 'distance',
};

export const matchDataView = (data: MatchDataRow): MatchDataView => viewOf(MATCH_DATA_NAMES, data);
