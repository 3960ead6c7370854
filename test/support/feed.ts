import { Feed, type FeedItem } from '../../src/realtime/feed.js';
import { Hub, type Sink } from '../../src/realtime/hub.js';
import { JournalListener } from '../../src/realtime/journal-listener.js';
import { JournalPump } from '../../src/realtime/journal-pump.js';
import { JournalRepository } from '../../src/realtime/journal.repository.js';
import type { TestDatabase } from './database.js';

/** The way from the journal to subscribers, without the rest of the application: one "process". */
export interface TestFeed {
  hub: Hub;
  journal: JournalRepository;
  listener: JournalListener;
  stop(): Promise<void>;
}

export function startFeed(database: TestDatabase): TestFeed {
  const options = { url: database.url, poolSize: 2, statementTimeoutMs: 5_000, applicationName: 'touchline feed test' };
  const journal = new JournalRepository(options);
  const hub = new Hub(journal);
  const pump = new JournalPump(journal, hub);
  const listener = new JournalListener(options, new Feed(), pump, journal);
  listener.onApplicationBootstrap();
  return {
    hub,
    journal,
    listener,
    async stop() {
      await listener.onApplicationShutdown();
      await pump.onApplicationShutdown();
      await journal.onApplicationShutdown();
    },
  };
}

/** Keeps what it is given. */
export class Recorder implements Sink {
  readonly items: FeedItem[] = [];
  closed = false;
  full = false;

  push(item: FeedItem): void {
    this.items.push(item);
  }

  drained(): Promise<void> {
    return Promise.resolve();
  }

  get versions(): number[] {
    return this.items.map(({ version }) => version);
  }
}

/** Waits until `done` holds; fails with what `state` says when it does not within the time. */
export async function until(
  done: () => boolean | Promise<boolean>,
  state: () => unknown = () => '',
  ms = 15_000,
): Promise<void> {
  const deadline = Date.now() + ms;
  while (!(await done())) {
    if (Date.now() > deadline) throw new Error(`not reached in ${ms} ms: ${JSON.stringify(state())}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
