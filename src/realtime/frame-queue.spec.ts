import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import { describe, expect, it } from 'vitest';
import type { Duplex } from 'node:stream';
import { FrameQueue } from './frame-queue.js';
import { rememberTransport } from './frame-sender.js';

/** A socket and the connection below it, whose network takes what it is told to take. */
class FakeSocket extends EventEmitter {
  readonly OPEN = 1;
  readonly CLOSED = 3;
  readyState = 1;
  writableLength = 0;
  readonly sent: string[] = [];
  closedWith: number | undefined;
  readonly #taken: (() => void)[] = [];

  write(frame: Buffer, taken?: () => void): void {
    this.sent.push(frame.toString().slice(0, 20));
    if (taken) this.#taken.push(taken);
  }

  take(): void {
    this.#taken.shift()?.();
  }

  close(code: number): void {
    this.closedWith = code;
    this.readyState = 3;
    this.emit('close');
  }
}

function queue(limits = { maxItems: 5, maxBytes: 1_000 }) {
  const socket = new FakeSocket();
  rememberTransport(socket as unknown as WebSocket, socket as unknown as Duplex);
  return { socket, queue: new FrameQueue(socket as unknown as WebSocket, limits) };
}

const text = (content: string): Buffer => Buffer.from(content);
const large = Buffer.alloc(70_000, 'L');
const L = 'L'.repeat(20);

describe('a queue of frames', () => {
  it('sends at once while the client keeps up', () => {
    const { socket, queue: frames } = queue();
    for (let n = 0; n < 20; n++) frames.send('clock', text(`${n}`));
    expect(socket.sent).toHaveLength(20);
    expect(frames.isWaiting).toBe(false);
  });

  it('keeps the newest of each key while it does not, in the order they were said last', () => {
    const { socket, queue: frames } = queue();
    frames.send('load', large);
    for (const [key, content] of [
      ['clock', 'c1'],
      ['match', 'm1'],
      ['clock', 'c2'],
    ] as const) {
      frames.send(key, text(content));
    }
    expect(socket.sent).toEqual([L]);
    expect(frames.isWaiting).toBe(true);
    socket.take();
    expect(socket.sent).toEqual([L, 'm1', 'c2']);
    expect(frames.isWaiting).toBe(false);
  });

  it('waits again behind what is large', () => {
    const { socket, queue: frames } = queue({ maxItems: 5, maxBytes: 100_000 });
    frames.send('load', large);
    frames.send('events', large);
    frames.send('clock', text('c1'));
    socket.take();
    expect(socket.sent).toEqual([L, L]);
    socket.take();
    expect(socket.sent).toEqual([L, L, 'c1']);
  });

  it('closes who stays behind for too many messages, however few wait', () => {
    const { socket, queue: frames } = queue();
    frames.send('load', large);
    for (let n = 0; n < 5; n++) frames.send('clock', text(`${n}`));
    expect(socket.closedWith).toBeUndefined();
    frames.send('clock', text('one too many'));
    expect(socket.closedWith).toBe(4008);
    frames.send('clock', text('nobody there'));
    socket.take();
    expect(socket.sent).toEqual([L]);
  });

  it('closes who lets too many bytes wait, but not for one message alone', () => {
    const { socket, queue: frames } = queue();
    frames.send('load', large);
    frames.send('events', large);
    expect(socket.closedWith).toBeUndefined();
    frames.send('clock', text('c1'));
    expect(socket.closedWith).toBe(4008);
  });

  it('counts anew once the client has everything', () => {
    const { socket, queue: frames } = queue();
    for (let round = 0; round < 4; round++) {
      frames.send('load', large);
      for (let n = 0; n < 5; n++) frames.send('clock', text(`${n}`));
      socket.take();
    }
    expect(socket.closedWith).toBeUndefined();
    expect(socket.sent).toHaveLength(8);
  });

  it('sends nothing to a client that has left', () => {
    const { socket, queue: frames } = queue();
    socket.close(1000);
    frames.send('clock', text('c1'));
    expect(frames.closed).toBe(true);
    expect(socket.sent).toEqual([]);
  });
});
