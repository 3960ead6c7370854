import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import type { Page } from '#core/kernel/page.js';
import { Conditions } from '#platform/database/conditions.js';
import { readListing } from '#platform/database/listing.js';
import { substringPattern } from '#platform/database/substring-pattern.js';
import { Table } from '#platform/database/table.js';
import type { SponsorOrder, SponsorRow, SponsorValues, TitlePosition } from './sponsor.row.js';

export const SPONSOR = new Table<SponsorRow>('sponsor', {
  id: 'id',
  title: 'title',
  logoUrl: 'logo_url',
  scaleLogo: 'scale_logo',
});

const SPONSORS = `select ${SPONSOR.select('s')} from sponsor s`;

@Injectable()
export class SponsorsRepository {
  constructor(private readonly em: EntityManager) {}

  async findByIds(ids: readonly number[]): Promise<SponsorRow[]> {
    return this.em.execute<SponsorRow[]>(`${SPONSORS} where s.id = any(array[?]::int[])`, [ids]);
  }

  /** By title. */
  async list(): Promise<SponsorRow[]> {
    return this.em.execute<SponsorRow[]>(`${SPONSORS} order by s.title, s.id`);
  }

  async page(
    text: string | undefined,
    { orderBy, ascending, ...range }: SortedRange<SponsorOrder>,
  ): Promise<Listing<SponsorRow>> {
    const order = SPONSOR.order(orderBy.length > 0 ? orderBy : ['title'], ascending, 's');
    const query = { columns: SPONSOR.select('s'), from: 'sponsor s', where: titled(text), order };
    return readListing<SponsorRow>(this.em, query, range);
  }

  /** Up to one row more than the page, in the order of reading: by title forwards, or backwards. */
  async slice(text: string | undefined, { limit, direction, from }: Page<TitlePosition>): Promise<SponsorRow[]> {
    const [beyond, order] = direction === 'forward' ? ['>', 'asc'] : ['<', 'desc'];
    const where = titled(text);
    return this.em.execute<SponsorRow[]>(
      `${SPONSORS} where ${where.sql} ${from ? `and (s.title, s.id) ${beyond} (?, ?)` : ''}
       order by s.title ${order}, s.id ${order} limit ?`,
      [...where.params, ...(from ? [from.title, from.id] : []), limit + 1],
    );
  }

  async count(text: string | undefined): Promise<number> {
    const where = titled(text);
    const sql = `select count(*)::int as count from sponsor s where ${where.sql}`;
    return (await this.em.execute<[{ count: number }]>(sql, where.params))[0].count;
  }

  async insert(values: Partial<SponsorValues>): Promise<SponsorRow> {
    const { sql, params } = SPONSOR.insert(values);
    return (await this.em.execute<SponsorRow[]>(sql, params))[0];
  }

  async update(id: number, values: Partial<SponsorValues>): Promise<SponsorRow | undefined> {
    const { sql, params } = SPONSOR.update(id, values);
    return (await this.em.execute<SponsorRow[]>(sql, params)).at(0);
  }

  /** Teams, tournaments and matches that show it go on without a sponsor. */
  async delete(id: number): Promise<boolean> {
    return this.em.transactional(async (em) => {
      for (const table of ['team', 'tournament', 'match']) {
        await em.execute(`update ${table} set main_sponsor_id = null where main_sponsor_id = ?`, [id]);
      }
      return (await em.execute<object[]>('delete from sponsor where id = ? returning id', [id])).length > 0;
    });
  }
}

function titled(text: string | undefined): Conditions {
  return new Conditions().when(substringPattern(text, 'search'), 's.title ilike ?');
}
