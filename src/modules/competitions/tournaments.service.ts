import { Injectable } from '@nestjs/common';
import type { Range, TournamentFilter, TournamentRow } from './competition.row.js';
import { TournamentsRepository } from './tournaments.repository.js';

@Injectable()
export class TournamentsService {
  constructor(private readonly tournaments: TournamentsRepository) {}

  /** The latest season first, then in alphabetical order. Throws Invalid for a search text of more than 100 characters. */
  async list(filter: TournamentFilter, range: Range): Promise<TournamentRow[]> {
    return this.tournaments.list(filter, range);
  }

  async find(id: number): Promise<TournamentRow | undefined> {
    return (await this.tournaments.findByIds([id])).at(0);
  }

  /** Tournaments by their id; unknown ids have no entry. */
  async findByIds(ids: readonly number[]): Promise<Map<number, TournamentRow>> {
    return new Map((await this.tournaments.findByIds(ids)).map((tournament) => [tournament.id, tournament]));
  }

  /** Tournaments by the id of their competition, the latest season first; a competition without any has no entry. */
  async listByCompetitions(competitionIds: readonly number[]): Promise<Map<number, TournamentRow[]>> {
    const tournaments = await this.tournaments.listByCompetitions(competitionIds);
    return Map.groupBy(tournaments, ({ competition }) => competition?.id ?? 0);
  }
}
