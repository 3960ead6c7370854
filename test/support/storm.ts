import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { Server } from './process.js';

/** The application in a process of its own that is killed and started again, always on the same port. */
export class MortalServer {
  deaths = 0;
  #server: Server | undefined;

  private constructor(
    readonly host: string,
    private readonly environment: Record<string, string>,
  ) {}

  static async start(databaseUrl: string): Promise<MortalServer> {
    const port = await freePort();
    const environment = { PORT: String(port), DATABASE_URL: databaseUrl, DEMO: 'off', LOG_FORMAT: 'json' };
    const started = new MortalServer(`127.0.0.1:${port}`, environment);
    started.#server = Server.start(environment);
    await started.#server.ready().catch(async (error: unknown) => {
      await started.stop();
      throw error;
    });
    return started;
  }

  /** As the power does. What happens while it is down is up to `meanwhile`. Returns when it is there again. */
  async killAndRestart(meanwhile: () => Promise<void>): Promise<void> {
    await this.#server!.stop('SIGKILL');
    this.deaths++;
    await meanwhile();
    this.#server = Server.start(this.environment);
    await this.#server.ready();
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
  }
}

/** Ends the connections on which applications listen, again and again, until `signal`. Returns how many it ended. */
export async function killListeners(client: pg.Client, everyMs: number, signal: AbortSignal): Promise<number> {
  let killed = 0;
  while (!signal.aborted) {
    await sleep(everyMs, undefined, { signal }).catch(() => undefined);
    const { rowCount } = await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name like '%listener'`,
    );
    killed += rowCount ?? 0;
  }
  return killed;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
