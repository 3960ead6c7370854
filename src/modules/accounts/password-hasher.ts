import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { availableParallelism } from 'node:os';
import PQueue from 'p-queue';
import { Exhausted } from '#core/kernel/domain-error.js';
import { lowerWorkerPriority } from '#platform/worker-priority.js';

/**
 * argon2id with 7 MiB, five passes, one lane: OWASP Password Storage Cheat Sheet (2024), which counts it as strong as its
 * others. Of these it leaves the most of memory and caches to everything else.
 */
const PARAMETERS = { algorithm: 2, memoryCost: 7_168, timeCost: 5, parallelism: 1 } as const;

/** Half of the processors stay free for everything else, and so does one thread of libuv's four. */
const AT_ONCE = Math.max(1, Math.min(3, Math.floor(availableParallelism() / 2)));

/** About two seconds of work: whoever would wait longer is better told so. */
const MAX_WAITING = 64;

/** Turns passwords into hashes, in other threads, only so many at once. Throws Exhausted when too many wait. */
@Injectable()
export class PasswordHasher {
  readonly #queue = new PQueue({ concurrency: AT_ONCE });
  #nobodys: Promise<string> | undefined;
  #givesWay = false;

  hash(password: string): Promise<string> {
    return this.#enqueue(() => hash(password, PARAMETERS));
  }

  /** Takes as long for a user there is none of (`hashed` undefined) as for a wrong password, and says no. */
  async verify(hashed: string | undefined, password: string): Promise<boolean> {
    const against = hashed ?? (await (this.#nobodys ??= hash('nobody', PARAMETERS)));
    const matches = await this.#enqueue(() => verify(against, password).catch(() => false));
    return hashed !== undefined && matches;
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    if (this.#queue.size >= MAX_WAITING) {
      throw new Exhausted('TOO_MANY_LOGINS', 'Too many logins at once. Try again in a moment', 2);
    }
    return this.#queue.add(async () => {
      const done = await work();
      // There are threads from the first work on.
      if (!this.#givesWay) void lowerWorkerPriority();
      this.#givesWay = true;
      return done;
    });
  }
}
