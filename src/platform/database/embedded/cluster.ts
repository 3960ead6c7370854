import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Account, identity } from './account.js';
import type { Binaries } from './binaries.js';
import { EmbeddedPostgresError, errorCode } from './errors.js';
import type { Location } from './location.js';
import type { EmbeddedLog } from './types.js';

export const SUPERUSER = 'touchline';
const STAGING = '.new-';
const LEFTOVERS_GO_WITHIN = 10_000;

/** The files of one cluster: `data/` for PostgreSQL, `password` and `port` for us. */
export interface Cluster {
  readonly data: string;
  readonly portFile: string;
  readonly password: string;
}

/**
 * C.UTF-8 sorts by code point and knows every letter. The library locale (LC_CTYPE) must know letters too: under plain
 * `C`, pg_trgm takes every letter outside ASCII for a word boundary. Systems differ in the name they give it.
 */
const LIBRARY_LOCALES = ['C.UTF-8', 'en_US.UTF-8', 'C'];

/** Opens the files of an existing cluster. */
export function readCluster(home: string): Cluster {
  const folder = join(home, 'cluster');
  const passwordFile = join(folder, 'password');
  try {
    return {
      data: join(folder, 'data'),
      portFile: join(folder, 'port'),
      password: readFileSync(passwordFile, 'utf8').trim(),
    };
  } catch (error) {
    if (errorCode(error) !== 'EACCES') throw error;
    throw new EmbeddedPostgresError(
      `The database in ${home} belongs to another user: ${passwordFile} cannot be read. ` +
        'Run as that user, or set DATA_DIR to a folder of your own.',
    );
  }
}

/** Opens the cluster, creating it when there is none. Call under the start lock. */
export async function prepareCluster(
  location: Location,
  binaries: Binaries,
  durable: boolean,
  log: EmbeddedLog,
): Promise<Cluster> {
  await removeLeftovers(location.home, log);
  if (!existsSync(join(location.home, 'cluster'))) await createCluster(location, binaries, durable, log);
  const cluster = readCluster(location.home);
  checkVersion(cluster, binaries);
  return cluster;
}

/** Everything is made aside and renamed at the end, so that a killed process never leaves half a cluster. */
async function createCluster(
  { home, account }: Location,
  binaries: Binaries,
  durable: boolean,
  log: EmbeddedLog,
): Promise<void> {
  const began = Date.now();
  log.info(`Creating the database cluster in ${home}`);
  const staging = join(home, `${STAGING}${process.pid}-${randomBytes(4).toString('hex')}`);
  const data = join(staging, 'data');
  mkdirSync(staging, { mode: 0o711 });
  mkdirSync(data, { mode: 0o700 });
  if (account !== undefined) chownSync(data, account.uid, account.gid);
  const password = randomBytes(24).toString('hex');
  writeFileSync(join(staging, 'password'), `${password}\n`, { mode: 0o600, flush: true });
  try {
    await initdb(binaries, staging, account, password, durable);
    renameSync(staging, join(home, 'cluster'));
    if (durable) syncFolder(home);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    // Another process was quicker; its cluster is as good as ours.
    if (errorCode(error) !== 'ENOTEMPTY' && errorCode(error) !== 'EEXIST') throw error;
  }
  log.info(`Database cluster created in ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

async function initdb(
  binaries: Binaries,
  staging: string,
  account: Account | undefined,
  password: string,
  durable: boolean,
): Promise<void> {
  const passwordFile = join(staging, 'initdb-password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account !== undefined) chownSync(passwordFile, account.uid, account.gid);
  for (const locale of LIBRARY_LOCALES) {
    try {
      await promisify(execFile)(
        binaries.initdb,
        [
          `--pgdata=${join(staging, 'data')}`,
          `--username=${SUPERUSER}`,
          `--pwfile=${passwordFile}`,
          '--auth=scram-sha-256',
          // Stretching protects weak passwords; ours has 192 random bits, and it made connecting three times as costly.
          '--set=scram_iterations=1',
          '--encoding=UTF8',
          '--locale-provider=builtin',
          '--builtin-locale=C.UTF-8',
          '--locale=C',
          `--lc-ctype=${locale}`,
          '--no-instructions',
          ...(durable ? [] : ['--no-sync']),
        ],
        { ...identity(account), env: { ...process.env, LC_ALL: 'C' } },
      );
      rmSync(passwordFile);
      return;
    } catch (error) {
      const output = outputOf(error);
      if (/invalid locale name/.test(output) && locale !== LIBRARY_LOCALES.at(-1)) continue;
      throw new EmbeddedPostgresError(`The database cluster could not be created: ${output}`, { cause: error });
    }
  }
}

function outputOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'stderr' in error && typeof error.stderr === 'string' && error.stderr !== ''
    ? error.stderr.trim()
    : error.message;
}

function checkVersion(cluster: Cluster, binaries: Binaries): void {
  const found = readFileSync(join(cluster.data, 'PG_VERSION'), 'utf8').trim();
  if (found === String(binaries.major)) return;
  throw new EmbeddedPostgresError(
    `The database in ${cluster.data} was made by PostgreSQL ${found}, but this is PostgreSQL ${binaries.major}. ` +
      `Copy it over with pg_dump of version ${found}, or set DATA_DIR to an empty folder.`,
  );
}

/**
 * Removes what killed attempts left. Their initdb may outlive them and go on writing for a moment, so that a folder
 * fills again while it is emptied: we try until it is gone. One that will not go is untidy, not a reason to fail.
 */
async function removeLeftovers(home: string, log: EmbeddedLog): Promise<void> {
  for (const name of readdirSync(home).filter((each) => each.startsWith(STAGING))) {
    const folder = join(home, name);
    const giveUpAt = Date.now() + LEFTOVERS_GO_WITHIN;
    while (!removed(folder)) {
      if (Date.now() > giveUpAt) {
        log.warn(`${folder} was left by an attempt that was killed, and could not be removed`);
        break;
      }
      await delay(50);
    }
  }
}

function removed(folder: string): boolean {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // The caller sees that it is still there.
  }
  return !existsSync(folder);
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
