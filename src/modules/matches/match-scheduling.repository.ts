import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { MatchStatus } from '#core/kernel/match-status.js';
import { Table } from '#platform/database/table.js';

/** What a new match needs of its teams and tournament. */
export interface SchedulingFacts {
  homeSportId: number | null | undefined;
  awaySportId: number | null | undefined;
  /** Undefined: there is no such tournament. */
  tournamentSportId: number | undefined;
}

/** What of a match is agreed before it is played, and how far it has come. */
export interface ScheduledRow {
  id: number;
  homeId: number;
  awayId: number;
  tournamentId: number | null;
  kickoffAt: Date | null;
  week: number | null;
  venue: string | null;
  referee: string | null;
  attendance: number | null;
  status: MatchStatus;
}

const SCHEDULED = new Table<ScheduledRow>('match', {
  id: 'id',
  homeId: 'team_a_id',
  awayId: 'team_b_id',
  tournamentId: 'tournament_id',
  kickoffAt: 'match_date',
  week: 'week',
  venue: 'venue',
  referee: 'referee',
  attendance: 'attendance',
  status: 'status',
});

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

  /** Nobody else changes it before the transaction ends. */
  async lock(id: number): Promise<ScheduledRow | undefined> {
    const sql = `select ${SCHEDULED.select('m')} from match m where m.id = ? for update`;
    return (await this.em.execute<ScheduledRow[]>(sql, [id])).at(0);
  }

  /** Returns the id of the new match. */
  async insert(values: Partial<ScheduledRow>): Promise<number> {
    const { sql, params } = SCHEDULED.insert(values);
    return (await this.em.execute<[{ id: number }]>(sql, params))[0].id;
  }

  async update(id: number, values: Partial<ScheduledRow>): Promise<void> {
    const { sql, params } = SCHEDULED.update(id, values);
    await this.em.execute(sql, params);
  }

  /** Gives a match matchdata, scoreboard and clocks when it has none; safe when several do so at once. */
  async ensureLiveRows(matchId: number): Promise<void> {
    await this.em.execute('select ensure_live_rows(?)', [matchId]);
  }

  /** The same for all matches of a tournament. */
  async ensureLiveRowsOf(tournamentId: number): Promise<void> {
    await this.em.execute(
      `select ensure_live_rows(m.id) from match m
       where m.tournament_id = ? and not exists (select from matchdata d where d.match_id = m.id)`,
      [tournamentId],
    );
  }

  /** Spells on the scoreboard the names of teams that are written there as they are. */
  async spellBoard(matchId: number, spelling: (title: string) => string): Promise<void> {
    const [{ home, away }] = await this.em.execute<[{ home: string; away: string }]>(
      `select a.title as home, b.title as away from match m
       join team a on a.id = m.team_a_id join team b on b.id = m.team_b_id where m.id = ?`,
      [matchId],
    );
    await this.em.execute(
      `update scoreboard set
         team_a_game_title = case when team_a_game_title = ? then left(?, 50) else team_a_game_title end,
         team_b_game_title = case when team_b_game_title = ? then left(?, 50) else team_b_game_title end
       where match_id = ?`,
      [home, spelling(home), away, spelling(away), matchId],
    );
  }
}
