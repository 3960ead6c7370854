import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';

/** Statements by their text with question marks. */
const numbered = new Map<string, string>();

/**
 * Runs a statement whose values go beside it (`?`; a list is one value: `any(?::int[])`), in the transaction there is. Each
 * connection parses it once and soon plans it no more, which for joins costs the database more than running them; the ORM
 * writes values into its statements. The text must not depend on what is asked: each is kept for good.
 */
export async function prepared<Row>(em: EntityManager, sql: string, values: readonly unknown[]): Promise<Row[]> {
  let text = numbered.get(sql);
  if (text === undefined) {
    let number = 0;
    text = sql.replaceAll('?', () => `$${++number}`);
    numbered.set(sql, text);
  }
  const { rows } = await em.getKysely().executeQuery<Row>(CompiledQuery.raw(text, [...values]));
  return rows;
}
