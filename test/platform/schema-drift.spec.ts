import { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ormOptions } from '../../src/platform/database/orm-options.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Written by hand in the migrations and unknown to the ORM. */
const BY_HAND = /^drop (trigger|function) |^drop table if exists "journal_epoch"/;

describe('the migrated schema', () => {
  it('is what the entities say, tables, columns, keys and indexes', async () => {
    const options = { url: database.url, poolSize: 1, statementTimeoutMs: 0, applicationName: 'touchline test' };
    const orm = await MikroORM.init(ormOptions(options));
    const statements = (await orm.schema.getUpdateSchemaSQL({ wrap: false })).split('\n').map((line) => line.trim());
    await orm.close();
    expect(statements.filter((line) => line !== '' && !BY_HAND.test(line))).toEqual([]);
  });

  it('D14: has an index that begins with each foreign key', async () => {
    const missing = await database.sql(`
      select c.conrelid::regclass::text as table, a.attname as column
      from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and not exists (
        select 1 from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])`);
    expect(missing).toEqual([]);
  });
});
