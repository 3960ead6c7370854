import pg from 'pg';

const OF_TRANSACTION = /^(begin|start transaction\b.*|rollback)$/i;

type Query = (this: pg.Client, ...given: unknown[]) => unknown;

/**
 * Makes the promises of queries outside of the driver, and spares its pool transactions that are lost.
 *
 * A promise of the driver's own keeps the rows of its query over collections of the young generation until the whole heap
 * is collected: at a few hundred requests a second each pause is ten times as long.
 *
 * Kysely, below the ORM, gives a connection back to the pool after a transaction whose beginning succeeded, and whose
 * commit or rollback did. On a dead connection none does, and its place in the pool would be taken for ever. So where
 * beginning or rolling back fails, the connection is closed, which ends the transaction, and counts as done: whatever is
 * tried on it next fails, and then it goes back, to be thrown away.
 */
export class PoolClient extends pg.Client {}

function promised(this: pg.Client, config: unknown, values?: unknown, callback?: unknown): unknown {
  // Looked up each time: who watches the statements replaces it.
  const query = pg.Client.prototype.query as Query;
  const answersItself = typeof (config as { submit?: unknown } | null)?.submit === 'function';
  if (answersItself || typeof values === 'function' || callback) return query.call(this, config, values, callback);
  return new Promise((resolve, reject) => {
    query.call(this, config, values, (error: Error | null, result: unknown) => {
      if (!error) return resolve(result);
      if (typeof config !== 'string' || !OF_TRANSACTION.test(config)) return reject(error);
      void this.end().catch(() => undefined);
      resolve({ command: config.toUpperCase(), rowCount: null, rows: [], fields: [] });
    });
  });
}

PoolClient.prototype.query = promised as typeof PoolClient.prototype.query;
