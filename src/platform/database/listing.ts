import type { EntityManager } from '@mikro-orm/postgresql';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import type { Conditions } from './conditions.js';

export interface ListingQuery {
  /** What to select of each item. */
  columns: string;
  /** What the items come from, with the joins that `where`, `order` and `columns` need. */
  from: string;
  where: Conditions;
  /** Must be total, or pages overlap. */
  order: string;
}

/** Reads one stretch of a list, and counts the whole only where the stretch does not tell already. */
export async function readListing<Row extends object>(
  em: EntityManager,
  { columns, from, where, order }: ListingQuery,
  { limit, offset }: Pick<SortedRange<string>, 'limit' | 'offset'>,
): Promise<Listing<Row>> {
  const items = await em.execute<Row[]>(
    `select ${columns} from ${from} where ${where.sql} order by ${order} limit ? offset ?`,
    [...where.params, limit, offset],
  );
  const isLast = items.length < limit && (items.length > 0 || offset === 0);
  if (isLast) return { items, total: offset + items.length };
  const [{ count }] = await em.execute<[{ count: number }]>(
    `select count(*)::int as count from ${from} where ${where.sql}`,
    where.params,
  );
  return { items, total: count };
}
