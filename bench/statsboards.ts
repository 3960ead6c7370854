// Lists of the StatsBoards contract with 50 connections, beside bare Fastify and pg with the same SQL in the same run.
//   node --import tsx bench/statsboards.ts [seconds] [rounds] [folder of a build]
// Starts the built program. Without DATABASE_URL (a server on which it may create databases) an embedded server is used.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { Pool } from 'undici';
import { openEmbeddedPostgres } from '#platform/database/embedded/index.js';
import { SERVER_FLAGS } from '../bin/server-flags.mjs';
import { addressOf } from './server-address.ts';
import { fillLeague, MATCHES, PEOPLE } from './statsboards/league.ts';
import { fillLiveMatches, LIVE_MATCHES, liveMatchIds, PLAYS } from './statsboards/live-matches.ts';

const SECONDS = Number(process.argv[2] ?? 5);
const ROUNDS = Number(process.argv[3] ?? 3);
const HERE = resolve(import.meta.dirname, '..');
const ROOT = resolve(process.argv[4] ?? HERE);
const CONNECTIONS = 50;
/** Seconds until what a live match needs has been compiled. */
const WARM_UP = 5;

/** Process that all processes of the database are children of. */
let postmaster: number;

const PATHS = {
  'teams paginated': '/api/teams/paginated',
  [`matches with details of ${MATCHES}`]: '/api/matches/with-details/paginated?order_by=week&order_by_two=match_date',
  [`persons search in ${PEOPLE}`]: '/api/persons/paginated?search=%D0%BD%D0%BE%D0%B2%2012',
  [`players details of ${PEOPLE}`]: '/api/players/paginated/details?sport_id=1',
};

/** What is asked of one match: made for who asks first, and then kept as long as it does not change. */
const OF_A_MATCH = [
  ['statistics', 'stats'],
  ['comprehensive', 'comprehensive'],
] as const;

interface Measured {
  perSecond: number;
  /** Of the program's process, per request. */
  cpuMs: number;
  /** Of the database's processes, per request; not a number where the database is on another machine. */
  databaseMs: number;
  bytes: number;
}

/**
 * All clients ask the same, so that those who wait at the same time share a reading; each asks something of its own that
 * takes the same work; bare Fastify and pg.
 */
type Round = Record<'same' | 'own' | 'bare', Measured>;

/** A parameter that the server does not know makes it another question. */
const ownQuestion = (path: string, client: number): string =>
  `${path}${path.includes('?') ? '&' : '?'}client=${client}`;

async function main(): Promise<void> {
  const log = { info: () => undefined, warn: console.warn, error: console.error };
  const embedded = process.env['DATABASE_URL']
    ? undefined
    : await openEmbeddedPostgres({ dataDir: join(HERE, '.data/bench'), log });
  const server = process.env['DATABASE_URL'] ?? embedded!.url;
  const name = `bench_statsboards_${process.pid}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await run(server, `create database ${name}`);
  postmaster = await parentOfBackend(server);
  const programs: ChildProcess[] = [];
  try {
    const env = { ...process.env, DATABASE_URL: url.href, PORT: '0', LOG_LEVEL: 'error', DEMO: 'off' };
    const ours = spawn(process.execPath, [...SERVER_FLAGS, 'dist/main.js'], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    programs.push(ours);
    const oursAt = await addressOf(ours);
    await fillLeague(url.href);
    const bareFile = join(import.meta.dirname, 'statsboards/bare.ts');
    const bare = spawn(process.execPath, [...process.execArgv, bareFile], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    programs.push(bare);
    const bareAt = await addressOf(bare);
    console.log(`${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s, ${availableParallelism()} processors`);
    for (const [what, path] of Object.entries(PATHS)) {
      const rounds: Round[] = [];
      for (let round = 0; round <= ROUNDS; round++) {
        const measured: Round = {
          same: await load(ours, oursAt, () => path),
          own: await load(ours, oursAt, (client) => ownQuestion(path, client)),
          bare: await load(bare, bareAt, () => path),
        };
        // The first warms up.
        if (round > 0) rounds.push(measured);
      }
      report(what, rounds);
    }
    await fillLiveMatches(url.href);
    await measureLiveMatches(ours, oursAt);
  } finally {
    for (const program of programs) {
      program.kill('SIGTERM');
      if (program.exitCode === null) await once(program, 'exit');
    }
    await run(server, `drop database ${name} with (force)`);
    await embedded?.close();
  }
}

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** Not a number where the database is on another machine. */
async function parentOfBackend(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const [stat] = statOf(String(rows[0].pid));
  await client.end();
  return stat?.includes('(postgres)') ? Number(stat.split(') ')[1].split(' ')[1]) : Number.NaN;
}

/** What is asked of one match; each match once before anything of it is kept, then one of them again and again. */
async function measureLiveMatches(server: ChildProcess, base: string): Promise<void> {
  const pool = new Pool(base, { connections: CONNECTIONS });
  const make = async (ids: readonly number[], path: string): Promise<string> => {
    const [before, databaseBefore] = [cpuOf(server), cpuOfDatabase()];
    await Promise.all(
      ids.map(async (id) => {
        const { statusCode, body } = await pool.request({ method: 'GET', path: `/api/matches/id/${id}/${path}/` });
        await body.dump();
        if (statusCode !== 200) throw new Error(`${path} of ${id}: ${statusCode}`);
      }),
    );
    const each = [cpuOf(server) - before, cpuOfDatabase() - databaseBefore].map((ms) => (ms / ids.length).toFixed(3));
    return `${each.join(' + ')} ms CPU`;
  };
  console.log(`one match with ${PLAYS} plays and 90 players (CPU of the program + database)`);
  // Code that is compiled, and a journal that has been read, before anything counts.
  const first = LIVE_MATCHES / 3;
  for (const [what, path] of OF_A_MATCH) {
    await make(liveMatchIds.slice(0, first), path);
    console.log(`  ${`${what}, made`.padEnd(20)} ${await make(liveMatchIds.slice(first), path)}`);
  }
  await pool.close();
  for (const [what, path] of OF_A_MATCH) {
    const url = `/api/matches/id/${liveMatchIds[0]}/${path}/`;
    for (let second = 0; second < WARM_UP; second += SECONDS)
      await load(server, base, (client) => ownQuestion(url, client));
    for (const [who, pathOf, connections] of [
      ['the same', () => url],
      ['its own', (client: number) => ownQuestion(url, client)],
      ['when the one before is answered', () => url, 1],
    ] as const) {
      const rounds: Measured[] = [];
      for (let round = 0; round < ROUNDS; round++) rounds.push(await load(server, base, pathOf, connections));
      console.log(`  ${`${what}, kept`.padEnd(20)} ${show(rounds)}, each asks ${who}`);
    }
  }
}

/** As many requests as so many clients make, each one after another. */
async function load(
  server: ChildProcess,
  base: string,
  pathOf: (client: number) => string,
  connections = CONNECTIONS,
): Promise<Measured> {
  const pool = new Pool(base, { connections });
  const before = cpuOf(server);
  const databaseBefore = cpuOfDatabase();
  const start = performance.now();
  let answers = 0;
  let bytes = 0;
  const client = async (path: string): Promise<void> => {
    while (performance.now() - start < SECONDS * 1000) {
      const { statusCode, body } = await pool.request({ method: 'GET', path });
      bytes = (await body.arrayBuffer()).byteLength;
      if (statusCode !== 200) throw new Error(`${base}${path}: ${statusCode}`);
      answers++;
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, number) => client(pathOf(number))));
  const seconds = (performance.now() - start) / 1000;
  const cpuMs = (cpuOf(server) - before) / answers;
  const databaseMs = (cpuOfDatabase() - databaseBefore) / answers;
  await pool.close();
  return { perSecond: answers / seconds, cpuMs, databaseMs, bytes };
}

/** CPU time of the process in milliseconds. */
const cpuOf = ({ pid }: ChildProcess): number => cpuOfFields(readFileSync(`/proc/${pid}/stat`, 'utf8'));

/** The same of all processes of the database on this machine. */
function cpuOfDatabase(): number {
  const stats = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => statOf(pid))
    .filter((stat) => stat.includes('(postgres)') && stat.split(') ')[1].split(' ')[1] === String(postmaster));
  return stats.length === 0 ? Number.NaN : stats.reduce((sum, stat) => sum + cpuOfFields(stat), 0);
}

/** Nothing when it has just ended. */
function statOf(pid: string): string[] {
  try {
    return [readFileSync(`/proc/${pid}/stat`, 'utf8')];
  } catch {
    return [];
  }
}

function cpuOfFields(stat: string): number {
  const fields = stat.split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const middle = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

function show(rounds: readonly Measured[]): string {
  const [perSecond, cpu, database] = (['perSecond', 'cpuMs', 'databaseMs'] as const).map((key) =>
    middle(rounds.map((round) => round[key])),
  );
  const costs = `${cpu.toFixed(3)} + ${database.toFixed(3)} ms CPU`;
  return `${perSecond.toFixed(0).padStart(5)} requests/s, ${costs}, ${rounds[0].bytes} bytes`;
}

function report(what: string, rounds: readonly Round[]): void {
  console.log(`${what} (CPU of the program + database)`);
  for (const [name, key] of Object.entries({
    'each asks the same': 'same',
    'each its own': 'own',
    bare: 'bare',
  } as const)) {
    const times = (cpu: (measured: Measured) => number): string =>
      `x ${middle(rounds.map((round) => cpu(round[key]) / cpu(round.bare))).toFixed(2)}`;
    const program = times(({ cpuMs }) => cpuMs);
    const all = times(({ cpuMs, databaseMs }) => cpuMs + databaseMs);
    console.log(`  ${name.padEnd(18)} ${show(rounds.map((round) => round[key]))}, CPU ${all}, program ${program}`);
  }
}

await main();
