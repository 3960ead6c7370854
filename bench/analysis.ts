// Processor time of one answer of /api/partida/{id}/analysis?filtro=geral, made and kept, beside the SQL statements it
// takes through bare Fastify and pg, and beside bytes kept by bare Fastify.
//   node --import tsx bench/analysis.ts [folder] [rounds]
// On three seasons of the Premier League from football-data files; where there are none, on a simulated league. Without
// DATABASE_URL (a server on which it may create databases) an embedded server of its own is used.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { simulateSoccerLeague } from '#core/season/soccer-league.js';
import { SeasonLoader } from '#modules/imports/season-loader.js';
import { SeasonLoaderRepository } from '#modules/imports/season-loader.repository.js';
import type { BareCalls } from './analysis/server-bare.ts';
import type { Statement, TouchlineCalls } from './analysis/server-touchline.ts';
import { bind, Child, twoProcessors } from './realtime/child.ts';
import { type BenchDatabase, openDatabase } from './realtime/database.ts';

const ROOT = resolve(import.meta.dirname, '..');
const FOLDER = resolve(
  process.argv[2] ?? join(process.env['TOUCHLINE_DATA'] ?? join(ROOT, '../shared/data'), 'football-data'),
);
const ROUNDS = Number(process.argv[3] ?? 5);
const SEASONS = ['2122', '2223', '2324'];
const MATCHES = 200;
/** Kept answers are quick, so that there must be more of them. */
const KEPT_TURNS = 10;
const AT_ONCE = 4;

interface Contest {
  name: string;
  child: Child<{ cpu(): number }>;
  host: string;
  paths: string[];
  before?(): Promise<unknown>;
}

async function main(database: BenchDatabase): Promise<void> {
  const data = await fill(database.url);
  const { rows } = await database.client.query<{ id: string }>(
    `select public_id as id from match where status = 'finished' order by kickoff_at desc, id limit ${MATCHES}`,
  );
  const ids = rows.map(({ id }) => id);
  const { server, rest } = twoProcessors();
  const touchline = Child.start<TouchlineCalls>('../analysis/server-touchline.ts');
  const bare = Child.start<BareCalls>('../analysis/server-bare.ts');
  try {
    const path = (id: string): string => `/api/partida/${id}/analysis?filtro=geral`;
    const host = await touchline.call('listen', database.url);
    const statements: Record<string, Statement[]> = {};
    let bytes = 0;
    let body = '';
    for (const id of ids) {
      await touchline.call('startRecording');
      body = await get(host, path(id));
      statements[id] = await touchline.call('stopRecording');
      bytes += Buffer.byteLength(body);
    }
    const bareHost = await bare.call('listen', database.url, statements, body);
    for (const child of [touchline, bare]) child.bind(server);
    bind(process.pid, rest);
    const kept = Array.from({ length: KEPT_TURNS }, () => ids).flat();
    const contests: Contest[] = [
      { name: 'made, Touchline', child: touchline, host, paths: ids.map(path), before: () => touchline.call('forget') },
      { name: 'made, the same SQL', child: bare, host: bareHost, paths: ids.map((id) => `/rows/${id}`) },
      { name: 'kept, Touchline', child: touchline, host, paths: kept.map(path) },
      { name: 'kept, bare Fastify', child: bare, host: bareHost, paths: kept.map((id) => `/kept/${id}`) },
    ];
    const spent = new Map<string, number[]>();
    // The first round warms up.
    for (let round = 0; round <= ROUNDS; round++) {
      for (const { name, child, host: at, paths, before } of contests) {
        await before?.();
        const spentBefore = await child.call('cpu');
        await getAll(at, paths);
        const each = ((await child.call('cpu')) - spentBefore) / 1000 / paths.length;
        if (round > 0) spent.set(name, [...(spent.get(name) ?? []), each]);
      }
    }
    const sent = Object.values(statements).reduce((sum, all) => sum + all.length, 0) / ids.length;
    console.log(
      `${cpus()[0].model}, ${cpus().length} processors, load ${loadavg()[0].toFixed(1)}; Node ${process.version}`,
    );
    console.log(`${data}; ${ids.length} matches, ${sent} statements and ${Math.round(bytes / ids.length)} bytes each`);
    console.log(`ms of processor time per request, server only; median, lowest and highest of ${ROUNDS} rounds\n`);
    for (const [name, all] of spent) {
      const sorted = all.toSorted((a, b) => a - b);
      const cells = [sorted[sorted.length >> 1], sorted[0], sorted.at(-1)!].map((ms) => ms.toFixed(3).padStart(9));
      console.log(name.padEnd(20), ...cells);
    }
  } finally {
    await Promise.all([touchline.stop(), bare.stop()]);
  }
}

/** Fills the database and says with what. */
async function fill(url: string): Promise<string> {
  const files = SEASONS.map((season) => join(FOLDER, `E0_${season}.csv`));
  if (files.every((file) => existsSync(file))) {
    const env = { ...process.env, DATABASE_URL: url, npm_lifecycle_event: '' };
    await promisify(execFile)(process.execPath, [join(ROOT, 'dist/cli/import.js'), 'football-data', ...files], {
      cwd: ROOT,
      env,
    });
    return 'Premier League 2021/22 to 2023/24, imported';
  }
  const options = { url, poolSize: 2, statementTimeoutMs: 0, applicationName: 'bench' };
  const competition = { code: 'bench', title: 'League', country: 'England', sport: 'soccer' } as const;
  const league = { seed: 'bench', source: 'bench', competition, size: 20, exchanged: 3, style: 'north' } as const;
  const seasons = simulateSoccerLeague({ ...league, years: [2021, 2022, 2023], asOf: '2030-01-01T00:00:00Z' });
  await new SeasonLoader(new SeasonLoaderRepository(options)).load(seasons);
  return 'a simulated league of three seasons';
}

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

function get(host: string, path: string): Promise<string> {
  return new Promise((done, fail) => {
    const call = request(`http://${host}${path}`, { agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        if (response.statusCode === 200) done(body);
        else fail(new Error(`${path}: ${response.statusCode} ${body}`));
      });
    });
    call.on('error', fail);
    call.end();
  });
}

async function getAll(host: string, paths: readonly string[]): Promise<void> {
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < paths.length) await get(host, paths[next++]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
}

const database = await openDatabase();
try {
  await main(database);
} finally {
  agent.destroy();
  await database.close();
}
