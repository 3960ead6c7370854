export const PERIOD_MODES = ['qtr', 'period', 'half', 'set', 'inning', 'custom'] as const;
export const INITIAL_TIME_MODES = ['max', 'zero', 'min'] as const;
export const CLOCK_DIRECTIONS = ['down', 'up'] as const;
export const ON_STOP_BEHAVIORS = ['hold', 'reset'] as const;
export const PERIOD_CLOCK_VARIANTS = ['per_period', 'cumulative'] as const;

/** What scoreboards and clocks of a sport's matches start with, and what they can show. */
export interface PresetRow {
  id: number;
  title: string;
  /** Seconds of a period. */
  gameclockMax: number | null;
  direction: (typeof CLOCK_DIRECTIONS)[number];
  onStopBehavior: (typeof ON_STOP_BEHAVIORS)[number];
  isQtr: boolean;
  isTime: boolean;
  isPlayclock: boolean;
  isDowndistance: boolean;
  hasTimeouts: boolean;
  hasPlayclock: boolean;
  periodMode: (typeof PERIOD_MODES)[number];
  periodCount: number;
  /** Machine keys of the periods, in `custom` mode only. */
  periodLabelsJson: string[] | null;
  /** Whether the clock starts every period anew or goes on. */
  periodClockVariant: (typeof PERIOD_CLOCK_VARIANTS)[number];
  defaultPlayclockSeconds: number | null;
  initialTimeMode: (typeof INITIAL_TIME_MODES)[number];
  /** Seconds the clock starts with in `min` mode. */
  initialTimeMinSeconds: number | null;
  /** What the buttons of the score form add, in their order. */
  quickScoreDeltas: number[];
  scoreFormGoalLabel: string;
  scoreFormGoalEmoji: string;
  scoreboardGoalText: string;
}

export type PresetValues = Omit<PresetRow, 'id'>;
export type NewPreset = Partial<PresetValues> & Pick<PresetValues, 'title'>;
