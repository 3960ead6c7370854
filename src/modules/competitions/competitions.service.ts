import { Injectable } from '@nestjs/common';
import type { CompetitionFilter, CompetitionRow, Range, SeasonRow, SportRow } from './competition.row.js';
import { CompetitionsRepository } from './competitions.repository.js';

/** What there is to compete in: sports, seasons, competitions. */
@Injectable()
export class CompetitionsService {
  constructor(private readonly competitions: CompetitionsRepository) {}

  /** All sports, in alphabetical order. */
  async listSports(): Promise<SportRow[]> {
    return this.competitions.listSports();
  }

  /** Sports by their id; unknown ids have no entry. */
  async findSports(ids: readonly number[]): Promise<Map<number, SportRow>> {
    return new Map((await this.competitions.findSports(ids)).map((sport) => [sport.id, sport]));
  }

  /** All seasons, the latest first. */
  async listSeasons(): Promise<SeasonRow[]> {
    return this.competitions.listSeasons();
  }

  /** In alphabetical order. Throws Invalid for a search text of more than 100 characters. */
  async listCompetitions(filter: CompetitionFilter, range: Range): Promise<CompetitionRow[]> {
    return this.competitions.listCompetitions(filter, range);
  }

  async findCompetition(id: number): Promise<CompetitionRow | undefined> {
    return this.competitions.findCompetition(id);
  }
}
