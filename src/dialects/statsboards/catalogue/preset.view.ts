import { ApiProperty } from '@nestjs/swagger';
import {
  CLOCK_DIRECTIONS,
  INITIAL_TIME_MODES,
  ON_STOP_BEHAVIORS,
  PERIOD_CLOCK_VARIANTS,
  PERIOD_MODES,
  type PresetRow,
} from '#modules/competitions/index.js';
import { viewOf, type WireNames } from '../wire-names.js';

const seconds = { type: 'integer', nullable: true, description: 'Seconds' } as const;
const flag = { example: true } as const;

export class PresetView {
  @ApiProperty({ type: 'integer', example: 1 })
  id: number;

  @ApiProperty({ example: 'American football' })
  title: string;

  @ApiProperty({ ...seconds, example: 720 })
  gameclock_max: number | null;

  @ApiProperty({ enum: CLOCK_DIRECTIONS })
  direction: string;

  @ApiProperty({ enum: ON_STOP_BEHAVIORS })
  on_stop_behavior: string;

  @ApiProperty(flag)
  is_qtr: boolean;

  @ApiProperty(flag)
  is_time: boolean;

  @ApiProperty(flag)
  is_playclock: boolean;

  @ApiProperty(flag)
  is_downdistance: boolean;

  @ApiProperty(flag)
  has_timeouts: boolean;

  @ApiProperty(flag)
  has_playclock: boolean;

  @ApiProperty({ enum: PERIOD_MODES })
  period_mode: string;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 99, example: 4 })
  period_count: number;

  @ApiProperty({ type: [String], nullable: true, description: 'One key for each period, in custom mode only' })
  period_labels_json: string[] | null;

  @ApiProperty({ enum: PERIOD_CLOCK_VARIANTS })
  period_clock_variant: string;

  @ApiProperty(seconds)
  default_playclock_seconds: number | null;

  @ApiProperty({ enum: INITIAL_TIME_MODES })
  initial_time_mode: string;

  @ApiProperty(seconds)
  initial_time_min_seconds: number | null;

  @ApiProperty({ type: [Number], example: [6, 3, 2, 1, -1] })
  quick_score_deltas: number[];

  @ApiProperty({ maxLength: 32, example: 'TD' })
  score_form_goal_label: string;

  @ApiProperty({ maxLength: 32, example: '🏈' })
  score_form_goal_emoji: string;

  @ApiProperty({ maxLength: 64, example: 'TOUCHDOWN' })
  scoreboard_goal_text: string;
}

export const PRESET_NAMES: WireNames<PresetView, PresetRow> = {
  id: 'id',
  title: 'title',
  gameclock_max: 'gameclockMax',
  direction: 'direction',
  on_stop_behavior: 'onStopBehavior',
  is_qtr: 'isQtr',
  is_time: 'isTime',
  is_playclock: 'isPlayclock',
  is_downdistance: 'isDowndistance',
  has_timeouts: 'hasTimeouts',
  has_playclock: 'hasPlayclock',
  period_mode: 'periodMode',
  period_count: 'periodCount',
  period_labels_json: 'periodLabelsJson',
  period_clock_variant: 'periodClockVariant',
  default_playclock_seconds: 'defaultPlayclockSeconds',
  initial_time_mode: 'initialTimeMode',
  initial_time_min_seconds: 'initialTimeMinSeconds',
  quick_score_deltas: 'quickScoreDeltas',
  score_form_goal_label: 'scoreFormGoalLabel',
  score_form_goal_emoji: 'scoreFormGoalEmoji',
  scoreboard_goal_text: 'scoreboardGoalText',
};

export const presetView = (preset: PresetRow): PresetView => viewOf(PRESET_NAMES, preset);
