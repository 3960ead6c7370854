import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lowerWorkerPriority } from './worker-priority.js';

const SCHED_IDLE = 5;
const TASKS = '/proc/self/task';

/** Nice value and policy of each thread that works for others: fields 19 and 41 of proc(5)'s stat. */
const workers = () =>
  readdirSync(TASKS)
    .map((id) => readFileSync(`${TASKS}/${id}/stat`, 'utf8'))
    .filter((stat) => stat.includes('(libuv-worker)'))
    .map((stat) => stat.slice(stat.lastIndexOf(')') + 2).split(' '))
    .map((fields) => ({ nice: Number(fields[16]), policy: Number(fields[38]) }));

describe.runIf(platform() === 'linux')('lowerWorkerPriority', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('makes the threads nice where the system has no chrt', async () => {
    await readFile('/proc/self/stat');
    const before = workers();
    expect(before).not.toHaveLength(0);
    vi.stubEnv('PATH', '/nowhere');
    expect(await lowerWorkerPriority()).toBe(before.length);
    // Other specs of this process may have told them before.
    expect(workers()).toEqual(before.map(({ policy }) => ({ nice: 19, policy })));
  });

  it.runIf(spawnSync('chrt', ['--version']).status === 0)('lets them run when nothing else wants to', async () => {
    await readFile('/proc/self/stat');
    await lowerWorkerPriority();
    for (const { policy } of workers()) expect(policy).toBe(SCHED_IDLE);
  });
});
