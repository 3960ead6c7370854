import { type ChildProcess, spawn, type SpawnOptions, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SERVER_FLAGS } from '../../bin/server-flags.mjs';
import type { Calls } from './answer.ts';

interface Answer {
  id: number;
  value?: unknown;
  error?: string;
}

const STOP_MS = 2_000;

/** A process of the benchmark, from the side of the one that started it. It ends when its starter ends. */
export class Child<C extends Calls> {
  readonly #waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  readonly #process: ChildProcess;
  #asked = 0;

  private constructor(process: ChildProcess, file: string) {
    this.#process = process;
    process.on('message', ({ id, value, error }: Answer) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error === undefined) waiting?.resolve(value as never);
      else waiting?.reject(new Error(`${file}: ${error}`));
    });
    process.on('exit', (code, signal) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`${file} ended with ${code ?? signal}`));
    });
  }

  /** Runs a file of this folder, ours and those it is compared with alike as `npm start` runs the server. */
  static start<C extends Calls>(file: string): Child<C> {
    const args = [...SERVER_FLAGS, '--disable-warning=ExperimentalWarning', join(import.meta.dirname, file)];
    const options = {
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    } satisfies SpawnOptions;
    return new Child<C>(spawn(process.execPath, args, options), file);
  }

  /** Keeps it on one processor from now on. */
  bind(processor: string | undefined): void {
    bind(this.#process.pid!, processor);
  }

  call<K extends keyof C & string>(name: K, ...args: Parameters<C[K]>): Promise<Awaited<ReturnType<C[K]>>> {
    return new Promise((resolve, reject) => {
      const id = ++this.#asked;
      this.#waiting.set(id, { resolve, reject });
      this.#process.send({ id, name, args }, (error) => error && reject(error));
    });
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const exited = once(this.#process, 'exit');
    if (this.#process.connected) this.#process.disconnect();
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), STOP_MS);
    await exited;
    clearTimeout(timer);
  }
}

/** One processor for the server under test and another for everything else, where the system can bind processes. */
export interface Processors {
  server: string | undefined;
  rest: string | undefined;
}

export function twoProcessors(): Processors {
  if (!existsSync('/proc/self/status') || spawnSync('taskset', ['--version']).status !== 0) return unbound();
  const allowed = /^Cpus_allowed_list:\s*(.+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '';
  const [server, rest] = allowed.split(',').flatMap((part) => {
    const [first, last = first] = part.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
  });
  return rest === undefined ? unbound() : { server, rest };
}

function unbound(): Processors {
  return { server: undefined, rest: undefined };
}

/** Binds a running process with its threads; one that has just ended is no matter. */
export function bind(pid: number, processor: string | undefined): void {
  if (processor !== undefined) spawnSync('taskset', ['-a', '-p', '-c', processor, String(pid)]);
}
