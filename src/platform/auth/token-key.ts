import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { keptSecret } from '#platform/config/kept-secret.js';
import type { Config } from '#platform/config/index.js';

/** Injects the key that tokens are signed with. */
export const TOKEN_KEY = Symbol('TokenKey');

/**
 * Of the secret of the configuration, otherwise of one that was made on the first start and is kept below DATA_DIR. A text
 * would be tried as a private key before each use, which takes three times as long as the signature.
 */
export function tokenKey({ dataDir, auth }: Config): KeyObject {
  const secret = auth.secret ?? keptSecret(dataDir, 'token-secret', () => randomBytes(48).toString('base64url'));
  return createSecretKey(secret, 'utf8');
}
