import { Injectable } from '@nestjs/common';
import type { CompetitionFilter, CompetitionRow, Range } from './competition.row.js';
import { CompetitionsRepository } from './competitions.repository.js';

/** What is played again every season. */
@Injectable()
export class CompetitionsService {
  constructor(private readonly competitions: CompetitionsRepository) {}

  /** In alphabetical order. Throws Invalid for a search text of more than 100 characters. */
  async listCompetitions(filter: CompetitionFilter, range: Range): Promise<CompetitionRow[]> {
    return this.competitions.listCompetitions(filter, range);
  }

  async findCompetition(id: number): Promise<CompetitionRow | undefined> {
    return this.competitions.findCompetition(id);
  }
}
