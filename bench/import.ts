// Imports a folder of football-data files with the built command, beside a bare COPY of the rows that came of it.
//   node --import tsx bench/import.ts [folder] [rounds]
// Without DATABASE_URL (a server on which it may create databases) an embedded server of its own is used.
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { openEmbeddedPostgres } from '#platform/database/embedded/index.js';

const ROOT = resolve(import.meta.dirname, '..');
const FOLDER = resolve(
  process.argv[2] ?? join(process.env['TOUCHLINE_DATA'] ?? join(ROOT, '../shared/data'), 'football-data'),
);
const ROUNDS = Number(process.argv[3] ?? 3);
const TABLES = ['match', 'match_stat_line', 'odds'] as const;

type Table = (typeof TABLES)[number];
type Rows = Record<Table, { columns: string; text: Buffer; rows: number }>;

/** What the bare COPY goes into. */
const KINDS = {
  'no indexes, no triggers': { like: 'including defaults including generated', foreignKeys: false },
  'same indexes and unique keys': { like: 'including all', foreignKeys: false },
  'same indexes and foreign keys': { like: 'including all', foreignKeys: true },
} as const;

async function main(): Promise<void> {
  if (!existsSync(FOLDER)) throw new Error(`There are no files in ${FOLDER}; name a folder of football-data files`);
  const embedded = process.env['DATABASE_URL'] ? null : await openServer();
  const server = process.env['DATABASE_URL'] ?? embedded!.url;
  try {
    const seconds = new Map<string, number[]>();
    const note = (what: string, value: number) => seconds.set(what, [...(seconds.get(what) ?? []), value]);
    let rows: Rows | null = null;
    for (let round = 0; round < ROUNDS; round++) {
      rows = await withDatabase(server, async (url) => {
        note('import', await runImport(url));
        note('import again', await runImport(url));
        return withClient(url, async (client) => {
          const taken = await takeRows(client);
          for (const [name, kind] of Object.entries(KINDS)) note(`COPY, ${name}`, await bareCopy(client, taken, kind));
          return taken;
        });
      });
    }
    report(rows!, seconds);
  } finally {
    await embedded?.close();
  }
}

function openServer() {
  const log = { info: () => undefined, warn: console.warn, error: console.error };
  return openEmbeddedPostgres({ dataDir: join(ROOT, '.data/bench'), log });
}

async function withDatabase<T>(server: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `bench_import_${process.pid}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await withClient(server, (client) => client.query(`create database ${name}`));
  try {
    return await work(url.href);
  } finally {
    await withClient(server, (client) => client.query(`drop database ${name} with (force)`));
  }
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Seconds of the import itself, as the command reports them; starting Node.js and migrating come before. */
async function runImport(url: string): Promise<number> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(ROOT, 'dist/cli/import.js'), 'football-data', FOLDER],
    { cwd: ROOT, env: { ...process.env, DATABASE_URL: url, npm_lifecycle_event: '' } },
  );
  return Number(/^seconds\s+([\d.]+)$/m.exec(stdout)?.[1]);
}

/** The imported rows as COPY text. */
async function takeRows(client: Client): Promise<Rows> {
  const taken = {} as Rows;
  for (const table of TABLES) {
    const { rows: columns } = await client.query<{ name: string }>(
      `select column_name as name from information_schema.columns
       where table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
      [table],
    );
    const names = columns.map(({ name }) => name).join(', ');
    const chunks: Buffer[] = [];
    for await (const chunk of client.query(copyTo(`copy (select ${names} from "${table}") to stdout`))) {
      chunks.push(chunk as Buffer);
    }
    const text = Buffer.concat(chunks);
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from "${table}"`);
    taken[table] = { columns: names, text, rows: rows[0].n };
  }
  return taken;
}

/** Seconds of one COPY per table over one connection, from memory, into empty tables of the same definition. */
async function bareCopy(
  client: Client,
  rows: Rows,
  { like, foreignKeys }: (typeof KINDS)[keyof typeof KINDS],
): Promise<number> {
  await client.query('create schema bare');
  for (const table of TABLES) {
    await client.query(`create table bare."${table}" (like public."${table}" ${like})`);
    if (foreignKeys) await addForeignKeys(client, table);
  }
  await client.query('checkpoint');
  const startedAt = performance.now();
  for (const table of TABLES) {
    const stream = client.query(copyFrom(`copy bare."${table}" (${rows[table].columns}) from stdin`));
    stream.end(rows[table].text);
    await finished(stream);
  }
  const elapsed = (performance.now() - startedAt) / 1000;
  await client.query('set client_min_messages = warning; drop schema bare cascade');
  return elapsed;
}

async function addForeignKeys(client: Client, table: Table): Promise<void> {
  const { rows } = await client.query<{ definition: string }>(
    `select pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = $1::regclass and contype = 'f'`,
    [`public."${table}"`],
  );
  for (const { definition } of rows) {
    const own = definition.replace(/REFERENCES "?match"?\(/, 'REFERENCES bare."match"(');
    await client.query(`alter table bare."${table}" add ${own}`);
  }
}

function report(rows: Rows, seconds: Map<string, number[]>): void {
  const total = TABLES.reduce((sum, table) => sum + rows[table].rows, 0);
  const files = readdirSync(FOLDER).length;
  console.log(`${files} files, ${TABLES.map((table) => `${rows[table].rows} ${table}`).join(', ')}`);
  console.log(`${ROUNDS} rounds in turns, medians; ${availableParallelism()} cores; Node.js ${process.version}\n`);
  const imported = median(seconds.get('import')!);
  console.log(`${''.padEnd(38)}    seconds   matches/s      rows/s   import is`);
  for (const [what, all] of seconds) {
    const middle = median(all);
    const ratio = what.startsWith('COPY') ? `${(middle / imported).toFixed(2)} x`.padStart(12) : '';
    const speeds = `${number(rows.match.rows / middle)} ${number(total / middle)}`;
    console.log(`${what.padEnd(38)} ${middle.toFixed(2).padStart(10)} ${speeds}${ratio}`);
  }
  console.log(
    `\nall rounds: ${[...seconds].map(([what, all]) => `${what}: ${all.map((s) => s.toFixed(1)).join(' ')}`).join('; ')}`,
  );
}

function number(value: number): string {
  return Math.round(value).toLocaleString('en').padStart(11);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

await main();
