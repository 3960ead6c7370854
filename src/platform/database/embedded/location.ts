import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type Account, canEnter, serverAccount } from './account.js';
import { EmbeddedPostgresError, errorCode } from './errors.js';
import type { EmbeddedLog } from './types.js';

/** Where data and programs go when the server's account may not enter the checkout. */
export const DEFAULT_REFUGES: readonly string[] = ['/var/lib/touchline', join(tmpdir(), 'touchline')];

/** The places of one embedded server. */
export interface Location {
  /** `<data folder>/postgres`: the lock, and normally the cluster. */
  readonly own: string;
  /** Holds `cluster/`; `own` or a folder in a refuge. */
  readonly home: string;
  readonly logFile: string;
  readonly account: Account | undefined;
}

/** Written to `<data folder>/postgres/location.json` when the cluster lives elsewhere. */
interface Pointer {
  readonly home: string;
  readonly origin: string;
}

/** Creates what is missing and decides where the cluster lives. The answer is stable between runs. */
export function prepareLocation(dataDir: string, refuges: readonly string[], log: EmbeddedLog): Location {
  const own = ownFolder(dataDir);
  const logFile = join(own, '..', 'postgres.log');
  const pointer = readPointer(own);
  if (pointer !== undefined) {
    const account = serverAccount(clusterOwner(pointer.home));
    if (!existsSync(pointer.home)) {
      log.warn(`The database in ${pointer.home} has disappeared; starting with an empty one`);
      makeFolder(pointer.home);
    }
    if (pointer.origin !== own) writePointer(own, pointer.home);
    return { own, home: pointer.home, logFile, account };
  }
  const account = serverAccount(clusterOwner(own));
  if (canEnter(own, account)) return { own, home: own, logFile, account };
  if (existsSync(join(own, 'cluster'))) {
    throw new EmbeddedPostgresError(
      `The account "${account?.name}", which owns the database in ${own}, may no longer enter that folder. ` +
        'Allow it to (chmod o+x on the folders above it) or set DATA_DIR to another place.',
    );
  }
  return { own, home: refugeFor(own, account, refuges, log), logFile, account };
}

/** The folder of an existing cluster; undefined when there is none. Creates nothing. */
export function findHome(dataDir: string): string | undefined {
  const own = join(dataDir, 'postgres');
  if (!existsSync(own)) return undefined;
  const home = readPointer(realpathSync(own))?.home ?? realpathSync(own);
  return existsSync(join(home, 'cluster')) ? home : undefined;
}

function ownFolder(dataDir: string): string {
  const folder = join(dataDir, 'postgres');
  try {
    makeFolder(folder);
  } catch (error) {
    if (errorCode(error) !== 'EACCES' && errorCode(error) !== 'EROFS') throw error;
    throw new EmbeddedPostgresError(`Cannot write to the data folder ${dataDir}. Set DATA_DIR to a folder you own.`);
  }
  return realpathSync(folder);
}

/** The server's account must be able to walk through new folders, whatever our umask says; the cluster itself is 0700. */
function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  for (let current = resolve(folder); current.length >= first.length; current = dirname(current)) {
    chmodSync(current, statSync(current).mode | 0o011);
  }
}

function refugeFor(own: string, account: Account | undefined, refuges: readonly string[], log: EmbeddedLog): string {
  const name = createHash('sha256').update(own).digest('hex').slice(0, 16);
  for (const refuge of refuges) {
    const home = join(refuge, name);
    try {
      makeFolder(refuge);
      makeFolder(home);
    } catch (error) {
      if (!['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(errorCode(error) ?? '')) throw error;
      continue;
    }
    if (!canEnter(home, account)) continue;
    writePointer(own, home);
    log.info(`PostgreSQL runs as "${account?.name}", which may not enter ${own}; the database lives in ${home}`);
    return home;
  }
  throw new EmbeddedPostgresError(
    `The account "${account?.name}" may enter neither ${own} nor ${refuges.join(' nor ')}. Set DATA_DIR to a folder it may enter.`,
  );
}

/** A copied checkout must not share the database of its original, a moved one must keep it. */
function readPointer(own: string): Pointer | undefined {
  const file = join(own, 'location.json');
  if (!existsSync(file)) return undefined;
  const pointer = JSON.parse(readFileSync(file, 'utf8')) as Pointer;
  return pointer.origin === own || !existsSync(pointer.origin) ? pointer : undefined;
}

function writePointer(own: string, home: string): void {
  writeFileSync(join(own, 'location.json'), `${JSON.stringify({ home, origin: own } satisfies Pointer)}\n`);
}

function clusterOwner(home: string): { uid: number; gid: number } | undefined {
  return statSync(join(home, 'cluster', 'data'), { throwIfNoEntry: false });
}
