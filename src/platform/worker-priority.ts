import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { promisify } from 'node:util';

const TASKS = '/proc/self/task';
const WORKER = 'libuv-worker';

const run = promisify(execFile);

/**
 * Threads that hash passwords and unpack pictures give way to the one that answers requests, when there are not processors
 * enough for all. The threads exist once one of them has worked. They run when nothing else wants to (SCHED_IDLE): a thread
 * that is merely low in priority keeps its processor until the next tick of the system, 4 ms, however urgent the one that
 * wakes up. Where `chrt` is missing (util-linux and BusyBox have it) they are low in priority, and where the system does
 * not let us say even that (anything but Linux) nothing happens. Returns how many were told.
 */
export async function lowerWorkerPriority(): Promise<number> {
  try {
    const workers = readdirSync(TASKS).filter((id) => readFileSync(`${TASKS}/${id}/comm`, 'utf8').trim() === WORKER);
    for (const id of workers) setPriority(Number(id), constants.priority.PRIORITY_LOW);
    await Promise.allSettled(workers.map((id) => run('chrt', ['-i', '-p', '0', id])));
    return workers.length;
  } catch {
    return 0;
  }
}
