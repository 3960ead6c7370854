import { randomBytes } from 'node:crypto';
import { keptSecret } from '#platform/config/kept-secret.js';
import type { Config } from '#platform/config/index.js';

/** Injects the secret that tokens are signed with. */
export const TOKEN_SECRET = Symbol('TokenSecret');

/** That of the configuration, otherwise one that was made on the first start and is kept below DATA_DIR. */
export function tokenSecret({ dataDir, auth }: Config): string {
  return auth.secret ?? keptSecret(dataDir, 'token-secret', () => randomBytes(48).toString('base64url'));
}
