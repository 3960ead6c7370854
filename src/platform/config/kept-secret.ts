import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The secret in a file of the data folder that only its owner may read; made when there is none. Several processes that
 * start at once get the same one.
 * @throws when the folder cannot be written.
 */
export function keptSecret(dataDir: string, name: string, make: () => string): string {
  const path = keptSecretPath(dataDir, name);
  const kept = readKeptSecret(dataDir, name);
  if (kept !== undefined) return kept;
  mkdirSync(dataDir, { recursive: true });
  const own = `${path}.${process.pid}`;
  writeFileSync(own, `${make()}\n`, { mode: 0o600 });
  try {
    // Unlike a rename, a link never replaces what another process has just made.
    linkSync(own, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(own);
  }
  return readFileSync(path, 'utf8').trim();
}

export function readKeptSecret(dataDir: string, name: string): string | undefined {
  try {
    return readFileSync(keptSecretPath(dataDir, name), 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

export const keptSecretPath = (dataDir: string, name: string): string => join(dataDir, name);
