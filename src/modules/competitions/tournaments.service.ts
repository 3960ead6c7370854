import { Injectable } from '@nestjs/common';
import { NotFound } from '#core/kernel/domain-error.js';
import type { Visibility } from '#platform/auth/caller.js';
import type { Range, TournamentFilter } from './competition.row.js';
import type { TournamentRow } from './tournament.row.js';
import { TournamentsRepository } from './tournaments.repository.js';

@Injectable()
export class TournamentsService {
  constructor(private readonly tournaments: TournamentsRepository) {}

  /**
   * The latest season first, then in alphabetical order, without private ones the caller does not see. Throws Invalid for
   * a search text of more than 100 characters.
   */
  async list(filter: TournamentFilter, range: Range, visibility: Visibility = {}): Promise<TournamentRow[]> {
    return this.tournaments.list(filter, range, visibility);
  }

  /** Undefined also for a private one the caller does not see. */
  async find(id: number, visibility: Visibility = {}): Promise<TournamentRow | undefined> {
    return (await this.tournaments.findByIds([id], visibility)).at(0);
  }

  /** Throws NotFound. */
  async get(id: number): Promise<TournamentRow> {
    const tournament = await this.find(id);
    if (!tournament) throw new NotFound('Tournament', id);
    return tournament;
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
