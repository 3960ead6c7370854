import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import { Conditions } from '#platform/database/conditions.js';
import { readListing } from '#platform/database/listing.js';
import { substringPattern } from '#platform/database/substring-pattern.js';
import { type Statement, Table } from '#platform/database/table.js';
import type { SeasonOrder, SeasonRow, SeasonValues } from './season.row.js';

export const seasonRow = (season: string): string =>
  `jsonb_build_object('id', ${season}.id, 'year', ${season}.year, 'description', ${season}.description,
                      'isCurrent', coalesce(${season}.iscurrent, false))`;

/** Another program may have left the flag empty. */
type StoredSeason = Omit<SeasonRow, 'isCurrent'> & { isCurrent: boolean | null };

const SEASON = new Table<StoredSeason>('season', {
  id: 'id',
  year: 'year',
  description: 'description',
  isCurrent: 'iscurrent',
});

const known = (season: StoredSeason): SeasonRow => ({ ...season, isCurrent: season.isCurrent ?? false });

@Injectable()
export class SeasonsRepository {
  constructor(private readonly em: EntityManager) {}

  /** Runs the work in one transaction; what repositories do inside joins it. */
  transactional<T>(work: () => Promise<T>): Promise<T> {
    return this.em.transactional(work);
  }

  /** The latest first. */
  async list(): Promise<SeasonRow[]> {
    return this.#rows({ sql: `select ${SEASON.select()} from season order by year desc`, params: [] });
  }

  async page(search: string | undefined, range: SortedRange<SeasonOrder>): Promise<Listing<SeasonRow>> {
    const { items, total } = await readListing<StoredSeason>(
      this.em,
      {
        columns: SEASON.select('s'),
        from: 'season s',
        where: new Conditions().when(substringPattern(search, 'search'), 's.description collate "en-US-x-icu" ilike ?'),
        order: SEASON.order(range.orderBy.length > 0 ? range.orderBy : ['year'], range.ascending, 's'),
      },
      range,
    );
    return { items: items.map(known), total };
  }

  async find(id: number): Promise<SeasonRow | undefined> {
    return (await this.#rows({ sql: `select ${SEASON.select()} from season where id = ?`, params: [id] })).at(0);
  }

  async findByYear(year: number): Promise<SeasonRow | undefined> {
    return (await this.#rows({ sql: `select ${SEASON.select()} from season where year = ?`, params: [year] })).at(0);
  }

  async findCurrent(): Promise<SeasonRow | undefined> {
    const sql = `
      select ${SEASON.select('s')} from season s
      left join global_setting g on g.key = 'season.current' and g.value = s.id::text
      where s.iscurrent or g.id is not null or s.year = extract(year from now() at time zone 'utc')
      order by s.iscurrent desc, g.id is not null desc limit 1`;
    return (await this.#rows({ sql, params: [] })).at(0);
  }

  async insert(values: Partial<SeasonValues>): Promise<SeasonRow> {
    return (await this.#rows(SEASON.insert(values)))[0];
  }

  async update(id: number, values: Partial<SeasonValues>): Promise<SeasonRow | undefined> {
    return (await this.#rows(SEASON.update(id, values))).at(0);
  }

  async delete(id: number): Promise<boolean> {
    return (await this.em.execute<object[]>('delete from season where id = ? returning id', [id])).length > 0;
  }

  /**
   * Takes the flag from the season that has it, until the end of the transaction for nobody else to give. The lock is a
   * statement of its own: one that waited would not see what the transaction it waited for has written.
   */
  async clearCurrent(): Promise<void> {
    await this.em.execute(`select pg_advisory_xact_lock(hashtextextended('touchline: current season', 0))`);
    await this.em.execute('update season set iscurrent = false where iscurrent');
  }

  async #rows({ sql, params }: Statement): Promise<SeasonRow[]> {
    return (await this.em.execute<StoredSeason[]>(sql, params)).map(known);
  }
}
