import { defineEntity, p } from '@mikro-orm/core';

const SportScoreboardPresetSchema = defineEntity({
  name: 'SportScoreboardPreset',
  tableName: 'sport_scoreboard_preset',
  properties: {
    id: p.integer().primary(),
    title: p.string().length(255).collation('en-US-x-icu'),
    gameclockMax: p.integer().nullable().default(720),
    direction: p.string().length(10).default('down'),
    onStopBehavior: p.string().length(10).default('hold'),
    isQtr: p.boolean().default(true),
    isTime: p.boolean().default(true),
    isPlayclock: p.boolean().default(true),
    isDowndistance: p.boolean().default(true),
    hasTimeouts: p.boolean().default(true),
    hasPlayclock: p.boolean().default(true),
    periodMode: p.string().length(10).default('qtr'),
    periodLabelsJson: p.json<string[]>().nullable(),
    defaultPlayclockSeconds: p.integer().nullable(),
    initialTimeMode: p.string().length(10).default('max'),
    initialTimeMinSeconds: p.integer().nullable(),
    periodCount: p.integer().default(4),
    periodClockVariant: p.string().length(10).default('per_period'),
    quickScoreDeltas: p.json<number[]>().defaultRaw(`'[6, 3, 2, 1, -1]'::jsonb`),
    scoreFormGoalLabel: p.string().length(32).default('TD'),
    scoreFormGoalEmoji: p.string().length(32).default('🏈'),
    scoreboardGoalText: p.string().length(64).default('TOUCHDOWN'),
  },
});

export class SportScoreboardPreset extends SportScoreboardPresetSchema.class {}
SportScoreboardPresetSchema.setClass(SportScoreboardPreset);
