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
import { request } from 'undici';
import { SERVER_FLAGS } from '../bin/server-flags.mjs';
import type { Statuses, Turn } from './logins/flood.ts';
import { LeanClients, requestBytes } from './logins/lean-clients.ts';
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

const USER = { username: 'bench', email: 'bench@example.org', password: 'correct horse battery' };

interface Measured {
  /** Milliseconds, of every read. */
  times: number[];
  /** Until the last answer, of those beside the readers as well. */
  lastedMs: number;
  cpuMs: number;
  /** Of those beside the readers. */
  refused: number;
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
  const others = new Others();
  try {
    const base = await addressOf(server);
    await post(`${base}/api/users/register`, USER);
    for (let n = 0; n < 20; n++) await post(`${base}/api/sports/`, { title: `Sport ${n}` });
    const readers = new Readers(new URL(`${base}/api/sports/`));
    const bystanders = { url: `${base}/health/live`, perSecond: LOGINS };
    const flood = { url: `${base}/api/auth/login`, body: USER, perSecond: LOGINS };
    // Compiled code, connections and threads are there before anything counts.
    await measured(server, readers, WARM_UP, () => others.turn({ ...flood, seconds: WARM_UP }));
    console.log(`${READS} reads a second, ${ROUNDS} rounds of ${ROUND} s each, ${availableParallelism()} processors`);
    const alone: Measured[] = [];
    const beside: Measured[] = [];
    const flooded: Measured[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      alone.push(await measured(server, readers, ROUND));
      beside.push(await measured(server, readers, ROUND, () => others.turn({ ...bystanders, seconds: ROUND })));
      flooded.push(await measured(server, readers, ROUND, () => others.turn({ ...flood, seconds: ROUND })));
    }
    report('alone', alone);
    report(`${LOGINS} bystanders a second`, beside, alone);
    report(`${LOGINS} logins a second`, flooded, alone);
    readers.close();
  } finally {
    others.end();
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

/** Those who ask beside the readers, in a process of their own. */
class Others {
  readonly #process = fork(join(import.meta.dirname, 'logins', 'flood.ts'));
  readonly #ended = once(this.#process, 'exit').then(() => Promise.reject(new Error('those beside the readers ended')));

  constructor() {
    this.#ended.catch(() => undefined);
  }

  /** How many came too many at once. Throws when one got another answer than that, or than what he asked for. */
  async turn(asked: Turn): Promise<number> {
    this.#process.send(asked);
    const [statuses] = (await Promise.race([once(this.#process, 'message'), this.#ended])) as [Statuses];
    const { 200: served = 0, 429: refused = 0 } = statuses;
    if (served + refused !== Math.ceil(asked.perSecond * asked.seconds)) throw new Error(JSON.stringify(statuses));
    return refused;
  }

  end(): void {
    this.#process.kill();
  }
}

/** Those whose times count. */
class Readers {
  readonly #clients: LeanClients;
  readonly #bytes: Buffer;

  constructor(url: URL) {
    this.#clients = new LeanClients(url);
    this.#bytes = requestBytes(url);
  }

  read(seconds: number): Promise<number[]> {
    return steadily(READS, seconds, async (due) => {
      const status = await this.#clients.ask(this.#bytes);
      if (status !== 200) throw new Error(`GET /api/sports/: ${status}`);
      return performance.now() - due;
    });
  }

  close(): void {
    this.#clients.close();
  }
}

/** Reads for so many seconds while `others` take their turn. */
async function measured(
  { pid }: ChildProcess,
  readers: Readers,
  seconds: number,
  others: () => Promise<number> = () => Promise.resolve(0),
): Promise<Measured> {
  const before = [cpuOf(pid), waitOf(pid)];
  const start = performance.now();
  const [times, refused] = await Promise.all([readers.read(seconds), others()]);
  return {
    times,
    refused,
    lastedMs: performance.now() - start,
    cpuMs: cpuOf(pid) - before[0],
    waitMs: waitOf(pid) - before[1],
  };
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
      `CPU of the server ${share((each) => each.cpuMs)} %, waiting for one ${share((each) => each.waitMs)} %, ${sum((each) => each.refused)} refused`,
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
