import type { WebSocket } from 'ws';
import { CLOSE } from './close-codes.js';
import { FrameSender } from './frame-sender.js';
import type { OutboxLimits } from './outbox.js';
import { closeWithin } from './upgrade-router.js';

/** Bytes in the socket from which on frames wait here, where the newer replaces the older. */
const HIGH_WATER_BYTES = 64 * 1024;
const CLOSE_GRACE_MS = 1_000;

/**
 * Whole frames with messages of state on their way to one client. What was framed once is sent as it is, at once while the
 * client keeps up. While it does not, only the newest message of each key waits; who stays behind for too many of them,
 * or for too many bytes, is closed as too slow. Nobody else notices.
 */
export class FrameQueue {
  readonly #sender: FrameSender;
  readonly #waiting = new Map<string, Buffer>();
  #waitingBytes = 0;
  /** Messages that have not been sent at once since the client last had everything. */
  #behind = 0;
  #blocked = false;
  #closed = false;

  constructor(
    private readonly socket: WebSocket,
    private readonly limits: OutboxLimits,
  ) {
    this.#sender = new FrameSender(socket);
    socket.once('close', () => this.#end());
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Something has not been given to the socket yet. */
  get isWaiting(): boolean {
    return this.#waiting.size > 0;
  }

  /** A message takes the place of an older one of its key that has not left yet. */
  send(key: string, frame: Buffer): void {
    if (this.#closed) return;
    if (!this.#blocked) return this.#write(frame);
    const replaced = this.#waiting.get(key);
    if (replaced !== undefined) {
      this.#waiting.delete(key);
      this.#waitingBytes -= replaced.length;
    }
    this.#waiting.set(key, frame);
    this.#waitingBytes += frame.length;
    this.#behind++;
    // One message alone is never too much: a first load may be larger than the bound.
    const tooLarge = this.#waiting.size > 1 && this.#waitingBytes > this.limits.maxBytes;
    if (tooLarge || this.#behind > this.limits.maxItems) this.close(CLOSE.slow);
  }

  close(why: { code: number; reason: string }): void {
    if (this.#closed) return;
    this.#end();
    void closeWithin(this.socket, why, CLOSE_GRACE_MS);
  }

  #write(frame: Buffer): void {
    if (this.#sender.waitingBytes + frame.length < HIGH_WATER_BYTES) return void this.#sender.send(frame);
    this.#blocked = true;
    this.#sender.send(frame, () => {
      this.#blocked = false;
      this.#drain();
    });
  }

  #drain(): void {
    for (const [key, frame] of this.#waiting) {
      if (this.#blocked || this.#closed) return;
      this.#waiting.delete(key);
      this.#waitingBytes -= frame.length;
      this.#write(frame);
    }
    if (this.#waiting.size === 0) this.#behind = 0;
  }

  #end(): void {
    this.#closed = true;
    this.#waiting.clear();
    this.#waitingBytes = 0;
  }
}
