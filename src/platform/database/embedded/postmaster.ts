import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Account, identity } from './account.js';
import type { Binaries } from './binaries.js';
import { EmbeddedPostgresError, errorCode } from './errors.js';
import { settingArguments } from './settings.js';
import { processExists } from './start-lock.js';
import type { EmbeddedLog, ServerSettings } from './types.js';

const MAX_LOG_BYTES = 16 * 1024 * 1024;
const FAST_SHUTDOWN_MS = 30_000;

/** What a running server writes into its data folder. */
export interface PidFile {
  readonly pid: number;
  readonly port: number;
}

export function readPidFile(data: string): PidFile | undefined {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10));
    return Number.isNaN(pid) ? undefined : { pid, port: Number.parseInt(lines[3] ?? '', 10) || 0 };
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'EACCES') return undefined;
    throw error;
  }
}

/** Whether this process is the server of this data folder, not a stranger or a corpse that has its number. */
export function isPostmaster(pid: number, data: string): boolean {
  if (!processExists(pid)) return false;
  if (process.platform === 'win32') return true;
  const command = commandOf(pid);
  if (command === undefined) return true;
  if (!basename(command).startsWith('postgres')) return false;
  const folder = workingFolderOf(pid);
  return folder === undefined || folder === realpathSync(data);
}

/**
 * A stale postmaster.pid whose number now belongs to a stranger makes PostgreSQL refuse to start. PostgreSQL does ignore
 * the number of its own parent, so we write ours. Deleting the file instead would also delete the shared memory key by
 * which a new server notices that children of the old one still write to the data.
 */
export function disownPidFile(data: string): void {
  const file = join(data, 'postmaster.pid');
  const [, ...rest] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [process.pid, ...rest].join('\n'));
}

export interface Launch {
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  readonly data: string;
  readonly port: number;
  readonly settings: ServerSettings;
  readonly logFile: string;
}

/** A server process of ours that is starting. */
export interface Postmaster {
  readonly pid: number;
  readonly exited: () => boolean;
  /** What it has written to its log since it was started. */
  readonly output: () => string;
}

/**
 * Starts the server in a session of its own, so that Ctrl-C on our terminal does not reach it before we have drained.
 * It writes to a file: a pipe would break, and kill it, when we are killed.
 */
export async function launch({ binaries, account, data, port, settings, logFile }: Launch): Promise<Postmaster> {
  const log = openLog(logFile);
  const offset = fstatSync(log).size;
  let child: ChildProcess;
  try {
    child = spawn(binaries.postgres, ['-D', data, '-p', String(port), ...settingArguments(settings)], {
      ...identity(account),
      detached: true,
      stdio: ['ignore', log, log],
      env: process.platform === 'win32' ? process.env : { PATH: process.env['PATH'], LC_ALL: 'C' },
    });
    await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  } finally {
    closeSync(log);
  }
  child.unref();
  return {
    pid: child.pid ?? 0,
    exited: () => child.exitCode !== null || child.signalCode !== null,
    output: () => readFileSync(logFile).subarray(offset).toString('utf8').trim(),
  };
}

/** Ends all sessions, writes everything to disk and stops. Returns when the server is gone. */
export async function stopServer(data: string, binaries: Binaries, log: EmbeddedLog): Promise<void> {
  const running = readPidFile(data);
  if (running === undefined || !isPostmaster(running.pid, data)) return;
  if (process.platform === 'win32') {
    await promisify(execFile)(binaries.pgCtl, ['stop', '-D', data, '-m', 'fast', '-w']);
    return;
  }
  signal(running.pid, 'SIGINT');
  if (await goneWithin(running.pid, data, FAST_SHUTDOWN_MS)) return;
  log.warn(`PostgreSQL (pid ${running.pid}) did not shut down within ${FAST_SHUTDOWN_MS / 1000} s; stopping it hard`);
  signal(running.pid, 'SIGQUIT');
  if (await goneWithin(running.pid, data, 5_000)) return;
  log.error(`PostgreSQL (pid ${running.pid}) cannot be stopped`);
}

/** A child of ours is a corpse until the event loop turns, hence both conditions. */
async function goneWithin(pid: number, data: string, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (Date.now() < deadline) {
    if (!existsSync(join(data, 'postmaster.pid')) && !isPostmaster(pid, data)) return true;
    await delay(10);
  }
  return false;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return;
    throw new EmbeddedPostgresError(`PostgreSQL (pid ${pid}) belongs to another user and cannot be stopped`);
  }
}

function openLog(file: string): number {
  try {
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size > MAX_LOG_BYTES) renameSync(file, `${file}.1`);
    return openSync(file, 'a', 0o640);
  } catch (error) {
    if (errorCode(error) !== 'EACCES') throw error;
    throw new EmbeddedPostgresError(`Cannot write to ${file}: it belongs to another user`);
  }
}

/** Path of the program; empty for a corpse; undefined where the system does not say. */
function commandOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0];
    return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

function workingFolderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}
