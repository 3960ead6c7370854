import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { ofVisibleMatches } from '#modules/live/index.js';
import type { Visibility } from '#platform/auth/caller.js';
import { Conditions } from '#platform/database/conditions.js';
import { prepared } from '#platform/database/prepared.js';
import { Table } from '#platform/database/table.js';
import type { MatchDataRow } from './match-data.row.js';

export const MATCH_DATA = new Table<MatchDataRow>('matchdata', {
  id: 'id',
  matchId: 'match_id',
  scoreTeamA: 'score_team_a',
  scoreTeamB: 'score_team_b',
  fieldLength: 'field_length',
  gameStatus: 'game_status',
  timeoutTeamA: 'timeout_team_a',
  timeoutTeamB: 'timeout_team_b',
  qtr: 'qtr',
  periodKey: 'period_key',
  ballOn: 'ball_on',
  down: 'down',
  distance: 'distance',
});

@Injectable()
export class MatchDataRepository {
  constructor(private readonly em: EntityManager) {}

  async find(id: number, visibility: Visibility): Promise<MatchDataRow | undefined> {
    return this.#one(ofVisibleMatches('matchdata', visibility).when(id, 'id = ?'));
  }

  async findByMatch(matchId: number): Promise<MatchDataRow | undefined> {
    return this.#one(new Conditions().when(matchId, 'match_id = ?'));
  }

  async listByMatches(matchIds: readonly number[]): Promise<MatchDataRow[]> {
    const sql = `select ${MATCH_DATA.select()} from matchdata where match_id = any(?::int[])`;
    return prepared<MatchDataRow>(this.em, sql, [matchIds]);
  }

  /** Returns the new row; undefined when its match has one, which stays as it is. */
  async insertOnce(values: Partial<MatchDataRow>): Promise<MatchDataRow | undefined> {
    const { sql, params } = MATCH_DATA.insert(values);
    const once = sql.replace(' returning ', ' on conflict (match_id) do nothing returning ');
    return (await this.em.execute<MatchDataRow[]>(once, params))[0];
  }

  async update(id: number, values: Partial<MatchDataRow>): Promise<MatchDataRow | undefined> {
    const { sql, params } = MATCH_DATA.update(id, values);
    return (await this.em.execute<MatchDataRow[]>(sql, params))[0];
  }

  async delete(id: number): Promise<boolean> {
    return (await this.em.execute<unknown[]>('delete from matchdata where id = ? returning id', [id])).length > 0;
  }

  transactional<T>(work: () => Promise<T>): Promise<T> {
    return this.em.transactional(work);
  }

  async #one(where: Conditions): Promise<MatchDataRow | undefined> {
    const sql = `select ${MATCH_DATA.select()} from matchdata where ${where.sql}`;
    return (await prepared<MatchDataRow>(this.em, sql, where.params))[0];
  }
}
