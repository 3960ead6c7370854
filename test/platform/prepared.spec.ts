import { MikroORM } from '@mikro-orm/postgresql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ormOptions } from '../../src/platform/database/orm-options.js';
import { prepared } from '../../src/platform/database/prepared.js';
import { temporaryFailure } from '../../src/platform/database/temporary-failure.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let orm: MikroORM;
beforeEach(async () => {
  database = await createTestDatabase();
  await database.sql('create table thing (id int primary key, title text)');
  await database.sql(`insert into thing values (1, 'one'), (2, 'it''s ?'), (3, null)`);
  orm = await MikroORM.init(
    ormOptions({
      url: database.url,
      poolSize: 1,
      statementTimeoutMs: 5_000,
      applicationName: 'touchline prepared test',
    }),
  );
});
afterEach(async () => {
  await orm.close(true);
  await database.drop();
});

interface Thing {
  id: number;
  title: string | null;
}

const BY_IDS = 'select id, title from thing where id = any(?::int[]) and id < ? order by id';

describe('a prepared statement', () => {
  it('gets its values in their order, a list as one of them', async () => {
    expect(await prepared<Thing>(orm.em.fork(), BY_IDS, [[3, 1, 2, 9], 3])).toEqual([
      { id: 1, title: 'one' },
      { id: 2, title: `it's ?` },
    ]);
    expect(await prepared<Thing>(orm.em.fork(), BY_IDS, [[], 3])).toEqual([]);
    const byTitle = 'select id from thing where title = ?';
    expect(await prepared<Thing>(orm.em.fork(), byTitle, [`it's ?`])).toEqual([{ id: 2 }]);
    expect(await prepared<Thing>(orm.em.fork(), byTitle, [`' or true --`])).toEqual([]);
  });

  it('is parsed once on a connection; what the ORM writes itself is not kept', async () => {
    for (let time = 0; time < 3; time++) await prepared<Thing>(orm.em.fork(), BY_IDS, [[time], 3]);
    await orm.em.fork().execute('select id from thing where id = ?', [1]);
    const kept = await orm.em.fork().execute<{ statement: string }[]>('select statement from pg_prepared_statements');
    expect(kept).toEqual([
      { statement: 'select id, title from thing where id = any($1::int[]) and id < $2 order by id' },
    ]);
  });

  it('belongs to the transaction it is run in', async () => {
    await orm.em.fork().transactional(async (em) => {
      await em.execute(`insert into thing values (0, 'new')`);
      expect(await prepared<Thing>(em, BY_IDS, [[0], 3])).toEqual([{ id: 0, title: 'new' }]);
    });
  });

  it('fails once, not for ever, when another program has changed its columns', async () => {
    const read = () => prepared<Thing>(orm.em.fork(), BY_IDS, [[1], 3]);
    await read();
    await database.sql('alter table thing alter column id type bigint');
    const failure: unknown = await read().catch((error: unknown) => error);
    expect(String(failure)).toContain('cached plan');
    expect(temporaryFailure(failure)).toMatchObject({ code: 'DATABASE_BUSY' });
    expect(await read()).toMatchObject([{ title: 'one' }]);
  });
});
