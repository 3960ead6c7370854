import { readdirSync, readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

const TASKS = '/proc/self/task';
const WORKER = 'libuv-worker';

/**
 * Threads that hash passwords and unpack pictures give way to the one that answers requests, when there are not processors
 * enough for all. The threads exist once one of them has worked. Where the system does not let us say so (anything but
 * Linux) nothing happens. Returns how many were told.
 */
export function lowerWorkerPriority(): number {
  try {
    const workers = readdirSync(TASKS).filter((id) => readFileSync(`${TASKS}/${id}/comm`, 'utf8').trim() === WORKER);
    for (const id of workers) setPriority(Number(id), constants.priority.PRIORITY_LOW);
    return workers.length;
  } catch {
    return 0;
  }
}
