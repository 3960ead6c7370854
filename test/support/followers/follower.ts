import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../../src/core/kernel/random.js';

/** A connection as its follower sees it. */
export interface Line {
  /** Resolves when it has ended, however that came about. */
  readonly ended: Promise<void>;
  /** Ends it as a pulled plug does. */
  cut(): void;
}

export interface Cuts {
  /** Milliseconds for which a connection lasts, and for which there is none: at random up to these. */
  lasts: number;
  pause: number;
}

/** Somebody who follows a match over connections that do not last. */
export abstract class Follower<Message = unknown> {
  connections = 0;
  readonly #stopped = new AbortController();
  #calm = false;
  #line: Line | undefined;
  #following: Promise<void> | undefined;

  constructor(
    protected readonly host: string,
    protected readonly matchId: number,
    private readonly random: Random,
    private readonly cuts: Cuts,
  ) {}

  /** Opens a connection that gives its messages to `receive`; rejects when it cannot be opened. */
  protected abstract open(receive: (message: Message) => void): Promise<Line>;

  protected abstract take(message: Message): void;

  start(): this {
    this.#following = this.#follow();
    return this;
  }

  /** From now on connections are left alone. */
  calmDown(): void {
    this.#calm = true;
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#line?.cut();
    await this.#following;
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      let current = true;
      const line = await this.open((message) => {
        // What comes after the plug was pulled comes to nobody.
        if (current) this.take(message);
      }).catch(() => undefined);
      this.#line = line;
      if (line !== undefined) {
        this.connections++;
        if (signal.aborted) line.cut();
        const timer = setTimeout(() => !this.#calm && line.cut(), 100 + this.random.next() * this.cuts.lasts);
        await line.ended;
        clearTimeout(timer);
      }
      current = false;
      await sleep(20 + this.random.next() * this.cuts.pause, undefined, { signal }).catch(() => undefined);
    }
  }
}
