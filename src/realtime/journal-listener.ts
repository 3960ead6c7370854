import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DATABASE_OPTIONS } from '#platform/database/database.token.js';
import type { DatabaseOptions } from '#platform/database/orm-options.js';
import { Feed } from './feed.js';
import { JournalPump } from './journal-pump.js';
import { JournalRepository } from './journal.repository.js';
import { NOTIFY_CHANNELS, refreshedMatch } from './notify-channels.js';

const HEARTBEAT_MS = 2_000;
const HEARTBEAT_TIMEOUT_MS = 2_000;
/** While no notifications can arrive, followed matches are asked this often. */
const POLL_MS = 200;
const LISTEN = ['match_journal', ...Object.keys(NOTIFY_CHANNELS)].map((channel) => `listen ${channel}`).join('; ');
const RECONNECT_MS = { first: 50, last: 1_000 };
/** The application starts without notifications when they cannot be had in this time. */
const FIRST_WAIT_MS = 5_000;

/**
 * Hears that something was committed. One dedicated connection; a notification only wakes the pump, so a lost one
 * costs time and never an entry: the connection is probed, and while it is gone the pump polls.
 */
@Injectable()
export class JournalListener implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #log = new Logger('JournalListener');
  readonly #stopped = new AbortController();
  #client: pg.Client | undefined;
  #done: Promise<void> = Promise.resolve();
  #healthy = false;
  #onListening: () => void = () => undefined;

  constructor(
    @Inject(DATABASE_OPTIONS) private readonly options: DatabaseOptions,
    private readonly feed: Feed,
    private readonly pump: JournalPump,
    private readonly journal: JournalRepository,
  ) {}

  /** True while notifications arrive. */
  get healthy(): boolean {
    return this.#healthy;
  }

  /** Waits until it listens, so that nothing is asked or kept before changes of it are heard of. */
  async onApplicationBootstrap(): Promise<void> {
    const listens = new Promise<void>((resolve) => (this.#onListening = resolve));
    this.#done = this.#run();
    const waited = sleep(FIRST_WAIT_MS, undefined, { signal: this.#stopped.signal, ref: false });
    await Promise.race([listens, waited.catch(() => undefined)]);
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopped.abort();
    // A connection that hangs never says that it has ended.
    void this.#client?.end().catch(() => undefined);
    await this.#done;
  }

  async #run(): Promise<void> {
    let delay = RECONNECT_MS.first;
    while (!this.#stopped.signal.aborted) {
      const failure = await this.#listenOnce(() => (delay = RECONNECT_MS.first));
      if (this.#stopped.signal.aborted) return;
      if (this.#healthy) {
        this.#log.warn(`lost the journal connection, polling until it is back: ${failure}`);
        this.journal.renew();
      }
      this.#healthy = false;
      await this.#pollFor(delay);
      delay = Math.min(delay * 2, RECONNECT_MS.last);
    }
  }

  /** Connects, listens and probes until the connection fails; returns why it did. */
  async #listenOnce(onListening: () => void): Promise<string> {
    const client = new pg.Client({
      connectionString: this.options.url,
      application_name: `${this.options.applicationName} listener`,
      connectionTimeoutMillis: HEARTBEAT_TIMEOUT_MS,
      query_timeout: HEARTBEAT_TIMEOUT_MS,
      keepAlive: true,
    });
    this.#client = client;
    const failed = new Promise<string>((resolve) => {
      client.on('error', (error) => resolve(error.message));
      client.on('end', () => resolve('connection ended'));
    });
    client.on('notification', ({ channel, payload = '' }) => {
      if (channel in NOTIFY_CHANNELS) {
        const asked = refreshedMatch(payload);
        if (asked !== undefined) this.feed.refresh(asked, NOTIFY_CHANNELS[channel]);
        return;
      }
      const matchId = Number(payload);
      this.pump.wake(matchId);
      this.feed.changed(matchId);
    });
    try {
      // The driver says nothing more of connecting once it was told to end.
      await Promise.race([client.connect(), failed.then((reason) => Promise.reject(new Error(reason)))]);
      await client.query(LISTEN);
      onListening();
      this.#healthy = true;
      // What was committed before the LISTEN took effect.
      this.pump.wakeAll();
      this.feed.changed('all');
      this.#onListening();
      return await Promise.race([failed, this.#probe(client)]);
    } catch (error) {
      return (error as Error).message;
    } finally {
      client.end().catch(() => undefined);
    }
  }

  /** A dead peer often gives neither error nor end: ask, and give up when nothing comes back. */
  async #probe(client: pg.Client): Promise<string> {
    try {
      for (;;) {
        await sleep(HEARTBEAT_MS, undefined, { signal: this.#stopped.signal });
        await client.query('select 1');
      }
    } catch (error) {
      return (error as Error).message;
    }
  }

  async #pollFor(milliseconds: number): Promise<void> {
    const until = performance.now() + milliseconds;
    do {
      this.pump.wakeAll();
      await sleep(Math.min(POLL_MS, milliseconds), undefined, { signal: this.#stopped.signal }).catch(() => undefined);
    } while (performance.now() < until && !this.#stopped.signal.aborted);
  }
}
