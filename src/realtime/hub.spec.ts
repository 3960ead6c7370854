import { describe, expect, it } from 'vitest';
import type { FeedItem } from './feed.js';
import { Hub, type Sink } from './hub.js';
import type { JournalRepository } from './journal.repository.js';

const item = (version: number): FeedItem => ({
  matchId: 1,
  version,
  at: '2026-01-01T00:00:00.000000Z',
  topic: 'data',
  op: 'update',
  entity: 'match',
  entityId: 1,
  data: {},
  cursor: `00000000:1:${version}`,
});

function recorder(): Sink & { versions: number[] } {
  const versions: number[] = [];
  return {
    versions,
    push: ({ version }) => void versions.push(version),
    full: false,
    drained: () => Promise.resolve(),
    closed: false,
  };
}

/** A journal of items 1..last whose answers come when the test says so. */
function journalOf(last: number) {
  const opening = Promise.withResolvers<number>();
  const reads: [number, number][] = [];
  const journal = {
    epoch: () => Promise.resolve('00000000'),
    lastVersion: () => opening.promise,
    readRange: (_matchId: number, from: number, to: number) => {
      reads.push([from, to]);
      return Promise.resolve(Array.from({ length: to - from }, (_, index) => item(from + 1 + index)));
    },
  };
  return { journal: journal as unknown as JournalRepository, open: () => opening.resolve(last), reads };
}

const after = (version: number) => ({ after: { epoch: '00000000', matchId: 1, version } });

describe('the hub', () => {
  it('takes nothing into the history of a channel whose position is not known yet', async () => {
    const { journal, open } = journalOf(27);
    const hub = new Hub(journal);
    const first = recorder();
    const subscribed = hub.subscribe(1, first, after(27));
    // A read begun for an earlier channel of this match comes back now.
    hub.publish([item(26)]);
    open();
    await subscribed;
    hub.publish([item(28)]);
    const second = recorder();
    await hub.subscribe(1, second, after(26));
    expect(first.versions).toEqual([28]);
    expect(second.versions).toEqual([27, 28]);
  });

  it('serves a reconnect from memory as far as its history goes, and from the journal before that', async () => {
    const { journal, open, reads } = journalOf(10);
    const hub = new Hub(journal);
    open();
    await hub.subscribe(1, recorder(), after(10));
    hub.publish([11, 12, 13].map(item));
    const recent = recorder();
    await hub.subscribe(1, recent, after(11));
    expect(recent.versions).toEqual([12, 13]);
    expect(reads).toEqual([]);
    const older = recorder();
    await hub.subscribe(1, older, after(8));
    expect(older.versions).toEqual([9, 10, 11, 12, 13]);
    expect(reads).toEqual([[8, 13]]);
  });

  it('gives the state to who resumes from before the journal begins, and of a match that is gone what is left', async () => {
    const left = [item(8), item(9), item(10)];
    const journal = {
      epoch: () => Promise.resolve('00000000'),
      lastVersion: () => Promise.resolve(10),
      readRange: (_matchId: number, from: number) => Promise.resolve(left.filter(({ version }) => version > from)),
      snapshot: (): Promise<FeedItem | undefined> => Promise.resolve({ ...item(10), op: 'snapshot' }),
    };
    const versionsAfter = async (version: number): Promise<number[]> => {
      const sink = recorder();
      await new Hub(journal as unknown as JournalRepository).subscribe(1, sink, after(version));
      return sink.versions;
    };
    expect(await versionsAfter(7)).toEqual([8, 9, 10]);
    expect(await versionsAfter(5)).toEqual([10]);
    journal.snapshot = () => Promise.resolve(undefined);
    expect(await versionsAfter(5)).toEqual([8, 9, 10]);
  });

  it('forgets a match nobody follows, and a failed opening', async () => {
    const { journal, open } = journalOf(1);
    const hub = new Hub(journal);
    open();
    const release = await hub.subscribe(1, recorder(), after(1));
    release();
    release();
    expect(hub.size).toEqual({ matches: 0, subscribers: 0 });
    const broken = new Hub({ lastVersion: () => Promise.reject(new Error('down')) } as unknown as JournalRepository);
    await expect(broken.subscribe(1, recorder())).rejects.toThrow('cannot be read now');
    expect(broken.size.matches).toBe(0);
  });

  it('tells those first who decide whether others may be told', async () => {
    const { journal, open } = journalOf(1);
    const hub = new Hub(journal);
    open();
    const told: string[] = [];
    const sink = (name: string): Sink => ({ ...recorder(), push: () => void told.push(name) });
    const leave = await hub.subscribe(1, sink('room'), { after: 'now' });
    const end = await hub.subscribe(1, sink('gate'), { after: 'now', first: true });
    hub.publish([item(2)]);
    expect(told).toEqual(['gate', 'room']);
    leave();
    expect(hub.size).toEqual({ matches: 1, subscribers: 0 });
    end();
    expect(hub.size).toEqual({ matches: 0, subscribers: 0 });
  });
});
