import pg from 'pg';

/**
 * A lock that a process holds by a connection of its own, across all processes on one database. It is gone when the
 * process is, however that ended.
 */
export class SessionLock {
  readonly #lost = new AbortController();

  private constructor(private readonly client: pg.Client) {
    client.on('end', () => this.#lost.abort(new Error('the connection that holds the lock has ended')));
  }

  /** Undefined when another holds it. */
  static async tryAcquire(url: string, name: string): Promise<SessionLock | undefined> {
    const client = new pg.Client({ connectionString: url, application_name: 'touchline lock', keepAlive: true });
    // Its end says all there is to say.
    client.on('error', () => undefined);
    await client.connect();
    const lock = new SessionLock(client);
    try {
      const { rows } = await client.query<{ held: boolean }>(`select pg_try_advisory_lock(${keyOf('$1')}) as held`, [
        name,
      ]);
      if (rows[0]!.held) return lock;
    } catch (error) {
      await lock.release();
      throw error;
    }
    await lock.release();
    return undefined;
  }

  /** Aborted when the lock is lost or released: what it protects has to stop. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  async release(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }
}

/** The key of a named lock, from an SQL expression of its name. */
export const keyOf = (name: string): string => `hashtextextended(${name}, 0)`;
