import { defineEntity, p } from '@mikro-orm/core';

/**
 * What happened, once per change, in the order of each match's versions. Written by triggers only.
 * No foreign key: the journal of a deleted match stays.
 */
const MatchJournalSchema = defineEntity({
  name: 'MatchJournal',
  tableName: 'match_journal',
  properties: {
    matchId: p.integer().primary(),
    version: p.integer().primary(),
    at: p.datetime().columnType('timestamptz').defaultRaw('clock_timestamp()'),
    topic: p.string().length(16),
    op: p.enum(['insert', 'update', 'delete']),
    /** Table of the changed row: a topic can carry rows of more than one. */
    entity: p.string().length(32),
    entityId: p.integer(),
    data: p.json<Record<string, unknown>>(),
  },
});

export class MatchJournal extends MatchJournalSchema.class {}
MatchJournalSchema.setClass(MatchJournal);
