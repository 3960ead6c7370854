import { Inject, Injectable, Logger } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { CONFIG } from '#platform/config/config.token.js';
import type { Config } from '#platform/config/index.js';
import { keptSecret, keptSecretPath, readKeptSecret } from '#platform/config/kept-secret.js';
import { UsersService } from './users.service.js';

const PASSWORD_FILE = 'admin-password';

/** How to log in as the first administrator. */
export interface AdminCredentials {
  username: string;
  /** Only when it has just been made here. */
  password?: string;
  /** File that holds the password the account was made with. */
  passwordFile?: string;
}

/** Sees to it that there is somebody to begin with. */
@Injectable()
export class FirstAdmin {
  readonly #log = new Logger('Accounts');

  constructor(
    private readonly users: UsersService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Makes the administrator of ADMIN_USERNAME, in the demo otherwise `admin`; an account there is already stays as it
   * is. Undefined when nobody is asked for.
   * @throws Error when ADMIN_USERNAME comes without a password outside the demo.
   */
  async ensure(): Promise<AdminCredentials | undefined> {
    const { admin } = this.config.auth;
    const demo = this.config.demo.enabled;
    const username = admin.username ?? (demo ? 'admin' : undefined);
    if (username === undefined) return undefined;
    if (!admin.password && !demo) throw new Error('ADMIN_USERNAME needs ADMIN_PASSWORD');

    const { dataDir } = this.config;
    const wasKept = readKeptSecret(dataDir, PASSWORD_FILE) !== undefined;
    const password = admin.password ?? keptSecret(dataDir, PASSWORD_FILE, () => randomBytes(12).toString('base64url'));
    const email = admin.email ?? `${username}@touchline.invalid`;
    const made = await this.users.createAdmin({ username, email, password });
    if (made) this.#log.log(`made the administrator ${username}`);
    if (admin.password) return { username };
    return {
      username,
      passwordFile: keptSecretPath(dataDir, PASSWORD_FILE),
      ...(made && !wasKept ? { password } : {}),
    };
  }
}
