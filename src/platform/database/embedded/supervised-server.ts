import { setTimeout as delay } from 'node:timers/promises';
import { HOST, Lease, urlOf } from './connection.js';
import { EmbeddedPostgresError } from './errors.js';
import { stopServer } from './postmaster.js';
import { ensureServer, findServer, type RunningServer, type ServerContext } from './server.js';
import { withStartLock } from './start-lock.js';
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from './types.js';

/** As many deaths, or failed attempts to restart, within this time are one too many. */
const PATIENCE = { failures: 5, withinMs: 60_000 };
const BACKOFF_MS = [50, 250, 500, 1_000, 2_000, 4_000];

type Listeners = Pick<EmbeddedPostgresOptions, 'onRestart' | 'onFailure'>;

/** A running server, watched through a lease and restarted on the same port when it dies. */
export class SupervisedServer implements EmbeddedPostgres {
  readonly host = HOST;
  readonly url: string;
  readonly port: number;
  readonly reused: boolean;
  readonly #shutdown = new AbortController();
  #pid: number;
  #lease: Lease | undefined;
  #failures: number[] = [];
  #recovery: Promise<void> | undefined;
  #closed: Promise<void> | undefined;

  private constructor(
    private readonly context: ServerContext,
    server: RunningServer,
    private readonly lockFile: string,
    private readonly listeners: Listeners,
  ) {
    this.port = server.port;
    this.reused = server.reused;
    this.url = urlOf({ port: server.port, password: context.cluster.password });
    this.#pid = server.pid;
  }

  /** Call under the start lock, so that nobody stops the server before the lease is there. */
  static async attach(context: ServerContext, server: RunningServer, lockFile: string, listeners: Listeners) {
    const supervised = new SupervisedServer(context, server, lockFile, listeners);
    supervised.#lease = await supervised.#openLease();
    return supervised;
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    this.#shutdown.abort();
    await this.#recovery;
    try {
      await withStartLock(this.lockFile, this.context.log, () => this.#stopIfUnused());
    } finally {
      await this.#lease?.release();
    }
  }

  async #stopIfUnused(): Promise<void> {
    const { cluster, binaries, log } = this.context;
    if ((await findServer(cluster)) === undefined) return;
    this.#lease ??= await this.#openLease();
    if (await this.#lease.usedByOthers()) {
      log.info('PostgreSQL keeps running: another Touchline process uses it');
      return;
    }
    await this.#lease.release();
    await stopServer(cluster.data, binaries, log);
    log.info('PostgreSQL stopped');
  }

  #openLease(): Promise<Lease> {
    return Lease.open({ port: this.port, password: this.context.cluster.password }, () => this.#lost());
  }

  #lost(): void {
    this.#lease = undefined;
    if (this.#shutdown.signal.aborted || this.#recovery !== undefined) return;
    this.#recovery = this.#recover().finally(() => {
      this.#recovery = undefined;
    });
  }

  /** Whoever of the processes sharing the server comes first restarts it; the others find it running. */
  async #recover(): Promise<void> {
    const { log } = this.context;
    const { signal } = this.#shutdown;
    const before = this.#pid;
    for (let attempt = 0; !signal.aborted; attempt++) {
      if (this.#isHopeless()) return this.#giveUp();
      const pause = BACKOFF_MS[Math.min(attempt, BACKOFF_MS.length - 1)];
      // Closing ends the pause early; a process that has nothing else to do need not wait for it.
      await delay(pause, undefined, { ref: false, signal }).catch(() => undefined);
      try {
        await withStartLock(this.lockFile, log, () => this.#reattach());
      } catch (error) {
        this.#failures.push(Date.now());
        log.error(`PostgreSQL could not be restarted: ${error instanceof Error ? error.message : String(error)}`);
        continue;
      }
      if (this.#lease === undefined) continue;
      // An administrator may have ended our connection; then the server is the same and nothing else is lost.
      if (this.#pid === before) return;
      this.#failures.push(Date.now());
      log.warn(`PostgreSQL (pid ${before}) stopped unexpectedly; pid ${this.#pid} has taken over`);
      this.listeners.onRestart?.();
      return;
    }
  }

  async #reattach(): Promise<void> {
    if (this.#shutdown.signal.aborted) return;
    const server = await ensureServer(this.context, this.port);
    if (server.port !== this.port) {
      throw new EmbeddedPostgresError(
        `It runs on port ${server.port} now, but this process is connected to ${this.port}`,
      );
    }
    this.#lease = await this.#openLease();
    this.#pid = server.pid;
  }

  #isHopeless(): boolean {
    const since = Date.now() - PATIENCE.withinMs;
    this.#failures = this.#failures.filter((at) => at >= since);
    return this.#failures.length >= PATIENCE.failures;
  }

  #giveUp(): void {
    const error = new EmbeddedPostgresError(
      `PostgreSQL died or failed to start ${this.#failures.length} times within a minute and is not restarted any more. ` +
        `See ${this.context.location.logFile}.`,
    );
    this.context.log.error(error.message);
    this.listeners.onFailure?.(error);
  }
}
