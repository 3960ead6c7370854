import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FeedItem } from '../../src/realtime/feed.js';
import { Hub, JournalListener } from '../../src/realtime/index.js';
import { bootApp, type TestApp } from '../support/app.js';
import { until } from '../support/feed.js';
import { createMatch } from '../support/fixtures.js';

let test: TestApp;
beforeAll(async () => {
  test = await bootApp();
  await until(() => test.app.get(JournalListener).healthy);
});
afterAll(() => test.close());

interface Dashboard {
  socket: Socket;
  items: FeedItem[];
}

async function open(transports: string[] = ['websocket']): Promise<Dashboard> {
  const socket = io(`http://${test.host}`, { transports, forceNew: true, reconnection: false });
  const items: FeedItem[] = [];
  socket.on('feed', (item: FeedItem) => items.push(item));
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', () => resolve());
    socket.on('connect_error', reject);
  });
  return { socket, items };
}

const attend = (matchId: number, attendance: number): Promise<unknown> =>
  test.database.sql('update match set attendance = $2 where id = $1', [matchId, attendance]);

describe('a dashboard on socket.io', () => {
  it.each([[['websocket']], [['polling', 'websocket']]])('follows a match over %j', async (transports) => {
    const { matchId } = await createMatch(test.database);
    const { socket, items } = await open(transports);
    expect(await socket.emitWithAck('subscribe', { matchId })).toEqual({ ok: true, matchId, version: 1 });
    await attend(matchId, 10);
    await until(() => items.length === 2);
    expect(items).toMatchObject([
      { op: 'snapshot', version: 1, data: { match: { id: matchId } } },
      { op: 'update', version: 2, topic: 'data', data: { attendance: 10 } },
    ]);
    expect(await socket.emitWithAck('unsubscribe', { matchId })).toMatchObject({ ok: true });
    await attend(matchId, 11);
    const other = await open();
    await other.socket.emitWithAck('subscribe', { matchId });
    expect(items).toHaveLength(2);
    socket.close();
    other.socket.close();
    await until(() => test.app.get(Hub).size.matches === 0);
  });

  it('resumes with its cursor, and many in one room get each version once while others come and go', async () => {
    const { matchId } = await createMatch(test.database);
    const first = await open();
    await first.socket.emitWithAck('subscribe', { matchId });
    await until(() => first.items.length === 1);
    const { cursor } = first.items[0];
    let writing = true;
    const writer = (async () => {
      for (let attendance = 1; attendance <= 150; attendance++) await attend(matchId, attendance);
      writing = false;
    })();
    const late: Dashboard[] = [];
    while (writing && late.length < 12) {
      const dashboard = await open();
      await dashboard.socket.emitWithAck('subscribe', { matchId, after: cursor });
      late.push(dashboard);
    }
    await writer;
    await until(() => [first, ...late].every(({ items }) => items.at(-1)?.version === 151));
    const all = Array.from({ length: 151 }, (_, index) => index + 1);
    expect(first.items.map(({ version }) => version)).toEqual(all);
    expect(late.length).toBeGreaterThan(1);
    for (const { items, socket } of late) {
      expect(items.map(({ version }) => version)).toEqual(all.slice(1));
      socket.close();
    }
    first.socket.close();
  });

  it('that polls, or goes over to WebSocket while things happen, misses nothing and sees nothing twice', async () => {
    const { matchId } = await createMatch(test.database);
    const kinds = [['polling'], ['polling', 'websocket'], ['websocket']];
    let attendance = 0;
    let isOver = false;
    const writer = (async () => {
      while (!isOver) await attend(matchId, ++attendance);
    })();
    const dashboards: Dashboard[] = [];
    for (const transports of [...kinds, ...kinds]) {
      const dashboard = await open(transports);
      await dashboard.socket.emitWithAck('subscribe', { matchId });
      dashboards.push(dashboard);
    }
    const spoken = () => dashboards.map(({ socket }) => socket.io.engine.transport.name);
    await until(() => spoken().filter((name) => name === 'websocket').length === 4);
    isOver = true;
    await writer;
    const last = attendance + 1;
    await until(() => dashboards.every(({ items }) => items.at(-1)?.version === last));
    for (const { items, socket } of dashboards) {
      const [{ version: first }] = items;
      expect(items.map(({ version }) => version)).toEqual(
        Array.from({ length: last - first + 1 }, (_, index) => first + index),
      );
      socket.close();
    }
  });

  it('refuses what it cannot serve, in words', async () => {
    const { socket } = await open();
    const refused = async (body: unknown): Promise<string> =>
      ((await socket.emitWithAck('subscribe', body)) as { error: { code: string } }).error.code;
    expect(await refused({ matchId: 4_000_000 })).toBe('MATCH_NOT_FOUND');
    expect(await refused({ matchId: 'x' })).toBe('INVALID_ARGUMENT');
    expect(await refused(undefined)).toBe('INVALID_ARGUMENT');
    expect(await refused({ matchId: 1, after: 'x' })).toBe('INVALID_CURSOR');
    socket.close();
  });
});
