import { defineEntity, p } from '@mikro-orm/core';
import { Match } from '../matches/match.entity.js';

/** An anchor, not a ticker: the value at the last change and, while running, the moment it was started. */
const GameClockSchema = defineEntity({
  name: 'GameClock',
  tableName: 'gameclock',
  indexes: [
    {
      name: 'gameclock_running_index',
      expression:
        'create index "gameclock_running_index" on "gameclock" ("started_at_ms") where "started_at_ms" is not null',
    },
  ],
  properties: {
    id: p.integer().primary(),
    match: () => p.oneToOne(Match).owner().deleteRule('cascade').unique(),
    gameclock: p.integer().nullable().default(720),
    gameclockStatus: p.string().length(50).nullable().default('stopped'),
    gameclockTimeRemaining: p.integer().nullable(),
    gameclockMax: p.integer().nullable().default(720),
    version: p.integer().default(1),
    startedAtMs: p.bigint('number').nullable(),
    /** Milliseconds of the shown second that had passed when it was stopped. */
    fractionMs: p.integer().default(0),
    direction: p.string().length(10).default('down'),
    onStopBehavior: p.string().length(10).default('hold'),
    useSportPreset: p.boolean().default(true),
  },
});

export class GameClock extends GameClockSchema.class {}
GameClockSchema.setClass(GameClock);
