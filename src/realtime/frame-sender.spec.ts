import fc from 'fast-check';
import type { Duplex } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { FrameSender, rememberTransport } from './frame-sender.js';
import { textFrame } from './text-frame.js';

/** A client below whose socket the system takes a frame at once, or when it is told to. */
class FakeClient {
  readonly OPEN = 1;
  readyState = 1;
  keepsUp = true;
  readonly received: string[] = [];
  readonly #waiting: Buffer[] = [];
  readonly sender: FrameSender;

  constructor() {
    rememberTransport(this as unknown as WebSocket, this as unknown as Duplex);
    this.sender = new FrameSender(this as unknown as WebSocket);
  }

  get writableLength(): number {
    return this.#waiting.reduce((bytes, { length }) => bytes + length, 0);
  }

  write(frame: Buffer): void {
    this.#waiting.push(frame);
    if (this.keepsUp) this.take();
  }

  take(): void {
    for (const frame of this.#waiting.splice(0)) this.received.push(frame.toString('latin1'));
  }
}

const step = fc.record({
  client: fc.nat({ max: 2 }),
  keepsUp: fc.boolean(),
  text: fc.oneof(fc.string(), fc.constantFrom('large'.repeat(4_000), 'x'.repeat(16_380))),
});

describe('frames for one client each', () => {
  it('arrive whole and in order, whoever keeps up and whoever does not', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const clients = [new FakeClient(), new FakeClient(), new FakeClient()];
        const sent: string[][] = clients.map(() => []);
        for (const { client, keepsUp, text } of steps) {
          const parts = [Buffer.from(`${client}:`), Buffer.from(text)];
          clients[client].keepsUp = keepsUp;
          expect(clients[client].sender.sendText(parts)).toBe(true);
          sent[client].push(textFrame(...parts).toString('latin1'));
        }
        clients.forEach((client) => client.take());
        expect(clients.map(({ received }) => received)).toEqual(sent);
      }),
    );
  });

  it('are not sent to who has left', () => {
    const client = new FakeClient();
    client.readyState = 3;
    expect(client.sender.sendText([Buffer.from('too late')])).toBe(false);
    client.take();
    expect(client.received).toEqual([]);
  });
});
