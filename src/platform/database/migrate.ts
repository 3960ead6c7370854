import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { ormOptions } from './orm-options.js';

/** Any number, the same in every process: whoever holds it migrates, the others wait. */
const MIGRATION_LOCK = 7_265_433;

/**
 * Brings the database to the newest schema and returns the names of the migrations it applied. All of them run in
 * one transaction; several processes may call this at once, one works and the others find nothing to do.
 */
export async function migrate(url: string): Promise<string[]> {
  const lock = new pg.Client({ connectionString: url, application_name: 'touchline migrate' });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const orm = await MikroORM.init({
      ...ormOptions({ url, poolSize: 2, statementTimeoutMs: 0, applicationName: 'touchline migrate' }),
      logger: () => undefined,
    });
    try {
      return (await orm.migrator.up()).map((applied) => applied.name);
    } finally {
      await orm.close();
    }
  } finally {
    await lock.end();
  }
}

/** Names of migrations that this version of the product has and the database lacks. */
export async function pendingMigrations(orm: Pick<MikroORM, 'migrator'>): Promise<string[]> {
  return (await orm.migrator.getPending()).map((pending) => pending.name);
}
