import type { SportKind } from '#core/season/season-record.js';

/** Columns of `sport_scoreboard_preset`. */
export type ScoreboardPreset = Readonly<Record<string, string | number | boolean>>;

/** What a sport is created with when an import is the first to need it. */
export const SPORT_DEFAULTS: Readonly<Record<SportKind, { title: string; preset: ScoreboardPreset }>> = {
  soccer: {
    title: 'Soccer',
    preset: {
      title: 'Soccer',
      gameclock_max: 2700,
      direction: 'up',
      on_stop_behavior: 'hold',
      is_qtr: true,
      is_time: true,
      is_playclock: false,
      is_downdistance: false,
      has_timeouts: false,
      has_playclock: false,
      period_mode: 'half',
      period_count: 2,
      // The second half starts at 45:00.
      period_clock_variant: 'cumulative',
      initial_time_mode: 'zero',
      quick_score_deltas: '[1, -1]',
      score_form_goal_label: 'GOAL',
      score_form_goal_emoji: '⚽',
      scoreboard_goal_text: 'GOAL',
    },
  },
  'american-football': {
    title: 'American Football',
    preset: {
      title: 'American Football',
      gameclock_max: 720,
      direction: 'down',
      on_stop_behavior: 'hold',
      is_qtr: true,
      is_time: true,
      is_playclock: true,
      is_downdistance: true,
      has_timeouts: true,
      has_playclock: true,
      period_mode: 'qtr',
      period_count: 4,
      default_playclock_seconds: 40,
      initial_time_mode: 'max',
      quick_score_deltas: '[6, 3, 2, 1, -1]',
      score_form_goal_label: 'TD',
      score_form_goal_emoji: '🏈',
      scoreboard_goal_text: 'TOUCHDOWN',
    },
  },
};
