import { expect, it } from 'vitest';
import type { FeedItem } from './feed.js';
import { Hub } from './hub.js';
import type { JournalRepository } from './journal.repository.js';
import { RoomFeeds } from './room-feeds.js';

const item = (version: number, op: FeedItem['op'] = 'update'): FeedItem => ({
  matchId: 1,
  version,
  at: '2026-01-01T00:00:00.000000Z',
  topic: 'data',
  op,
  entity: 'match',
  entityId: 1,
  data: {},
  cursor: `00000000:1:${version}`,
});

it.each([
  ['snapshot', undefined],
  ['cursor', { epoch: '00000000', matchId: 1, version: 5 }],
])('tells a client once of what his %s has and the room has not told yet', async (kind, after) => {
  const known = kind === 'snapshot' ? [5] : [];
  let opened = false;
  const journal = {
    epoch: () => Promise.resolve('00000000'),
    lastVersion: () => {
      const version = opened ? 5 : 3;
      opened = true;
      return Promise.resolve(version);
    },
    snapshot: () => Promise.resolve(item(5, 'snapshot')),
  };
  const hub = new Hub(journal as unknown as JournalRepository);
  const versions: number[] = [];
  let inRoom = false;
  const rooms = new RoomFeeds(hub, {
    emit: (_matchId, { version }) => void (inRoom && versions.push(version)),
    isEmpty: () => !inRoom,
  });
  const joined = rooms.join(
    1,
    {
      emit: ({ version }) => void versions.push(version),
      full: false,
      drained: () => Promise.resolve(),
      gone: false,
      join: () => void (inRoom = true),
    },
    after,
  );
  await new Promise((resolve) => setImmediate(resolve));
  // The journal is at version 5; this process has published up to 3.
  expect(versions).toEqual(known);
  hub.publish([item(4)]);
  await new Promise((resolve) => setImmediate(resolve));
  hub.publish([item(5), item(6)]);
  expect(await joined).toBe(6);
  hub.publish([item(7)]);
  expect(versions).toEqual([...known, 6, 7]);
});
