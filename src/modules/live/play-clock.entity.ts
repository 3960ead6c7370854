import { defineEntity, p } from '@mikro-orm/core';
import { Match } from '../matches/match.entity.js';

const PlayClockSchema = defineEntity({
  name: 'PlayClock',
  tableName: 'playclock',
  indexes: [
    {
      name: 'playclock_running_index',
      expression:
        'create index "playclock_running_index" on "playclock" ("started_at_ms") where "started_at_ms" is not null',
    },
  ],
  properties: {
    id: p.integer().primary(),
    match: () => p.oneToOne(Match).owner().deleteRule('cascade').unique(),
    playclock: p.integer().nullable(),
    playclockStatus: p.string().length(50).nullable().default('stopped'),
    version: p.integer().default(1),
    startedAtMs: p.bigint('number').nullable(),
    /** Milliseconds of the shown second that had passed when it was paused. */
    fractionMs: p.integer().default(0),
  },
});

export class PlayClock extends PlayClockSchema.class {}
PlayClockSchema.setClass(PlayClock);
