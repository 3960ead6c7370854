import { expect, it } from 'vitest';
import { createTestDatabase } from '../support/database.js';

it('finds what has just been written by the index, however much it was', async () => {
  const database = await createTestDatabase();
  try {
    await database.sql(`insert into person (first_name, second_name)
                        select 'Ivan ' || n % 97, 'Ivanov ' || n from generate_series(1, 5000) n`);
    await database.sql('analyze person');
    const plan = await database.sql<{ 'QUERY PLAN': string }>(
      `explain select id from person where first_name ilike '%nov 12%' or second_name ilike '%nov 12%'`,
    );
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toContain('Index Scan on person_first_name_trgm');
    expect(text).toContain('Index Scan on person_second_name_trgm');
    const waiting = await database.sql(
      `select c.relname from pg_class c join pg_am a on a.oid = c.relam
       where a.amname = 'gin' and not coalesce('fastupdate=off' = any(c.reloptions), false)`,
    );
    expect(waiting, 'indexes that put off what is written').toEqual([]);
  } finally {
    await database.drop();
  }
});
