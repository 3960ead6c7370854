import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Conditions } from '#platform/database/conditions.js';
import { substringPattern } from '#platform/database/substring-pattern.js';
import { sportKindSql, sportRow } from './sports.repository.js';
import type { CompetitionFilter, CompetitionRow, Range } from './competition.row.js';

export const competitionRow = (competition: string, sport: string): string =>
  `jsonb_build_object('id', ${competition}.id, 'title', ${competition}.title, 'country', ${competition}.country,
                      'sport', ${sportRow(sport)})`;

const COMPETITIONS = `select ${competitionRow('c', 's')} as row from competition c join sport s on s.id = c.sport_id`;

@Injectable()
export class CompetitionsRepository {
  constructor(private readonly em: EntityManager) {}

  /** In alphabetical order. */
  async listCompetitions(filter: CompetitionFilter, { limit, offset }: Range): Promise<CompetitionRow[]> {
    const where = new Conditions()
      .when(filter.sport, `${sportKindSql('s')} = ?`)
      .when(filter.country, 'lower(c.country) = lower(?)')
      .when(substringPattern(filter.text, 'text'), 'c.title ilike ?');
    return this.rows(`${COMPETITIONS} where ${where.sql} order by c.title, c.country, c.id limit ? offset ?`, [
      ...where.params,
      limit,
      offset,
    ]);
  }

  async findCompetition(id: number): Promise<CompetitionRow | undefined> {
    return (await this.rows<CompetitionRow>(`${COMPETITIONS} where c.id = ?`, [id])).at(0);
  }

  private async rows<Row>(sql: string, params: unknown[] = []): Promise<Row[]> {
    return (await this.em.execute<{ row: Row }[]>(sql, params)).map(({ row }) => row);
  }
}
