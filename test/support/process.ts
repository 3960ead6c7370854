import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { until } from './feed.js';

const ROOT = join(import.meta.dirname, '../..');

/** The product as a newcomer starts it: the built program in a process of its own. */
export class Server {
  output = '';
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;

  private constructor(readonly child: ChildProcess) {
    child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.exited = once(child, 'exit').then(([code, signal]) => ({
      code: code as number | null,
      signal: signal as NodeJS.Signals | null,
    }));
  }

  static start(environment: Record<string, string>, args: string[] = ['dist/main.js']): Server {
    const { NODE_ENV: _, VITEST: _vitest, ...inherited } = process.env;
    return new Server(
      spawn(process.execPath, args, {
        cwd: ROOT,
        env: { ...inherited, ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
  }

  /** Runs one of the commands to its end and returns what it printed. */
  static async run(
    environment: Record<string, string>,
    args: string[],
  ): Promise<{ code: number | null; output: string }> {
    const server = Server.start(environment, args);
    const { code } = await server.exited;
    return { code, output: server.output };
  }

  async ready(): Promise<this> {
    let dead = false;
    void this.exited.then(() => (dead = true));
    await until(
      () => dead || this.output.includes('Touchline is ready'),
      () => this.output,
      45_000,
    );
    if (dead) throw new Error(`ended before it was ready:\n${this.output}`);
    return this;
  }

  /** `127.0.0.1:12345`, of the last time it said so. */
  get host(): string {
    const address = [...this.output.matchAll(/Start page\s+http:\/\/([\d.:]+)\//g)].at(-1)?.[1];
    if (!address) throw new Error(`no address in:\n${this.output}`);
    return address;
  }

  async graphql<Data>(query: string): Promise<Data> {
    const answer = await fetch(`http://${this.host}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return ((await answer.json()) as { data: Data }).data;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
    this.child.kill(signal);
    return this.exited;
  }
}
