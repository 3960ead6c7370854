import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { frameIn, textFrame } from './text-frame.js';

const transports = new WeakMap<WebSocket, Duplex>();

/** Remembers the connection below a WebSocket that was opened without extensions. */
export function rememberTransport(socket: WebSocket, transport: Duplex): void {
  transports.set(socket, transport);
}

/** Frames up to this size for one client are made in the same place, one after the other. */
const SCRATCH_BYTES = 16 * 1024;
let scratch = Buffer.allocUnsafeSlow(SCRATCH_BYTES);
const inScratch = (size: number): Buffer =>
  size > SCRATCH_BYTES ? Buffer.allocUnsafe(size) : scratch.subarray(0, size);

/**
 * Sends whole frames to one client, each in one write; `ws` would write head and body apart, which costs the system more
 * than copying a message. Without compression `ws` sends at once too, so that both keep their order.
 */
export class FrameSender {
  readonly #transport: Duplex;

  /** @throws Error when the socket was not opened by the upgrade router */
  constructor(private readonly socket: WebSocket) {
    const transport = transports.get(socket);
    if (transport === undefined) throw new Error('the connection below the WebSocket is not known');
    this.#transport = transport;
  }

  /** Bytes that the system has not taken yet. */
  get waitingBytes(): number {
    return this.#transport.writableLength;
  }

  /** A frame that many clients get. False when the socket is not open any more. */
  send(frame: Buffer, done?: () => void): boolean {
    if (this.socket.readyState !== this.socket.OPEN) return false;
    this.#transport.write(frame, done);
    return true;
  }

  /**
   * A frame of these parts for this client only. It is made where the one before was, which the system has taken: a
   * buffer for each client and message would make the collector look at the whole heap every few seconds.
   */
  sendText(parts: readonly Buffer[], done?: () => void): boolean {
    // What waits for a client that does not keep up needs a place of its own.
    if (this.waitingBytes > 0) return this.send(textFrame(...parts), done);
    const isSent = this.send(frameIn(inScratch, parts), done);
    if (this.waitingBytes > 0) scratch = Buffer.allocUnsafeSlow(SCRATCH_BYTES);
    return isSent;
  }
}
