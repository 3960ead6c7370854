import { MikroORM } from '@mikro-orm/postgresql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ormOptions } from '../../src/platform/database/orm-options.js';
import { temporaryFailure } from '../../src/platform/database/temporary-failure.js';
import { bootApp } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const POOL = 2;
const NAME = 'touchline losing test';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

describe('connections lost in transactions', () => {
  let orm: MikroORM;
  beforeEach(async () => {
    const options = { url: database.url, poolSize: POOL, statementTimeoutMs: 5_000, applicationName: NAME };
    orm = await MikroORM.init(ormOptions(options));
  });
  afterEach(() => orm.close(true));

  /** Ends all of them, and returns when they have ended. */
  const cut = async (): Promise<void> => {
    const sql = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${NAME}'`;
    while ((await database.sql(sql)).length > 0) await new Promise((resolve) => setTimeout(resolve, 2));
  };
  const failureOf = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => 'none',
      (error: unknown) => temporaryFailure(error)?.code ?? error,
    );

  it('are none fewer in the pool, wherever they were cut', async () => {
    const touch = `update match set attendance = attendance`;
    for (let round = 0; round < 2 * POOL; round++) {
      const inTheMiddle = orm.em.fork().transactional(async (em) => {
        await em.execute(touch);
        await cut();
        await em.execute(touch);
      });
      expect(await failureOf(inTheMiddle)).toBe('DATABASE_BUSY');
      const beforeItsCommit = orm.em.fork().transactional(async (em) => {
        await em.execute(touch);
        await cut();
      });
      expect(await failureOf(beforeItsCommit)).toBe('DATABASE_BUSY');
      const inAStatement = orm.em.fork().execute('select pg_sleep(10)');
      const ended = failureOf(inAStatement);
      await new Promise((resolve) => setTimeout(resolve, 50));
      await cut();
      expect(await ended).toBe('DATABASE_BUSY');
    }
    // The last ones cut may still lie in the pool, until one tries them.
    for (let left = 0; left < POOL; left++) await failureOf(orm.em.fork().execute('select 1'));
    const together = Array.from({ length: POOL }, () =>
      orm.em.fork().transactional((em) => em.execute<{ one: number }[]>('select 1 as one, pg_sleep(0.1)')),
    );
    const answers = await Promise.allSettled(together);
    expect(answers.map(({ status }) => status)).toEqual(together.map(() => 'fulfilled'));
  });

  it('say nothing of what cannot be tried again', async () => {
    expect(await failureOf(orm.em.fork().execute('select 1 / 0'))).toMatchObject({ code: '22012' });
  });
});

it('a database that cannot answer in time is told as such, in the form of each contract', async () => {
  const test = await bootApp({ DATABASE_STATEMENT_TIMEOUT_MS: '200' }, database);
  try {
    await database.sql('begin');
    await database.sql('lock table sport, match in access exclusive mode');
    const [listed, prepared, told] = await Promise.all([
      fetch(`http://${test.host}/api/sports/`),
      fetch(`http://${test.host}/api/matches/id/1/comprehensive/`),
      test.graphql('{ sports { id } }'),
    ]);
    for (const answer of [listed, prepared]) {
      expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([
        503,
        '1',
        { detail: 'The database cannot answer right now: try again in a moment' },
      ]);
    }
    expect(told.errors?.[0].extensions).toMatchObject({ code: 'DATABASE_BUSY', kind: 'unavailable' });
    await database.sql('rollback');
    expect((await fetch(`http://${test.host}/api/sports/`)).status).toBe(200);
  } finally {
    await test.close();
  }
});
