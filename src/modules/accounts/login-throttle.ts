import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ThrottlerStorageService } from '@nestjs/throttler';
import { Exhausted } from '#core/kernel/domain-error.js';
import { CONFIG } from '#platform/config/config.token.js';
import type { Config } from '#platform/config/index.js';

const MINUTE_MS = 60_000;
/** Many people share an address, but they do not all log in at once. */
const PER_ADDRESS = 10;
const NAME = 'login';

/**
 * Counts the wrong passwords of the last minute: per account and address, and per address. A try counts while it is
 * checked too, so that many at once are no way round, and no more once the password was right.
 */
@Injectable()
export class LoginThrottle implements OnApplicationShutdown {
  readonly #wrong = new ThrottlerStorageService();
  /** Tries being checked, by key. */
  readonly #checking = new Map<string, number>();
  readonly #limit: number;

  constructor(@Inject(CONFIG) config: Config) {
    this.#limit = config.auth.loginAttemptsPerMinute;
  }

  /**
   * What `verify` gives: undefined means that the password was wrong. Only that counts in the end: neither who knows the
   * password has guessed, nor whom `verify` turned away.
   * @throws Exhausted, saying when to come back, once this address has tried too often in the last minute.
   */
  async check<T>(address: string, account: string, verify: () => Promise<T | undefined>): Promise<T | undefined> {
    const limits = { [`account ${address} ${account}`]: this.#limit, [ofAddress(address)]: this.#limit * PER_ADDRESS };
    const places = Object.entries(limits).map(([key, limit]) => ({ key, limit, place: this.#enter(key) }));
    try {
      for (const { key, limit, place } of places) await this.#refuseBeyond(limit, key, place);
      const verified = await verify();
      if (verified === undefined) for (const { key, limit } of places) await this.#count(key, limit);
      return verified;
    } finally {
      for (const { key } of places) this.#leave(key);
    }
  }

  /** For what costs as much as a login but concerns no account yet. */
  async countAddress(address: string): Promise<void> {
    const { isBlocked, timeToBlockExpire } = await this.#count(ofAddress(address), this.#limit * PER_ADDRESS);
    if (isBlocked) throw tooMany(timeToBlockExpire);
  }

  onApplicationShutdown(): void {
    this.#wrong.onApplicationShutdown();
  }

  #count(key: string, limit: number): ReturnType<ThrottlerStorageService['increment']> {
    return this.#wrong.increment(key, MINUTE_MS, limit, 0, NAME);
  }

  async #refuseBeyond(limit: number, key: string, place: number): Promise<void> {
    // With a limit of 0 nothing is counted: it says what was counted before, and one.
    const { totalHits, timeToBlockExpire } = await this.#count(key, 0);
    if (totalHits - 1 + place > limit) throw tooMany(timeToBlockExpire);
  }

  /** Which of the tries being checked this one is, from 1. */
  #enter(key: string): number {
    const place = (this.#checking.get(key) ?? 0) + 1;
    this.#checking.set(key, place);
    return place;
  }

  #leave(key: string): void {
    const left = this.#checking.get(key)! - 1;
    if (left === 0) this.#checking.delete(key);
    else this.#checking.set(key, left);
  }
}

const ofAddress = (address: string): string => `address ${address}`;

function tooMany(secondsLeft: number): Exhausted {
  const seconds = Math.max(1, secondsLeft);
  return new Exhausted('TOO_MANY_ATTEMPTS', `Too many attempts. Try again in ${seconds} s`, seconds);
}
