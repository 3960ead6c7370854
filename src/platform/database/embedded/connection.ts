import { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { SUPERUSER } from './cluster.js';
import { errorCode } from './errors.js';

export const HOST = '127.0.0.1';
export const DATABASE = 'touchline';

/** Every process that uses the server keeps one connection of this name open for as long as it does. */
const LEASE = 'touchline-lease';

export interface Address {
  readonly port: number;
  readonly password: string;
}

export function urlOf({ port, password }: Address): string {
  return `postgres://${SUPERUSER}:${password}@${HOST}:${port}/${DATABASE}`;
}

/** `ready`, or the reason why not: `refused`, `starting` (or stopping), `denied` (not our server, or not our password). */
export async function probe(address: Address): Promise<'ready' | 'refused' | 'starting' | 'denied'> {
  const client = clientFor(address, 'touchline-probe');
  client.on('error', () => undefined);
  try {
    await client.connect();
    return 'ready';
  } catch (error) {
    const code = errorCode(error) ?? '';
    if (code === '57P03' || code === '53300') return 'starting';
    return code.startsWith('28') ? 'denied' : 'refused';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Creates the application's database if a new cluster does not have it yet. */
async function ensureDatabase(client: Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
  if (rowCount === 0) await client.query(`create database ${DATABASE}`);
}

/**
 * One connection that says "this process uses the server" for as long as it lives, and notices at once when the server
 * dies. It stays in the `postgres` database, so it is never in the way of copying or dropping the application's.
 */
export class Lease {
  #released = false;

  private constructor(
    private readonly client: Client,
    private readonly socket: Socket,
    onLost: () => void,
  ) {
    client.once('end', () => {
      if (!this.#released) onLost();
    });
  }

  static async open(address: Address, onLost: () => void): Promise<Lease> {
    const socket = new Socket();
    const client = clientFor(address, LEASE, socket);
    // The loss itself is reported by `end`; without a listener the error would end the process.
    client.on('error', () => undefined);
    try {
      await client.connect();
      await ensureDatabase(client);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    // An application that has nothing else to do may exit.
    socket.unref();
    return new Lease(client, socket, onLost);
  }

  /** Whether another process holds a lease or one of its pools is connected. Close your own pools first. */
  async usedByOthers(): Promise<boolean> {
    this.socket.ref();
    // A backend lives a moment longer than the connection it served, also that of a process that was killed.
    for (let attempt = 0; ; attempt++) {
      const { rows } = await this.client.query(
        `select from pg_stat_activity
          where backend_type = 'client backend' and pid <> pg_backend_pid() and application_name like 'touchline%'`,
      );
      if (rows.length === 0) return false;
      if (attempt === 8) return true;
      await delay(40);
    }
  }

  async release(): Promise<void> {
    this.#released = true;
    await this.client.end().catch(() => undefined);
  }
}

function clientFor({ port, password }: Address, name: string, socket = new Socket()): Client {
  return new Client({
    host: HOST,
    port,
    user: SUPERUSER,
    password,
    database: 'postgres',
    ssl: false,
    application_name: name,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    stream: () => socket,
  });
}
