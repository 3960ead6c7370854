// What a flood of logins does to everybody else: GET /api/sports/ at a steady rate, without and with 100 logins a second.
//   node --import tsx bench/logins.ts [seconds] [logins per second] [folder of a build]
// Starts the built program with a database of its own. Latencies count from the time a request was due.
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
    await read(base, 2);
    console.log(`${READS} reads a second for ${SECONDS} s, ${availableParallelism()} processors`);
    for (const round of [1, 2]) {
      const quiet = await measured(server, () => read(base, SECONDS));
      const flood = logins(base, SECONDS);
      const loud = await measured(server, () => read(base, SECONDS));
      console.log(`round ${round}: alone  ${describe(quiet)}`);
      console.log(`         flood  ${describe(loud)}; p99 x ${(loud.p99 / quiet.p99).toFixed(2)}`);
      console.log(`         logins ${JSON.stringify(await flood)}`);
    }
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
  p50: number;
  p99: number;
  cpuMs: number;
}

async function measured(server: ChildProcess, work: () => Promise<number[]>): Promise<Measured> {
  const before = cpuOf(server);
  const times = (await work()).toSorted((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return { p50: at(0.5), p99: at(0.99), cpuMs: cpuOf(server) - before };
}

/** CPU time of the process in milliseconds, where the system tells. */
function cpuOf({ pid }: ChildProcess): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

const describe = ({ p50, p99, cpuMs }: Measured): string =>
  `p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, CPU of the server ${(cpuMs / SECONDS / 10).toFixed(0)} %`;

await main();
