import { existsSync, readFileSync } from 'node:fs';
import type { Client } from 'pg';
import { bind } from './child.ts';

/** The processes of PostgreSQL that serve one database, when they run on this machine and can be seen. */
export class Backends {
  readonly #client: Client;
  readonly #processor: string | undefined;
  /** Nanoseconds by process number. What an ended one has used stays. */
  readonly #used = new Map<number, number>();

  /** All but the one of this client are watched, and kept on this processor. */
  constructor(client: Client, processor: string | undefined) {
    this.#client = client;
    this.#processor = processor;
  }

  /** Microseconds of processor time so far; NaN where the system does not say. */
  async cpu(): Promise<number> {
    const { rows } = await this.#client.query<{ pid: number }>(
      `select pid from pg_stat_activity
       where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    for (const { pid } of rows) {
      // A server elsewhere has process numbers too, and they mean something else here.
      if (!read(`/proc/${pid}/comm`).startsWith('postgres')) continue;
      if (!this.#used.has(pid)) bind(pid, this.#processor);
      this.#used.set(pid, Number(read(`/proc/${pid}/schedstat`).split(' ')[0] || Number.NaN));
    }
    return this.#used.size === 0 ? Number.NaN : [...this.#used.values()].reduce((sum, used) => sum + used, 0) / 1_000;
  }
}

function read(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
