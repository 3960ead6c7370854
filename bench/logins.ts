// What a flood of logins does to everybody else: GET /api/sports/ at a steady rate, without and with 100 logins a second.
//   node --import tsx bench/logins.ts [seconds] [logins per second] [folder of a build]
// Starts the built program with a database of its own. Latencies count from the time a request was due. The turns alternate
// in short rounds, so that a host that is busy for a while is so for each of them. A p99 is told twice: of all rounds
// together, where one stall of the host can be all of it, and of the middle round. "Bystanders" are as many requests that
// cost next to nothing: what they change is due to the generator of the load, which has the same processors as the server,
// and not to logins.
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Agent, request } from 'undici';
import { SERVER_FLAGS } from '../bin/server-flags.mjs';
import type { Statuses, Turn } from './logins/flood.ts';
import { steadily } from './logins/steadily.ts';
import { addressOf } from './server-address.ts';

const SECONDS = Number(process.argv[2] ?? 10);
const LOGINS = Number(process.argv[3] ?? 100);
const ROOT = resolve(process.argv[4] ?? join(import.meta.dirname, '..'));
const READS = 200;
/** Of so many seconds at most; each round has one of every turn. */
const ROUND = Math.min(SECONDS, 2.5);
const ROUNDS = Math.max(3, Math.round((3 * SECONDS) / ROUND));
const WARM_UP = 10;

const READERS = new Agent({ connections: 50 });

const USER = { username: 'bench', email: 'bench@example.org', password: 'correct horse battery' };

interface Measured {
  /** Milliseconds, of every read. */
  times: number[];
  /** Until the last answer, of those beside the readers as well. */
  lastedMs: number;
  cpuMs: number;
  /** How long the thread that answers was ready to run and had no processor. */
  waitMs: number;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'touchline-bench-'));
  const server = spawn(process.execPath, [...SERVER_FLAGS, 'dist/main.js'], {
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
  const others = fork(join(import.meta.dirname, 'logins', 'flood.ts'));
  try {
    const base = await addressOf(server);
    await post(`${base}/api/users/register`, USER);
    for (let n = 0; n < 20; n++) await post(`${base}/api/sports/`, { title: `Sport ${n}` });
    const bystanders = { url: `${base}/health/live`, perSecond: LOGINS };
    const flood = { url: `${base}/api/auth/login`, body: USER, perSecond: LOGINS };
    // Compiled code, connections and threads are there before anything counts.
    await measured(server, base, WARM_UP, () => turn(others, { ...flood, seconds: WARM_UP }));
    console.log(`${READS} reads a second, ${ROUNDS} rounds of ${ROUND} s each, ${availableParallelism()} processors`);
    const alone: Measured[] = [];
    const beside: Measured[] = [];
    const flooded: Measured[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      alone.push(await measured(server, base, ROUND));
      beside.push(await measured(server, base, ROUND, () => turn(others, { ...bystanders, seconds: ROUND })));
      flooded.push(await measured(server, base, ROUND, () => turn(others, { ...flood, seconds: ROUND })));
    }
    report('alone', alone);
    report(`${LOGINS} bystanders a second`, beside, alone);
    report(`${LOGINS} logins a second`, flooded, alone);
  } finally {
    others.kill();
    await READERS.close();
    server.kill('SIGTERM');
    await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function post(url: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await request(url, { method: 'POST', headers, body: JSON.stringify(body) });
  await answer.body.dump();
}

/** One turn of those beside the readers. Throws when one of them was refused. */
async function turn(others: ChildProcess, asked: Turn): Promise<void> {
  const ended = once(others, 'exit').then(() => Promise.reject(new Error('those beside the readers have ended')));
  others.send(asked);
  const [statuses] = (await Promise.race([once(others, 'message'), ended])) as [Statuses];
  if (statuses[200] !== Math.ceil(asked.perSecond * asked.seconds)) throw new Error(JSON.stringify(statuses));
}

async function read(base: string, seconds: number): Promise<number[]> {
  return steadily(READS, seconds, async (due) => {
    const answer = await request(`${base}/api/sports/`, { dispatcher: READERS });
    await answer.body.dump();
    if (answer.statusCode !== 200) throw new Error(`GET /api/sports/: ${answer.statusCode}`);
    return performance.now() - due;
  });
}

/** Reads for so many seconds while `others` take their turn. */
async function measured(
  { pid }: ChildProcess,
  base: string,
  seconds: number,
  others?: () => Promise<void>,
): Promise<Measured> {
  const before = [cpuOf(pid), waitOf(pid)];
  const start = performance.now();
  const [times] = await Promise.all([read(base, seconds), others?.()]);
  return { times, lastedMs: performance.now() - start, cpuMs: cpuOf(pid) - before[0], waitMs: waitOf(pid) - before[1] };
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

function report(name: string, measured: Measured[], alone?: Measured[]): void {
  const sum = (of: (each: Measured) => number): number => measured.reduce((total, each) => total + of(each), 0);
  const share = (ms: (each: Measured) => number): string =>
    ((sum(ms) / sum(({ lastedMs }) => lastedMs)) * 100).toFixed(0);
  const beside = (p99: (of: Measured[]) => number): string =>
    `${p99(measured).toFixed(2)} ms${alone ? ` (x ${(p99(measured) / p99(alone)).toFixed(2)})` : ''}`;
  console.log(
    `${name.padEnd(24)} p50 ${percentile(measured, 0.5).toFixed(2)} ms, p99 ${beside((of) => percentile(of, 0.99))}, ` +
      `of the middle round ${beside(middleP99)}, ` +
      `CPU of the server ${share((each) => each.cpuMs)} %, waiting for one ${share((each) => each.waitMs)} %`,
  );
}

function middleP99(rounds: Measured[]): number {
  return rounds.map((round) => percentile([round], 0.99)).toSorted((a, b) => a - b)[Math.floor(rounds.length / 2)];
}

function percentile(all: Measured[], share: number): number {
  const times = all.flatMap((each) => each.times).toSorted((a, b) => a - b);
  return times[Math.min(times.length - 1, Math.floor(times.length * share))];
}

await main();
