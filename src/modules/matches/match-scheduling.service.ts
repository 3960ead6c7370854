import { Injectable } from '@nestjs/common';
import { Invalid, NotFound } from '#core/kernel/domain-error.js';
import { checkTexts } from '#core/kernel/texts.js';
import { MatchSchedulingRepository, type ScheduledRow } from './match-scheduling.repository.js';

const LONGEST = { venue: 255, referee: 255 };

/** Weeks, or rounds, count from 1. */
export type ScheduleMatch = Pick<ScheduledRow, 'homeId' | 'awayId'> & Partial<Omit<ScheduledRow, 'id' | 'status'>>;

/** Absent: unchanged. */
export type MatchChanges = Partial<Omit<ScheduledRow, 'id'>>;

/** Brings matches into being. */
@Injectable()
export class MatchSchedulingService {
  constructor(private readonly repository: MatchSchedulingRepository) {}

  /**
   * Schedules a match; its matchdata, scoreboard and clocks are made in the same transaction, with the defaults of the
   * sport's preset. Returns its id.
   * @throws NotFound for a team or tournament that does not exist; Invalid when a team would play itself, the teams and
   * the tournament are not of one sport, or a value makes no sense.
   */
  schedule(match: ScheduleMatch): Promise<number> {
    return this.repository.transactional(async () => {
      await this.#check(match);
      const id = await this.repository.insert({ kickoffAt: null, ...match });
      await this.repository.ensureLiveRows(id);
      return id;
    });
  }

  /** Changes what is given. @throws NotFound also for the match; Invalid as `schedule` */
  reschedule(id: number, changes: MatchChanges): Promise<void> {
    return this.repository.transactional(async () => {
      const match = await this.repository.lock(id);
      if (!match) throw new NotFound('Match', id);
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      await this.#check({ ...match, ...given });
      await this.repository.update(id, changes);
    });
  }

  /**
   * Gives a match that was bulk-imported its live rows, when somebody first needs them. Does nothing when it has them,
   * and when there is no such match; calling it from several places at once is safe.
   */
  ensureLiveRows(matchId: number): Promise<void> {
    return this.repository.ensureLiveRows(matchId);
  }

  /** The same for all matches of a tournament, in one statement. */
  ensureLiveRowsOf(tournamentId: number): Promise<void> {
    return this.repository.ensureLiveRowsOf(tournamentId);
  }

  async #check(match: ScheduleMatch): Promise<void> {
    const { homeId, awayId, tournamentId = null, week, attendance } = match;
    checkTexts(match, LONGEST);
    if (homeId === awayId) throw new Invalid('awayId', 'A team cannot play against itself');
    if (week !== null && week !== undefined && !(week >= 1)) throw new Invalid('week', 'Weeks count from 1');
    if ((attendance ?? 0) < 0) throw new Invalid('attendance', 'There cannot be fewer spectators than none');
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
