import { ApiProperty } from '@nestjs/swagger';
import { IsArray, IsInt, ValidateIf } from 'class-validator';
import {
  CLOCK_DIRECTIONS,
  INITIAL_TIME_MODES,
  type NewPreset,
  ON_STOP_BEHAVIORS,
  PERIOD_CLOCK_VARIANTS,
  PERIOD_MODES,
  type PresetRow,
  type PresetValues,
} from '#modules/competitions/index.js';
import { PRESET_NAMES } from './preset.view.js';
import { BooleanField, IntField, TextField, TextListField, WordField } from '../statsboards.fields.js';
import { valuesOf } from '../wire-names.js';

const given = { optional: true } as const;
const cleared = { optional: true, nullable: true } as const;

/** What the fields mean together, the domain checks. */
const presetBody = (optional: boolean) => {
  class PresetBody {
    @TextField({ min: 1, max: 255, optional, example: 'American football' })
    title?: string;

    @IntField({ ...cleared, min: 0, example: 720 })
    gameclock_max?: number | null;

    @WordField(CLOCK_DIRECTIONS, given)
    direction?: string;

    @WordField(ON_STOP_BEHAVIORS, given)
    on_stop_behavior?: string;

    @BooleanField(given)
    is_qtr?: boolean;

    @BooleanField(given)
    is_time?: boolean;

    @BooleanField(given)
    is_playclock?: boolean;

    @BooleanField(given)
    is_downdistance?: boolean;

    @BooleanField(given)
    has_timeouts?: boolean;

    @BooleanField(given)
    has_playclock?: boolean;

    @WordField(PERIOD_MODES, given)
    period_mode?: string;

    @IntField({ ...given, min: 1, max: 99 })
    period_count?: number;

    @TextListField(cleared)
    period_labels_json?: string[] | null;

    @WordField(PERIOD_CLOCK_VARIANTS, given)
    period_clock_variant?: string;

    @IntField({ ...cleared, min: 0 })
    default_playclock_seconds?: number | null;

    @WordField(INITIAL_TIME_MODES, given)
    initial_time_mode?: string;

    @IntField({ ...cleared, min: 0 })
    initial_time_min_seconds?: number | null;

    @ApiProperty({ type: [Number], required: false, example: [6, 3, 2, 1, -1] })
    @ValidateIf((_body, value) => value !== undefined)
    @IsArray()
    @IsInt({ each: true })
    quick_score_deltas?: number[];

    @TextField({ ...given, max: 32 })
    score_form_goal_label?: string;

    @TextField({ ...given, max: 32 })
    score_form_goal_emoji?: string;

    @TextField({ ...given, max: 64 })
    scoreboard_goal_text?: string;
  }
  return PresetBody;
};

export class PresetCreateBody extends presetBody(false) {
  values(): NewPreset {
    return valuesOf<PresetRow>(PRESET_NAMES, this) as NewPreset;
  }
}

export class PresetUpdateBody extends presetBody(true) {
  values(): Partial<PresetValues> {
    return valuesOf<PresetRow>(PRESET_NAMES, this);
  }
}
