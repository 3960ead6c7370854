import { Invalid } from '#core/kernel/domain-error.js';
import { checkTexts } from '#core/kernel/texts.js';
import type { PresetValues } from './preset.row.js';

const LONGEST = { title: 255, scoreFormGoalLabel: 32, scoreFormGoalEmoji: 32, scoreboardGoalText: 64 };
const NOT_BLANK = ['scoreFormGoalLabel', 'scoreFormGoalEmoji', 'scoreboardGoalText'] as const;
const MOST_PERIODS = 99;
/** What a clock can be set to. */
const MOST_SECONDS = 10_000;
const MOST_DELTAS = 10;
const LARGEST_DELTA = 100;
/** `half`, `period.1`, `extra_time-2`: what clients translate. */
const MACHINE_KEY = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/;

/** What a preset has that does not say otherwise. */
export const PRESET_DEFAULTS: Omit<PresetValues, 'title'> = {
  gameclockMax: 720,
  direction: 'down',
  onStopBehavior: 'hold',
  isQtr: true,
  isTime: true,
  isPlayclock: true,
  isDowndistance: true,
  hasTimeouts: true,
  hasPlayclock: true,
  periodMode: 'qtr',
  periodCount: 4,
  periodLabelsJson: null,
  periodClockVariant: 'per_period',
  defaultPlayclockSeconds: null,
  initialTimeMode: 'max',
  initialTimeMinSeconds: null,
  quickScoreDeltas: [6, 3, 2, 1, -1],
  scoreFormGoalLabel: 'TD',
  scoreFormGoalEmoji: '🏈',
  scoreboardGoalText: 'TOUCHDOWN',
};

const NULLABLE: readonly string[] = [
  'gameclockMax',
  'periodLabelsJson',
  'defaultPlayclockSeconds',
  'initialTimeMinSeconds',
] satisfies (keyof PresetValues)[];

/** Fields that cannot be empty. */
export const PRESET_REQUIRED = ['title', ...Object.keys(PRESET_DEFAULTS)].filter(
  (field) => !NULLABLE.includes(field),
) as (keyof PresetValues)[];

/** Throws Invalid naming the first field of a complete preset that makes no sense, alone or with the others. */
export function checkPreset(preset: PresetValues): void {
  checkTexts(preset, LONGEST);
  for (const field of NOT_BLANK) {
    if (preset[field].trim() === '') throw new Invalid(field, `${field} must not be blank`);
  }
  for (const field of ['gameclockMax', 'defaultPlayclockSeconds', 'initialTimeMinSeconds'] as const) {
    const seconds = preset[field] ?? 0;
    if (seconds < 0) throw new Invalid(field, `${field} must not be negative`);
    if (seconds > MOST_SECONDS) throw new Invalid(field, `${field} must be ${MOST_SECONDS} at most`);
  }
  if (preset.initialTimeMode === 'min' && preset.initialTimeMinSeconds === null) {
    throw new Invalid('initialTimeMinSeconds', 'initialTimeMinSeconds must be given for an initial time of min');
  }
  checkPeriods(preset);
  checkDeltas(preset.quickScoreDeltas);
}

function checkPeriods({ periodMode, periodCount, periodLabelsJson }: PresetValues): void {
  if (!Number.isInteger(periodCount) || periodCount < 1 || periodCount > MOST_PERIODS) {
    throw new Invalid('periodCount', `periodCount must be a whole number from 1 to ${MOST_PERIODS}`);
  }
  if (periodLabelsJson === null) return;
  const wrong = (message: string): Invalid => new Invalid('periodLabelsJson', message);
  if (periodMode !== 'custom') throw wrong('periodLabelsJson are for custom periods only');
  if (periodLabelsJson.length !== periodCount) throw wrong('periodLabelsJson must have one label for each period');
  const label = periodLabelsJson.find((text) => !MACHINE_KEY.test(text));
  if (label !== undefined) throw wrong(`periodLabelsJson must be lower-case keys like period.1, not ${label}`);
}

function checkDeltas(deltas: readonly number[]): void {
  const wrong = (message: string): Invalid => new Invalid('quickScoreDeltas', message);
  if (deltas.length < 1 || deltas.length > MOST_DELTAS) throw wrong(`quickScoreDeltas must be 1 to ${MOST_DELTAS}`);
  const outside = (delta: number): boolean =>
    !Number.isInteger(delta) || delta === 0 || Math.abs(delta) > LARGEST_DELTA;
  if (deltas.some(outside)) {
    throw wrong(`quickScoreDeltas must be whole numbers from -${LARGEST_DELTA} to ${LARGEST_DELTA}, none of them 0`);
  }
}
