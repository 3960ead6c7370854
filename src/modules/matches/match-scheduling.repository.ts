import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';

/** What a new match needs of its teams and tournament. */
export interface SchedulingFacts {
  homeSportId: number | null | undefined;
  awaySportId: number | null | undefined;
  /** Undefined: there is no such tournament. */
  tournamentSportId: number | undefined;
}

export interface NewMatchRow {
  homeId: number;
  awayId: number;
  tournamentId: number | null;
  kickoffAt: Date | null;
  week: number | null;
  venue: string | null;
  referee: string | null;
}

@Injectable()
export class MatchSchedulingRepository {
  constructor(private readonly em: EntityManager) {}

  /** Runs the work in one transaction; what repositories do inside joins it. */
  transactional<T>(work: () => Promise<T>): Promise<T> {
    return this.em.transactional(work);
  }

  async facts(homeId: number, awayId: number, tournamentId: number | null): Promise<SchedulingFacts> {
    const teams = await this.em.execute<{ id: number; sportId: number | null }[]>(
      'select id, sport_id as "sportId" from team where id in (?, ?)',
      [homeId, awayId],
    );
    const tournaments = await this.em.execute<{ sportId: number }[]>(
      'select sport_id as "sportId" from tournament where id = ?',
      [tournamentId],
    );
    const sportOf = (id: number): number | null | undefined => teams.find((team) => team.id === id)?.sportId;
    return {
      homeSportId: sportOf(homeId),
      awaySportId: sportOf(awayId),
      tournamentSportId: tournaments[0]?.sportId,
    };
  }

  /** Returns the id of the new match. */
  async insert({ homeId, awayId, tournamentId, kickoffAt, week, venue, referee }: NewMatchRow): Promise<number> {
    const [{ id }] = await this.em.execute<[{ id: number }]>(
      `insert into match (team_a_id, team_b_id, tournament_id, match_date, week, venue, referee)
       values (?, ?, ?, ?, ?, ?, ?) returning id`,
      [homeId, awayId, tournamentId, kickoffAt, week, venue, referee],
    );
    return id;
  }

  /** Gives a match matchdata, scoreboard and clocks when it has none; safe when several do so at once. */
  async ensureLiveRows(matchId: number): Promise<void> {
    await this.em.execute('select ensure_live_rows(?)', [matchId]);
  }
}
