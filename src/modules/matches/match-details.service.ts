import { Injectable } from '@nestjs/common';
import { NotFound } from '#core/kernel/domain-error.js';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import type { Visibility } from '#platform/auth/caller.js';
import { MatchDetailsRepository } from './match-details.repository.js';
import type { MatchDetails, MatchRecordFilter, MatchRecordOrder } from './match-record.row.js';
import { MatchRecordsRepository } from './match-records.repository.js';

/** Matches with what surrounds them, for pages that show all at once. Each answer is one statement, pages are two. */
@Injectable()
export class MatchDetailsService {
  constructor(
    private readonly details: MatchDetailsRepository,
    private readonly matches: MatchRecordsRepository,
  ) {}

  /** A match with teams, tournament and sponsors. Throws NotFound, also for one the caller may not see. */
  async get(id: number, visibility: Visibility): Promise<MatchDetails> {
    const match = await this.details.find(id, visibility);
    if (!match) throw new NotFound('Match', id);
    return match;
  }

  /** All that pass the filter, in the order of kickoff. */
  list(filter: MatchRecordFilter, visibility: Visibility): Promise<MatchDetails[]> {
    return this.details.list(filter, visibility);
  }

  /** A stretch of those that pass the filter. */
  slice(
    filter: MatchRecordFilter,
    range: SortedRange<MatchRecordOrder>,
    visibility: Visibility,
  ): Promise<MatchDetails[]> {
    return this.details.slice(filter, range, visibility);
  }

  /** A stretch with the number of all; by kickoff unless `range` says another order. Throws Invalid for a long search. */
  async page(
    filter: MatchRecordFilter,
    range: SortedRange<MatchRecordOrder>,
    visibility: Visibility,
  ): Promise<Listing<MatchDetails>> {
    const { items, total } = await this.details.page(filter, range, visibility);
    return { items, total: total ?? (await this.matches.count(filter, visibility)) };
  }
}
