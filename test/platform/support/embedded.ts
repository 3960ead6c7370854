import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  openEmbeddedPostgres,
} from '../../../src/platform/database/embedded/index.js';
import type { OpenerTask } from './opener.js';

const ROOT = join(import.meta.dirname, '../../..');
const OPENER = join(import.meta.dirname, 'opener.ts');

/** Folders, servers and processes of one spec file, all of which `clean` takes away again. */
export class Workbench {
  readonly root: string;
  readonly refuge: string;
  readonly messages: string[] = [];
  readonly #servers: EmbeddedPostgres[] = [];
  readonly #processes: ChildProcess[] = [];
  readonly #folders: string[] = [];

  constructor() {
    this.root = mkdtempSync(join(tmpdir(), 'touchline-spec-'));
    chmodSync(this.root, 0o755);
    this.refuge = join(this.root, 'refuge');
  }

  /** A new data folder; with `from`, one that starts with a copy of that (stopped) one's database. */
  dataDir(from?: string): string {
    const folder = join(this.root, `data-${this.#folders.length}`);
    mkdirSync(folder);
    this.#folders.push(folder);
    if (from !== undefined) execFileSync('cp', ['-a', join(from, 'postgres'), folder]);
    return folder;
  }

  async open(dataDir: string, more: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
    const say = (message: string) => void this.messages.push(message);
    const server = await openEmbeddedPostgres({
      dataDir,
      refuges: [this.refuge],
      log: { info: say, warn: say, error: say },
      settings: { fsync: 'off' },
      ...more,
    });
    this.#servers.push(server);
    return server;
  }

  /** Opens the data folder in a process of its own, optionally under another account. */
  opener(
    dataDir: string,
    { leave = false, ...identity }: { leave?: boolean; uid?: number; gid?: number } = {},
  ): Opener {
    const task: OpenerTask = { dataDir, refuges: [this.refuge], leave };
    const child = spawn(process.execPath, ['--import', 'tsx', OPENER, JSON.stringify(task)], {
      cwd: ROOT,
      stdio: ['pipe', 'pipe', 'inherit'],
      ...identity,
    });
    this.#processes.push(child);
    return new Opener(child);
  }

  started(child: ChildProcess): ChildProcess {
    this.#processes.push(child);
    return child;
  }

  async clean(): Promise<void> {
    for (const child of this.#processes.splice(0)) child.kill('SIGKILL');
    await Promise.all(this.#servers.splice(0).map((server) => server.close()));
    const refugees = existsSync(this.refuge) ? readdirSync(this.refuge).map((name) => join(this.refuge, name)) : [];
    for (const home of [...this.#folders.map((folder) => join(folder, 'postgres')), ...refugees]) {
      const pid = postmasterPid(home);
      if (pid !== undefined && isAlive(pid)) await killAndWait(pid, 'SIGQUIT');
    }
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A process that runs `opener.ts`. */
export class Opener {
  readonly events: { event: string; value: unknown }[] = [];
  readonly #ended: Promise<void>;
  #over = false;

  constructor(readonly child: ChildProcess) {
    if (child.stdout === null) throw new Error('The opener must report through a pipe');
    createInterface(child.stdout).on('line', (line) => this.events.push(JSON.parse(line)));
    this.#ended = new Promise((resolve) =>
      child.once('close', () => {
        this.#over = true;
        resolve();
      }),
    );
  }

  /** The value of the first event of this name, optionally the first that contains the text. */
  async next<T>(event: string, containing = ''): Promise<T> {
    for (;;) {
      const found = this.events.find((one) => one.event === event && String(one.value).includes(containing));
      if (found !== undefined) return found.value as T;
      if (this.#over) throw new Error(`The opener ended without "${event}": ${JSON.stringify(this.events)}`);
      await delay(10);
    }
  }

  /** Waits until the process has ended by itself and tells its exit code. */
  async exit(): Promise<number | null> {
    await this.#ended;
    return this.child.exitCode;
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.#ended;
  }

  async close(): Promise<void> {
    this.child.stdin?.end();
    await this.next('closed');
    await this.#ended;
  }
}

/** Runs one statement on a connection of its own. */
export async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** What the server of this home (`<data folder>/postgres`, or a folder in a refuge) wrote about itself. */
export function postmasterPid(home: string): number | undefined {
  const file = join(home, 'cluster/data/postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined;
}

/** Whether the process runs; one that is dead but not yet buried by its parent does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Sends the signal and waits until the process and its number are gone. */
export async function killAndWait(pid: number, signal: NodeJS.Signals): Promise<void> {
  process.kill(pid, signal);
  await until(() => !isAlive(pid));
}

export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await delay(10);
}
