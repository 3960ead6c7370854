import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedPostgresError, errorCode } from './errors.js';
import type { EmbeddedLog } from './types.js';

const POLL_MS = 50;
const MENTION_AFTER_MS = 5_000;
const GIVE_UP_AFTER_MS = 180_000;

interface Owner {
  readonly pid: number;
  /** Tells a process from a later one with the same number; empty where the system does not say. */
  readonly born: string;
  readonly token: string;
}

/**
 * Runs `work` while no other process prepares, starts or stops the server of this folder. The lock of a process that
 * died is broken. Two processes that break it in the same instant would both go on; that costs time but no data,
 * since a cluster appears by one rename and PostgreSQL itself admits only one postmaster.
 */
export async function withStartLock<T>(file: string, log: EmbeddedLog, work: () => Promise<T>): Promise<T> {
  const mine: Owner = { pid: process.pid, born: birthOf(process.pid), token: randomUUID() };
  const began = Date.now();
  let mentioned = false;
  while (!take(file, mine)) {
    const owner = read(file);
    if (owner !== undefined && !isAlive(owner)) {
      breakLock(file, owner);
      continue;
    }
    const waited = Date.now() - began;
    if (waited > GIVE_UP_AFTER_MS) {
      throw new EmbeddedPostgresError(`Process ${owner?.pid} has held ${file} for minutes. Stop it and start again.`);
    }
    if (waited > MENTION_AFTER_MS && !mentioned) {
      mentioned = true;
      log.info(`Waiting for process ${owner?.pid}, which is starting or stopping the same PostgreSQL`);
    }
    await delay(POLL_MS);
  }
  try {
    return await work();
  } finally {
    if (read(file)?.token === mine.token) rmSync(file, { force: true });
  }
}

function take(file: string, owner: Owner): boolean {
  const draft = `${file}.${owner.token}`;
  writeFileSync(draft, JSON.stringify(owner));
  try {
    // A link is made completely or not at all, so nobody ever reads half an owner.
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function read(file: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    // A power failure can leave an empty file; nobody owns it any more.
    if (error instanceof SyntaxError && Date.now() - statSync(file).mtimeMs > MENTION_AFTER_MS) {
      return { pid: 0, born: '', token: '' };
    }
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function breakLock(file: string, dead: Owner): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  const moved = read(aside);
  if (moved !== undefined && moved.token !== dead.token) {
    // Somebody broke the dead lock before us and this is theirs: put it back.
    try {
      linkSync(aside, file);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
  rmSync(aside, { force: true });
}

function isAlive(owner: Owner): boolean {
  if (owner.pid === 0 || !processExists(owner.pid)) return false;
  const born = birthOf(owner.pid);
  return owner.born === '' || born === '' || born === owner.born;
}

/** Whether a process with this number exists, whoever owns it. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Start time in clock ticks since boot (field 22 of /proc/pid/stat). */
function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
