import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SERVER_FLAGS } from '../../bin/server-flags.mjs';
import { until } from '../support/feed.js';
import { GraphqlSocket } from '../support/graphql-socket.js';
import { Server } from '../support/process.js';

const dataDir = mkdtempSync(join(tmpdir(), 'touchline-smoke-'));
// The database's account may enter it; what it had to put elsewhere would be left behind.
chmodSync(dataDir, 0o711);
const environment = { DATA_DIR: dataDir, PORT: '0', LOG_FORMAT: 'json' };

let server: Server;
beforeAll(async () => {
  server = await Server.start(environment).ready();
});
afterAll(async () => {
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const databaseUrl = async (): Promise<string> => (await Server.run(environment, ['dist/cli/db-url.js'])).output.trim();

async function sql<Row extends pg.QueryResultRow>(statement: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: await databaseUrl() });
  await client.connect();
  const { rows } = await client.query<Row>(statement, values);
  await client.end();
  return rows;
}

/** Starts game clocks, with so many seconds, of matches that nobody follows; returns their rows. */
async function startClocks(seconds: Readonly<Record<number, number>>): Promise<Record<string, unknown>[]> {
  const clocks = JSON.stringify(Object.entries(seconds).map(([match, left]) => ({ match: Number(match), left })));
  await sql('select ensure_live_rows(n.match) from jsonb_to_recordset($1) as n (match int)', [clocks]);
  return sql(
    `update gameclock c set gameclock = n."left", gameclock_status = 'running', direction = 'down', version = version + 1,
            started_at_ms = floor(extract(epoch from clock_timestamp()) * 1000)
     from jsonb_to_recordset($1) as n (match int, "left" int) where c.match_id = n.match returning c.*`,
    [clocks],
  );
}

const clocksOf = (...matchIds: number[]): Promise<Record<string, unknown>[]> =>
  sql('select * from gameclock where match_id = any($1) order by match_id', [matchIds]);

const FEED = 'subscription { matchFeed(matchId: "1") { version op data } }';
const MATCHES = '{ matches(first: 1) { totalCount } sports { title } }';

describe('the built product', () => {
  it('starts on nothing, with demo leagues, and says where to look', async () => {
    expect(server.output).toMatch(/GraphiQL\s+http/);
    const { matches, sports } = await server.graphql<{ matches: { totalCount: number }; sports: { title: string }[] }>(
      MATCHES,
    );
    expect(matches.totalCount).toBeGreaterThan(2_000);
    expect(sports.map(({ title }) => title)).toEqual(['American Football', 'Soccer']);
    const { match } = await server.graphql<{
      match: { prediction: { markets: { matchWinner: Record<string, number> } } };
    }>('{ match(id: "124") { prediction { markets { matchWinner { home draw away } } } } }');
    const { home, draw, away } = match.prediction.markets.matchWinner;
    expect(home + draw + away).toBeCloseTo(1, 9);
  });

  it('shows what another program changes in its database, at the address db:url prints', async () => {
    const socket = await (await GraphqlSocket.open(server.host)).init();
    socket.subscribe('a', FEED);
    await until(() => socket.results('a').length === 1);
    await sql('update match set attendance = 4711 where id = 1');
    await until(() => socket.results('a').length === 2);
    expect(socket.results('a')[1]).toMatchObject({ matchFeed: { op: 'UPDATE', data: { attendance: 4711 } } });
    socket.socket.close();
  });

  it('goes on after its database was killed, and subscribers miss nothing', async () => {
    const socket = await (await GraphqlSocket.open(server.host)).init();
    socket.subscribe('a', FEED);
    await until(() => socket.results('a').length === 1);
    const pid = Number(readFileSync(join(await clusterFolder(), 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
    process.kill(pid, 'SIGKILL');
    await until(async () => (await fetch(`http://${server.host}/health/ready`)).status === 503);
    await until(
      async () => (await fetch(`http://${server.host}/health/ready`)).status === 200,
      () => server.output,
    );
    await sql('update match set attendance = 4712 where id = 1');
    await until(() => socket.results('a').length === 2);
    expect((await server.graphql<{ sports: unknown[] }>(MATCHES)).sports).toHaveLength(2);
    socket.socket.close();
  }, 60_000);

  it('D6: is back after kill -9 with its data, its clocks and its live match, without making the demo again', async () => {
    const live = /Live now .*/.exec(server.output)![0];
    const [running, ending] = (await startClocks({ 124: 600, 125: 2 })).toSorted(
      (a, b) => Number(a['match_id']) - Number(b['match_id']),
    );
    await server.stop('SIGKILL');
    server = await Server.start(environment).ready();
    expect(server.output).toContain(live);
    // The one goes on as if nothing had happened; the time of the other was over meanwhile, and it has ended once.
    await until(async () => (await clocksOf(125))[0]!['gameclock_status'] === 'stopped');
    expect(await clocksOf(124, 125)).toMatchObject([
      running!,
      { gameclock: 0, started_at_ms: null, version: Number(ending!['version']) + 1 },
    ]);
    expect(server.output).not.toContain('making demo leagues');
    const { matches } = await server.graphql<{ matches: { totalCount: number } }>(MATCHES);
    expect(matches.totalCount).toBeGreaterThan(2_000);
  }, 60_000);

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'drains on %s: sockets are told, the database stops last, exit 0',
    async (signal) => {
      const socket = await (await GraphqlSocket.open(server.host)).init();
      socket.subscribe('a', FEED);
      await until(() => socket.results('a').length === 1);
      expect(await server.stop(signal)).toEqual({ code: 0, signal: null });
      await until(() => socket.closed !== undefined);
      expect(socket.closed?.code).toBe(1012);
      expect(server.output).toContain('stopped');
      expect(await Server.run(environment, ['dist/cli/db-url.js'])).toMatchObject({ code: 69 });
      server = await Server.start(environment).ready();
    },
    60_000,
  );

  it('serves on several ports', async () => {
    const [first, second] = await Promise.all([freePort(), freePort()]);
    await server.stop();
    server = await Server.start({ ...environment, PORT: `${first},${second}` }).ready();
    for (const port of [first, second]) {
      expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(200);
      const socket = await (await GraphqlSocket.open(`127.0.0.1:${port}`)).init();
      socket.subscribe('a', FEED);
      await until(() => socket.results('a').length === 1);
      socket.socket.close();
    }
  }, 60_000);

  it('lists everything that is wrong with its configuration and exits with 78', async () => {
    const { code, output } = await Server.run(
      { ...environment, PORT: 'http', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://me:secret@x/y' },
      ['dist/main.js'],
    );
    expect(code).toBe(78);
    for (const name of ['PORT', 'LOG_LEVEL', 'DATABASE_URL']) expect(output).toContain(name);
    expect(output).not.toContain('secret');
  });

  it('is started with the flags it is measured with', async () => {
    const tell = `if(process.argv[1].endsWith('main.js')){console.log(process.execArgv.join());process.exit()}`;
    const { output } = await Server.run({ ...environment, NODE_OPTIONS: `--import=data:text/javascript,${tell}` }, [
      'bin/touchline.mjs',
      'start',
    ]);
    for (const flag of SERVER_FLAGS) expect(output).toContain(flag);
  });
});

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Where the embedded server keeps its files: in the data folder, or where it had to move. */
async function clusterFolder(): Promise<string> {
  const client = new pg.Client({ connectionString: await databaseUrl() });
  await client.connect();
  const { rows } = await client.query<{ data_directory: string }>('show data_directory');
  await client.end();
  return rows[0].data_directory;
}
