import type { EntityManager } from '@mikro-orm/postgresql';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import type { Conditions } from './conditions.js';
import type { Statement } from './table.js';

export interface ListingQuery {
  /** What to select of each item. */
  columns: string;
  /** What the items come from, with the joins that `where`, `order` and `columns` need. */
  from: string;
  where: Conditions;
  /** Must be total, or pages overlap. */
  order: string;
}

/**
 * A column with the number of all items beside each of a stretch. What a search finds is counted while it is found:
 * comparing texts costs more than reading rows. Without a search the rows come in the order of an index, as few as are
 * asked for, and are counted beside that.
 */
export const totalColumn = ({ from, where }: Pick<ListingQuery, 'from' | 'where'>): Statement =>
  where.searches
    ? { sql: 'count(*) over ()::int', params: [] }
    : { sql: `(${countOf({ from, where })})`, params: where.params };

const countOf = ({ from, where }: Pick<ListingQuery, 'from' | 'where'>): string =>
  `select count(*)::int as total from ${from} where ${where.sql}`;

/**
 * Reads one stretch of a list and counts the whole, in one statement; only a stretch beyond the end needs another. The rows
 * keep the column of the number, which is none of `Row`'s fields: taking it out would cost more than all else here.
 */
export async function readListing<Row extends object>(
  em: EntityManager,
  { columns, from, where, order }: ListingQuery,
  { limit, offset }: Pick<SortedRange<string>, 'limit' | 'offset'>,
): Promise<Listing<Row>> {
  const { sql: total, params } = totalColumn({ from, where });
  const rows = await em.execute<(Row & { total: number })[]>(
    `select ${columns}, ${total} as total from ${from} where ${where.sql} order by ${order} limit ? offset ?`,
    [...params, ...where.params, limit, offset],
  );
  if (rows.length > 0) return { items: rows, total: rows[0].total };
  if (offset === 0) return { items: [], total: 0 };
  return { items: [], total: (await em.execute<[{ total: number }]>(countOf({ from, where }), where.params))[0].total };
}
