import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CredentialsRepository } from './credentials.repository.js';

const EVERY_MS = 15_000;
const OFFLINE_AFTER_SECONDS = 120;

/** Users who have not been heard of for two minutes are offline. Several processes may do this at once. */
@Injectable()
export class OfflineSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #log = new Logger('Accounts');
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly credentials: CredentialsRepository) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      this.sweep().catch((error: unknown) => this.#log.warn(`who is online could not be checked: ${String(error)}`));
    }, EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  /** Returns how many were still said to be online. */
  sweep(): Promise<number> {
    return this.credentials.setOfflineAfter(OFFLINE_AFTER_SECONDS);
  }
}
