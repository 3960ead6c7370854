// What a flood of logins does to everybody else: GET /api/sports/ at a steady rate, without and with 100 logins a second.
//   node --import tsx bench/logins.ts [seconds] [logins per second] [folder of a build]
// Starts the built program with a database of its own. Latencies count from the time a request was due. Pauses that
// add up to 100 ms in ten seconds are the p99, so that of all rounds together says more than that of one.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, fetch, type Response } from 'undici';
import { addressOf } from './server-address.ts';

const SECONDS = Number(process.argv[2] ?? 10);
const LOGINS = Number(process.argv[3] ?? 100);
const ROOT = resolve(process.argv[4] ?? join(import.meta.dirname, '..'));
const READS = 200;
const ROUNDS = 3;

/** Readers and those who log in do not wait for each other's connections. */
const READERS = new Agent({ connections: 50 });
const USERS = new Agent({ connections: 50 });

const USER = { username: 'bench', email: 'bench@example.org', password: 'correct horse battery' };

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'touchline-bench-'));
  const server = spawn(process.execPath, ['dist/main.js'], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: '0',
      DATA_DIR: folder,
      DEMO: 'off',
      LOG_LEVEL: 'warn',
      LOGIN_ATTEMPTS_PER_MINUTE: '1000000',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const base = await addressOf(server);
    await send(`${base}/api/users/register`, USER);
    for (let n = 0; n < 20; n++) await send(`${base}/api/sports/`, { title: `Sport ${n}` });
    // Compiled code, connections and threads are there before anything counts.
    await Promise.all([read(base, 3), logins(base, 2)]);
    console.log(`${READS} reads a second for ${SECONDS} s, ${availableParallelism()} processors`);
    const quiet: Measured[] = [];
    const loud: Measured[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      quiet.push(await measured(server, () => read(base, SECONDS)));
      const flood = logins(base, SECONDS);
      loud.push(await measured(server, () => read(base, SECONDS)));
      report(`round ${round}`, quiet.slice(-1), loud.slice(-1));
      console.log(`         logins ${JSON.stringify(await flood)}`);
    }
    report('together', quiet, loud);
  } finally {
    await Promise.all([READERS.close(), USERS.close()]);
    server.kill('SIGTERM');
    await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
}

function send(url: string, body: object): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    dispatcher: USERS,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Does something so many times a second, however long each takes. */
async function steadily<T>(perSecond: number, seconds: number, work: (due: number) => Promise<T>): Promise<T[]> {
  const start = performance.now();
  const running: Promise<T>[] = [];
  for (let n = 0; n < perSecond * seconds; n++) {
    const due = start + (n * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await sleep(wait);
    running.push(work(due));
  }
  return Promise.all(running);
}

async function read(base: string, seconds: number): Promise<number[]> {
  return steadily(READS, seconds, async (due) => {
    const answer = await fetch(`${base}/api/sports/`, { dispatcher: READERS });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`GET /api/sports/: ${answer.status}`);
    return performance.now() - due;
  });
}

/** How many logins there were of each status. */
async function logins(base: string, seconds: number): Promise<Record<number, number>> {
  const statuses = await steadily(LOGINS, seconds, async () => {
    const answer = await send(`${base}/api/auth/login`, USER);
    await answer.arrayBuffer();
    return answer.status;
  });
  const groups = Map.groupBy(statuses, (status) => status);
  return Object.fromEntries([...groups].map(([status, all]) => [status, all.length]));
}

interface Measured {
  /** Milliseconds, of every read. */
  times: number[];
  cpuMs: number;
  /** How long the thread that answers was ready to run and had no processor. */
  waitMs: number;
}

async function measured({ pid }: ChildProcess, work: () => Promise<number[]>): Promise<Measured> {
  const before = [cpuOf(pid), waitOf(pid)];
  const times = await work();
  return { times, cpuMs: cpuOf(pid) - before[0], waitMs: waitOf(pid) - before[1] };
}

/** CPU time of the process in milliseconds, where the system tells. */
const cpuOf = (pid?: number): number =>
  told(() => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  });

/** Milliseconds its main thread has waited for a processor, where the system tells. */
const waitOf = (pid?: number): number =>
  told(() => Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6);

function told(figure: () => number): number {
  try {
    return figure();
  } catch {
    return Number.NaN;
  }
}

function report(name: string, quiet: Measured[], loud: Measured[]): void {
  const ratio = percentile(loud, 0.99) / percentile(quiet, 0.99);
  console.log(`${name}: alone  ${describe(quiet)}`);
  console.log(`         flood  ${describe(loud)}; p99 x ${ratio.toFixed(2)}`);
}

function percentile(all: Measured[], share: number): number {
  const times = all.flatMap((each) => each.times).toSorted((a, b) => a - b);
  return times[Math.min(times.length - 1, Math.floor(times.length * share))];
}

function describe(all: Measured[]): string {
  const share = (ms: (each: Measured) => number): string =>
    (all.reduce((sum, each) => sum + ms(each), 0) / all.length / SECONDS / 10).toFixed(0);
  return (
    `p50 ${percentile(all, 0.5).toFixed(2)} ms, p99 ${percentile(all, 0.99).toFixed(2)} ms, ` +
    `CPU of the server ${share((each) => each.cpuMs)} %, waiting for one ${share((each) => each.waitMs)} %`
  );
}

await main();
