import type { Namespace } from 'socket.io';
import { describe, expect, it } from 'vitest';
import { broadcast } from './room-broadcast.js';
import { textFrame } from './text-frame.js';

/** A client whose connection has nothing waiting, unless said otherwise. */
function client(connection: object = {}, socket: object = {}) {
  const frames: string[] = [];
  const emitted: unknown[] = [];
  const _sender = { sendFrame: (parts: readonly Buffer[]) => frames.push(Buffer.concat(parts).toString('latin1')) };
  const open = { readyState: 1, OPEN: 1, bufferedAmount: 0, _sender, ...socket };
  const transport = { name: 'websocket', writable: true, socket: open };
  const conn = { readyState: 'open', upgrading: false, writeBuffer: [], transport, ...connection };
  return { conn, frames, emitted };
}

function room(...clients: ReturnType<typeof client>[]): Namespace {
  const sockets = new Map(clients.map((each, id) => [String(id), each]));
  const to = (ids: string[]) => ({
    emit: (...event: unknown[]) => ids.forEach((id) => sockets.get(id)?.emitted.push(event)),
  });
  return { sockets, to, adapter: { rooms: new Map([['match:1', new Set([...sockets.keys(), 'gone'])]]) } } as never;
}

const message = { version: 2, data: { title: 'Львы' } };

describe('a message to a room', () => {
  it('is one whole frame for who has nothing waiting', () => {
    const [first, second] = [client(), client()];
    broadcast(room(first, second), 'match:1', 'feed', message);
    const frame = textFrame(Buffer.from(`42["feed",${JSON.stringify(message)}]`)).toString('latin1');
    for (const each of [first, second]) expect(each).toMatchObject({ frames: [frame], emitted: [] });
  });

  it.each([
    ['polls', { transport: { name: 'polling', writable: true } }, {}],
    ['changes its transport', { upgrading: true }, {}],
    ['has packets waiting', { writeBuffer: [{}] }, {}],
    ['has left', { readyState: 'closing' }, {}],
    ['is behind', {}, { bufferedAmount: 1 }],
    ['is closing', {}, { readyState: 2 }],
    ['has a sender that is not known', {}, { _sender: {} }],
  ])('is left to the library for who %s', (_, connection, socket) => {
    const other = client(connection, socket);
    broadcast(room(other), 'match:1', 'feed', message);
    expect(other).toMatchObject({ frames: [], emitted: [['feed', message]] });
  });

  it('is left to the library while its transport is busy', () => {
    const busy = client();
    busy.conn.transport.writable = false;
    broadcast(room(busy), 'match:1', 'feed', message);
    expect(busy).toMatchObject({ frames: [], emitted: [['feed', message]] });
  });

  it('to nobody is none', () => {
    const other = client();
    broadcast(room(other), 'match:2', 'feed', message);
    expect(other).toMatchObject({ frames: [], emitted: [] });
  });
});
