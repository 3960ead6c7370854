import pg from 'pg';
import { isOutdatedStatement } from './temporary-failure.js';

const OF_TRANSACTION = /^(begin|start transaction\b.*|rollback)$/i;

/** Names of prepared statements by their texts. */
const names = new Map<string, string>();

type Query = (this: pg.Client, ...given: unknown[]) => unknown;

/**
 * Prepares statements that have values beside them, makes the promises of queries outside of the driver, and spares its
 * pool connections that have become useless.
 *
 * A promise of the driver's own keeps the rows of its query over collections of the young generation until the whole heap
 * is collected: at a few hundred requests a second each pause is ten times as long.
 *
 * Kysely, below the ORM, gives a connection back to the pool after a transaction whose beginning succeeded, and whose
 * commit or rollback did. On a dead connection none does, and its place in the pool would be taken for ever. So where
 * beginning or rolling back fails, the connection is closed, which ends the transaction, and counts as done: whatever is
 * tried on it next fails, and then it goes back, to be thrown away.
 *
 * A prepared statement fails for ever on a connection once another program has changed the types of its columns: that
 * connection is closed too.
 */
export class PoolClient extends pg.Client {}

function promised(this: pg.Client, config: unknown, values?: unknown, callback?: unknown): unknown {
  // Looked up each time: who watches the statements replaces it.
  const query = pg.Client.prototype.query as Query;
  const isText = typeof config === 'string';
  if (!isText || typeof values === 'function' || callback) return query.call(this, config, values, callback);
  const asked = Array.isArray(values) && values.length > 0 ? { name: nameOf(config), text: config, values } : config;
  return new Promise((resolve, reject) => {
    query.call(this, asked, (error: Error | null, result: unknown) => {
      if (!error) return resolve(result);
      const isLost = OF_TRANSACTION.test(config);
      if (isLost || isOutdatedStatement(error)) void this.end().catch(() => undefined);
      if (!isLost) return reject(error);
      resolve({ command: config.toUpperCase(), rowCount: null, rows: [], fields: [] });
    });
  });
}

function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) names.set(text, (name = `s${names.size}`));
  return name;
}

PoolClient.prototype.query = promised as typeof PoolClient.prototype.query;
