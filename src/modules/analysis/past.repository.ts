import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { SampleRequest } from './analysis.types.js';
import { contextOf, type ContextRow, type StoredTable, tableFacts, type TableFacts, tableOf } from './context.sql.js';
import type { AnalysisTarget } from './fixtures.repository.js';
import {
  leagueOf,
  type LeagueNumbers,
  sampleRow,
  type SampleRow,
  samplesOf,
  type StoredSample,
} from './samples.sql.js';

/** What was before a match's kickoff. */
export interface Past {
  samples: SampleRow[];
  context: ContextRow;
  table: TableFacts;
  /** Matches of its competition; empty unless asked for. */
  league: LeagueNumbers;
}

interface PastRow {
  samples: StoredSample[] | null;
  context: ContextRow;
  table: StoredTable | null;
  league?: LeagueNumbers | null;
}

/** Columns of a result with hundreds of rows cost the driver more than all arithmetic: every part comes as one JSON value. */
@Injectable()
export class PastRepository {
  constructor(private readonly em: EntityManager) {}

  /** One statement. `withLeague` adds the matches that expected values are made from. */
  async find(target: AnalysisTarget, request: SampleRequest, withLeague: boolean): Promise<Past> {
    const parts = {
      samples: samplesOf(target, request),
      context: contextOf(target),
      table: tableOf(target),
      ...(withLeague ? { league: leagueOf(target, request.period) } : {}),
    };
    const columns = Object.entries(parts).map(([name, { sql }]) => `(${sql}) as "${name}"`);
    const [row] = await this.em.execute<[PastRow]>(
      `select ${columns.join(',\n')}`,
      Object.values(parts).flatMap(({ values }) => values),
    );
    return {
      samples: row.samples?.map(sampleRow) ?? [],
      context: row.context,
      table: tableFacts(row.table),
      league: row.league ?? [],
    };
  }
}
