import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import type { Page } from '#core/kernel/page.js';
import { Conditions } from '#platform/database/conditions.js';
import { readListing } from '#platform/database/listing.js';
import { substringPattern } from '#platform/database/substring-pattern.js';
import { Table } from '#platform/database/table.js';
import type { SponsorLineOrder, SponsorLineRow, SponsorLineValues, TitlePosition } from './sponsor.row.js';

const LINE = new Table<SponsorLineRow>('sponsor_line', { id: 'id', title: 'title', isVisible: 'is_visible' });

const LINES = `select ${LINE.select('l')} from sponsor_line l`;

@Injectable()
export class SponsorLinesRepository {
  constructor(private readonly em: EntityManager) {}

  async findByIds(ids: readonly number[]): Promise<SponsorLineRow[]> {
    return this.em.execute<SponsorLineRow[]>(`${LINES} where l.id = any(array[?]::int[])`, [ids]);
  }

  /** By title. */
  async list(): Promise<SponsorLineRow[]> {
    return this.em.execute<SponsorLineRow[]>(`${LINES} order by l.title, l.id`);
  }

  async page(
    text: string | undefined,
    { orderBy, ascending, ...range }: SortedRange<SponsorLineOrder>,
  ): Promise<Listing<SponsorLineRow>> {
    const order = LINE.order(orderBy.length > 0 ? orderBy : ['title'], ascending, 'l');
    const where = new Conditions().when(substringPattern(text, 'search'), 'l.title ilike ?');
    return readListing<SponsorLineRow>(
      this.em,
      { columns: LINE.select('l'), from: 'sponsor_line l', where, order },
      range,
    );
  }

  /** Up to one row more than the page, in the order of reading; a line without a title comes first. */
  async slice({ limit, direction, from }: Page<TitlePosition>): Promise<SponsorLineRow[]> {
    const [beyond, order] = direction === 'forward' ? ['>', 'asc'] : ['<', 'desc'];
    return this.em.execute<SponsorLineRow[]>(
      `${LINES} ${from ? `where (coalesce(l.title, ''), l.id) ${beyond} (?, ?)` : ''}
       order by coalesce(l.title, '') ${order}, l.id ${order} limit ?`,
      [...(from ? [from.title, from.id] : []), limit + 1],
    );
  }

  async count(): Promise<number> {
    return (await this.em.execute<[{ count: number }]>('select count(*)::int as count from sponsor_line'))[0].count;
  }

  async insert(values: Partial<SponsorLineValues>): Promise<SponsorLineRow> {
    const { sql, params } = LINE.insert(values);
    return (await this.em.execute<SponsorLineRow[]>(sql, params))[0];
  }

  async update(id: number, values: Partial<SponsorLineValues>): Promise<SponsorLineRow | undefined> {
    const { sql, params } = LINE.update(id, values);
    return (await this.em.execute<SponsorLineRow[]>(sql, params)).at(0);
  }

  /** Teams, tournaments and matches that show it go on without a line. */
  async delete(id: number): Promise<boolean> {
    return this.em.transactional(async (em) => {
      for (const table of ['team', 'tournament', 'match']) {
        await em.execute(`update ${table} set sponsor_line_id = null where sponsor_line_id = ?`, [id]);
      }
      return (await em.execute<object[]>('delete from sponsor_line where id = ? returning id', [id])).length > 0;
    });
  }
}
