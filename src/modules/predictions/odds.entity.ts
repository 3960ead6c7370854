import { defineEntity, p } from '@mikro-orm/core';
import { Match } from '../matches/match.entity.js';

/** One observed price. Decimal odds; `line` is the goals line, or the home side's handicap. */
const OddsSchema = defineEntity({
  name: 'Odds',
  tableName: 'odds',
  properties: {
    id: p.bigint('number').primary(),
    match: () => p.manyToOne(Match).deleteRule('cascade').index(),
    bookmaker: p.string().length(32),
    market: p.string().length(32),
    selection: p.string().length(16),
    line: p.float().nullable(),
    price: p.float(),
    /** When the price was seen; null when the source does not say. */
    observedAt: p.datetime().columnType('timestamptz').nullable(),
    closing: p.boolean().default(false),
  },
});

export class Odds extends OddsSchema.class {}
OddsSchema.setClass(Odds);
