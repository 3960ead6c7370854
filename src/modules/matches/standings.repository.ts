import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { DECIDED_STATUSES } from '#core/kernel/match-status.js';

export interface DecidedMatch {
  tournamentId: number;
  home: number;
  away: number;
  homeGoals: number;
  awayGoals: number;
  /** ISO 8601. */
  kickoffAt: string;
}

@Injectable()
export class StandingsRepository {
  constructor(private readonly em: EntityManager) {}

  /**
   * Matches whose result counts. What cannot be a result (a side against itself, goals below zero) is left out: one
   * wrong row must not take the table away. A match without a kickoff counts as the earliest.
   */
  async listDecided(tournamentIds: readonly number[]): Promise<DecidedMatch[]> {
    return this.em.execute<DecidedMatch[]>(
      `select m.tournament_id as "tournamentId", m.team_a_id as home, m.team_b_id as away,
              m.score_home as "homeGoals", m.score_away as "awayGoals",
              to_char(coalesce(m.kickoff_at, timestamptz '1800-01-01Z') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "kickoffAt"
       from match m
       where m.tournament_id = any(array[?]::int[]) and m.status = any(array[?]::text[])
         and m.score_home >= 0 and m.score_away >= 0 and m.team_a_id <> m.team_b_id`,
      [tournamentIds, DECIDED_STATUSES],
    );
  }
}
