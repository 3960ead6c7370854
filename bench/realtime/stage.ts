import type { Calls } from './answer.ts';
import { Backends } from './backends.ts';
import { Child, type Processors, twoProcessors } from './child.ts';
import { type BenchDatabase, createMatches, createTwins, openDatabase } from './database.ts';
import type { MatchRow } from './item.ts';
import type { LoadCalls } from './load.ts';
import type { WriterCalls } from './writer.ts';

/** Everything that is started for the benchmark and has to be gone after it. */
export class Stage {
  readonly processors: Processors = twoProcessors();
  database!: BenchDatabase;
  /** All clients. */
  load!: Child<LoadCalls>;
  /** The program that changes matches. */
  writer!: Child<WriterCalls>;
  postgres!: Backends;
  readonly #children: { stop(): Promise<void> }[] = [];
  #opening: Promise<BenchDatabase> | undefined;
  #closing: Promise<void> | undefined;

  /** Opens the database and starts the clients and the writer. Returns so many matches. */
  async prepare(matches: number): Promise<MatchRow[]> {
    this.#opening = openDatabase();
    this.database = await this.#opening;
    const { client, url } = this.database;
    const rows = await createMatches(client, matches);
    await createTwins(client);
    this.load = this.start<LoadCalls>('load.ts');
    this.writer = this.start<WriterCalls>('writer.ts');
    await this.writer.call('connect', url, 2, false);
    for (const child of [this.load, this.writer]) child.bind(this.processors.rest);
    this.postgres = new Backends(client, this.processors.rest);
    return rows;
  }

  start<C extends Calls>(file: string): Child<C> {
    if (this.#closing) throw new Error('the benchmark is being stopped');
    const child = Child.start<C>(file);
    this.#children.push(child);
    return child;
  }

  get closing(): boolean {
    return this.#closing !== undefined;
  }

  close(): Promise<void> {
    this.#closing ??= (async () => {
      await Promise.all(this.#children.map((child) => child.stop()));
      const database = await this.#opening?.catch(() => undefined);
      await database?.close();
    })();
    return this.#closing;
  }
}
