// One installation or build at a time per checkout, also when two commands are started at once.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Runs `work` while no other process holds the file. The lock of a process that died is taken over. */
export async function withLock(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  let mentioned = false;
  while (!take(file)) {
    const owner = ownerOf(file);
    if (isAbandoned(file, owner)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!mentioned) process.stderr.write(`Waiting for process ${owner ?? '?'}, which is doing the same ...\n`);
    mentioned = true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function ownerOf(file) {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || undefined;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Also true of a lock without a name in it, which somebody left who was killed while writing it. */
function isAbandoned(file, owner) {
  if (owner !== undefined) return !isAlive(owner);
  const made = statSync(file, { throwIfNoEntry: false });
  return made !== undefined && Date.now() - made.mtimeMs > 10_000;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
