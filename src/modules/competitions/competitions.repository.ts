import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Page } from '#core/kernel/page.js';
import { Conditions } from '#platform/database/conditions.js';
import { substringPattern } from '#platform/database/substring-pattern.js';
import { sportKindSql, sportRow } from './sports.repository.js';
import type { CompetitionFilter, CompetitionPosition, CompetitionRow } from './competition.row.js';

export const competitionRow = (competition: string, sport: string): string =>
  `jsonb_build_object('id', ${competition}.id, 'title', ${competition}.title, 'country', ${competition}.country,
                      'sport', ${sportRow(sport)})`;

const FROM = 'from competition c join sport s on s.id = c.sport_id';
const COMPETITIONS = `select ${competitionRow('c', 's')} as row ${FROM}`;

@Injectable()
export class CompetitionsRepository {
  constructor(private readonly em: EntityManager) {}

  /** Up to one row more than the page, in the order of reading: by title forwards, or backwards. */
  async slice(
    filter: CompetitionFilter,
    { limit, direction, from }: Page<CompetitionPosition>,
  ): Promise<CompetitionRow[]> {
    const [beyond, order] = direction === 'forward' ? ['>', 'asc'] : ['<', 'desc'];
    const where = matching(filter);
    return this.rows(
      `${COMPETITIONS} where ${where.sql} ${from ? `and (c.title, c.id) ${beyond} (?, ?)` : ''}
       order by c.title ${order}, c.id ${order} limit ?`,
      [...where.params, ...(from ? [from.title, from.id] : []), limit + 1],
    );
  }

  async count(filter: CompetitionFilter): Promise<number> {
    const where = matching(filter);
    const sql = `select count(*)::int as count ${FROM} where ${where.sql}`;
    return (await this.em.execute<[{ count: number }]>(sql, where.params))[0].count;
  }

  async findCompetition(id: number): Promise<CompetitionRow | undefined> {
    return (await this.rows<CompetitionRow>(`${COMPETITIONS} where c.id = ?`, [id])).at(0);
  }

  private async rows<Row>(sql: string, params: unknown[] = []): Promise<Row[]> {
    return (await this.em.execute<{ row: Row }[]>(sql, params)).map(({ row }) => row);
  }
}

const matching = ({ sport, country, text }: CompetitionFilter): Conditions =>
  new Conditions()
    .when(sport, `${sportKindSql('s')} = ?`)
    .when(country, 'lower(c.country) = lower(?)')
    .when(substringPattern(text, 'text'), 'c.title ilike ?');
