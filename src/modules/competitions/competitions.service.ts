import { Injectable } from '@nestjs/common';
import { type Page, type Slice, sliceOf } from '#core/kernel/page.js';
import type { CompetitionFilter, CompetitionPosition, CompetitionRow } from './competition.row.js';
import { CompetitionsRepository } from './competitions.repository.js';

/** What is played again every season. */
@Injectable()
export class CompetitionsService {
  constructor(private readonly competitions: CompetitionsRepository) {}

  /** A page in alphabetical order. Throws Invalid for a search text of more than 100 characters. */
  async slice(filter: CompetitionFilter, page: Page<CompetitionPosition>): Promise<Slice<CompetitionRow>> {
    return sliceOf(await this.competitions.slice(filter, page), page);
  }

  /** How many competitions all pages of this search have together. */
  count(filter: CompetitionFilter): Promise<number> {
    return this.competitions.count(filter);
  }

  async findCompetition(id: number): Promise<CompetitionRow | undefined> {
    return this.competitions.findCompetition(id);
  }
}
