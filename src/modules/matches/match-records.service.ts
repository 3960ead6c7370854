import { Injectable } from '@nestjs/common';
import { NotFound } from '#core/kernel/domain-error.js';
import type { SortedRange } from '#core/kernel/listing.js';
import type { Visibility } from '#platform/auth/caller.js';
import type { MatchRecord, MatchRecordFilter, MatchRecordOrder } from './match-record.row.js';
import type { MatchContext } from './match-context.row.js';
import { MatchContextRepository } from './match-context.repository.js';
import { MatchRecordsRepository } from './match-records.repository.js';

/** Matches as they are stored; `MatchesService` reads them for everybody. */
@Injectable()
export class MatchRecordsService {
  constructor(
    private readonly matches: MatchRecordsRepository,
    private readonly contexts: MatchContextRepository,
  ) {}

  /** A match with its teams, tournament and sport, in one statement. @throws NotFound */
  async getContext(matchId: number): Promise<MatchContext> {
    const found = await this.contexts.find(matchId);
    if (found === undefined) throw new NotFound('Match', matchId);
    return found;
  }

  /** All that pass the filter, in the order of kickoff; those without one last. */
  list(filter: MatchRecordFilter, visibility: Visibility): Promise<MatchRecord[]> {
    return this.matches.list(filter, visibility);
  }

  /** A stretch of those that pass the filter. */
  slice(
    filter: MatchRecordFilter,
    range: SortedRange<MatchRecordOrder>,
    visibility: Visibility,
  ): Promise<MatchRecord[]> {
    return this.matches.list(filter, visibility, range);
  }

  /** How many pass the filter. */
  count(filter: MatchRecordFilter, visibility: Visibility): Promise<number> {
    return this.matches.count(filter, visibility);
  }
}
