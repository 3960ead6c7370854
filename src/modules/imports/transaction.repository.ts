import type { Client } from 'pg';

/**
 * Deadlock, serialisation failure, and a row that somebody else has just created too: the same work succeeds when it is
 * done again.
 */
const TRY_AGAIN = new Set(['40P01', '40001', '23505']);
const ATTEMPTS = 4;

/** Runs `work` in one transaction; after a deadlock once more from the start. */
export async function inTransaction<T>(client: Client, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    await client.query('begin');
    try {
      const result = await work();
      await client.query('commit');
      return result;
    } catch (error) {
      // A connection that is gone has rolled back by itself, and its own error says more than this one.
      await client.query('rollback').catch(() => undefined);
      if (attempt === ATTEMPTS || !(error instanceof Error && 'code' in error && TRY_AGAIN.has(String(error.code)))) {
        throw error;
      }
    }
  }
}
