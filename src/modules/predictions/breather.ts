import { setImmediate } from 'node:timers/promises';

const SLICE_MS = 8;

/** Lets the process answer others in between, while something computes for long. */
export class Breather {
  #since = performance.now();

  /** Rests when the last rest is some milliseconds ago. */
  async rest(): Promise<void> {
    if (performance.now() - this.#since < SLICE_MS) return;
    await setImmediate();
    this.#since = performance.now();
  }
}
