import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ThrottlerStorageService } from '@nestjs/throttler';
import { Exhausted } from '#core/kernel/domain-error.js';
import { CONFIG } from '#platform/config/config.token.js';
import type { Config } from '#platform/config/index.js';

const MINUTE_MS = 60_000;
/** Many people share an address, but they do not all log in at once. */
const PER_ADDRESS = 10;

/** Counts what may be tried to guess a password: per account and address, and per address. */
@Injectable()
export class LoginThrottle implements OnApplicationShutdown {
  readonly #storage = new ThrottlerStorageService();
  readonly #limit: number;

  constructor(@Inject(CONFIG) config: Config) {
    this.#limit = config.auth.loginAttemptsPerMinute;
  }

  /** Throws Exhausted, saying when to come back, once this address has tried too often in the last minute. */
  async count(address: string, account: string): Promise<void> {
    await this.#count(`account ${address} ${account}`, this.#limit);
    await this.countAddress(address);
  }

  /** For what costs as much as a login but concerns no account yet. */
  async countAddress(address: string): Promise<void> {
    await this.#count(`address ${address}`, this.#limit * PER_ADDRESS);
  }

  onApplicationShutdown(): void {
    this.#storage.onApplicationShutdown();
  }

  async #count(key: string, limit: number): Promise<void> {
    const { isBlocked, timeToBlockExpire } = await this.#storage.increment(key, MINUTE_MS, limit, 0, 'login');
    if (!isBlocked) return;
    const seconds = Math.max(1, timeToBlockExpire);
    throw new Exhausted('TOO_MANY_ATTEMPTS', `Too many attempts. Try again in ${seconds} s`, seconds);
  }
}
