import { Injectable } from '@nestjs/common';
import { Invalid, NotFound } from '#core/kernel/domain-error.js';
import { MatchSchedulingRepository } from './match-scheduling.repository.js';

export interface ScheduleMatch {
  homeId: number;
  awayId: number;
  tournamentId?: number | null;
  kickoffAt?: Date | null;
  /** Round or week, from 1. */
  week?: number | null;
  venue?: string | null;
  referee?: string | null;
}

/** Brings matches into being. */
@Injectable()
export class MatchSchedulingService {
  constructor(private readonly repository: MatchSchedulingRepository) {}

  /**
   * Schedules a match; its matchdata, scoreboard and clocks are made in the same transaction, with the defaults of the
   * sport's preset. Returns its id.
   * @throws NotFound for a team or tournament that does not exist; Invalid when a team would play itself, or the teams
   * and the tournament are not of one sport.
   */
  schedule(match: ScheduleMatch): Promise<number> {
    return this.repository.transactional(async () => {
      await this.#check(match);
      const {
        homeId,
        awayId,
        tournamentId = null,
        kickoffAt = null,
        week = null,
        venue = null,
        referee = null,
      } = match;
      const id = await this.repository.insert({ homeId, awayId, tournamentId, kickoffAt, week, venue, referee });
      await this.repository.ensureLiveRows(id);
      return id;
    });
  }

  /**
   * Gives a match that was bulk-imported its live rows, when somebody first needs them. Does nothing when it has them,
   * and when there is no such match; calling it from several places at once is safe.
   */
  ensureLiveRows(matchId: number): Promise<void> {
    return this.repository.ensureLiveRows(matchId);
  }

  async #check({ homeId, awayId, tournamentId = null, week }: ScheduleMatch): Promise<void> {
    if (homeId === awayId) throw new Invalid('awayId', 'A team cannot play against itself');
    if (week !== null && week !== undefined && !(week >= 1)) throw new Invalid('week', 'Weeks count from 1');
    const { homeSportId, awaySportId, tournamentSportId } = await this.repository.facts(homeId, awayId, tournamentId);
    if (homeSportId === undefined) throw new NotFound('Team', homeId);
    if (awaySportId === undefined) throw new NotFound('Team', awayId);
    if (tournamentId !== null && tournamentSportId === undefined) throw new NotFound('Tournament', tournamentId);
    const sports = new Set(
      [homeSportId, awaySportId, tournamentSportId].filter((id) => id !== null && id !== undefined),
    );
    if (sports.size > 1) throw new Invalid('awayId', 'Both teams and the tournament must be of one sport');
  }
}
