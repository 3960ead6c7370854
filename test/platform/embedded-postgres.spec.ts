import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findEmbeddedUrl } from '../../src/platform/database/embedded/index.js';
import { isAlive, postmasterPid, query, until, Workbench } from './support/embedded.js';

const bench = new Workbench();
const home = (dataDir: string) => join(dataDir, 'postgres');
/** A stopped database with one row, which the tests copy instead of creating a cluster each. */
let template: string;

const rows = async (url: string) =>
  (await query<{ id: number }>(url, 'select id from kept order by id')).map((r) => r.id);
const insert = (url: string, id: number) => query(url, `insert into kept values (${id})`);

/** A server takes its file with its number away just before it ends. */
const ended = (pid: number) => until(() => !isAlive(pid));

function runningPid(dataDir: string): number {
  const pid = postmasterPid(home(dataDir));
  if (pid === undefined) throw new Error('No server is running');
  return pid;
}

beforeAll(async () => {
  template = bench.dataDir();
  const server = await bench.open(template);
  await query(server.url, 'create table kept (id int primary key)');
  await insert(server.url, 1);
  await server.close();
});
afterEach(() => bench.clean());
afterAll(() => bench.remove());

describe('a new database', () => {
  it('speaks UTF-8, sorts by ICU and finds accented words', async () => {
    const { url } = await bench.open(bench.dataDir(template));
    await query(url, 'create extension pg_trgm');
    const [found] = await query(
      url,
      `select current_setting('server_encoding') as encoding, current_setting('server_version_num')::int / 10000 as version,
              current_database() as name, current_setting('timezone') as zone,
              lower('ÇÃO') as lower, 'é' < 'f' collate "en-US-x-icu" as sorted,
              show_trgm('São') = show_trgm('SÃO') as case_blind, cardinality(show_trgm('São')) as trigrams`,
    );
    // Were ã taken for a space, "São" would be two words with five trigrams.
    expect(found).toEqual({
      encoding: 'UTF8',
      version: 18,
      name: 'touchline',
      zone: 'UTC',
      lower: 'ção',
      sorted: true,
      case_blind: true,
      trigrams: 4,
    });
  });

  it('admits only the generated password, which only we can read', async () => {
    const dataDir = bench.dataDir(template);
    const { url } = await bench.open(dataDir);
    const { password } = new URL(url);
    expect(password).toMatch(/^[0-9a-f]{48}$/);
    await expect(query(url.replace(password, 'guess'), 'select 1')).rejects.toMatchObject({ code: '28P01' });
    await expect(query(url.replace(`:${password}`, ''), 'select 1')).rejects.toThrow();
    expect(statSync(join(home(dataDir), 'cluster/password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(home(dataDir), 'cluster/data')).mode & 0o777).toBe(0o700);
  });

  it('listens on the loopback address only', async () => {
    const { url, port, host } = await bench.open(bench.dataDir(template));
    expect(host).toBe('127.0.0.1');
    const [setting] = await query(
      url,
      `select current_setting('listen_addresses') as a, current_setting('unix_socket_directories') as s`,
    );
    expect(setting).toEqual({ a: '127.0.0.1', s: '' });
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address?.family === 'IPv4' && !address.internal);
    if (outside !== undefined) await expect(reach(outside.address, port)).resolves.toBe(false);
    await expect(reach('127.0.0.1', port)).resolves.toBe(true);
  });

  it('takes settings of the caller', async () => {
    const { url } = await bench.open(bench.dataDir(template), { settings: { fsync: 'off', work_mem: '7MB' } });
    expect(await query(url, `select current_setting('work_mem') as w, current_setting('fsync') as f`)).toEqual([
      { w: '7MB', f: 'off' },
    ]);
  });

  it('is created again from nothing when the first attempt was killed', async () => {
    const dataDir = bench.dataDir();
    const opener = bench.opener(dataDir);
    await opener.next('log', 'Creating');
    const staging = () => readdirSync(home(dataDir)).find((name) => name.startsWith('.new-')) ?? 'none';
    await until(() => existsSync(join(home(dataDir), staging(), 'data/PG_VERSION')));
    await opener.kill();
    expect(readdirSync(home(dataDir))).not.toContain('cluster');
    const { url } = await bench.open(dataDir);
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(readdirSync(home(dataDir)).filter((name) => name.startsWith('.new-'))).toEqual([]);
  });
});

describe('between runs', () => {
  it('keeps data, password and port', async () => {
    const dataDir = bench.dataDir(template);
    const first = await bench.open(dataDir);
    await insert(first.url, 2);
    const pid = runningPid(dataDir);
    await first.close();
    await ended(pid);
    expect(await findEmbeddedUrl(dataDir)).toBeUndefined();

    const second = await bench.open(dataDir);
    expect(second.url).toBe(first.url);
    expect(second.reused).toBe(false);
    expect(await rows(second.url)).toEqual([1, 2]);
    expect(await findEmbeddedUrl(dataDir)).toBe(second.url);
  });

  it('moves to another port when the old one is taken', async () => {
    const dataDir = bench.dataDir(template);
    const other = await bench.open(bench.dataDir(template));
    writeFileSync(join(home(dataDir), 'cluster/port'), String(other.port));
    const server = await bench.open(dataDir);
    expect(server.port).not.toBe(other.port);
    expect(await rows(server.url)).toEqual([1]);
  });

  it('refuses the data of another major version', async () => {
    const dataDir = bench.dataDir(template);
    writeFileSync(join(home(dataDir), 'cluster/data/PG_VERSION'), '17\n');
    await expect(bench.open(dataDir)).rejects.toThrow(/made by PostgreSQL 17, but this is PostgreSQL 18/);
  });

  it('finds no server where there never was one', async () => {
    expect(await findEmbeddedUrl(join(bench.root, 'nowhere'))).toBeUndefined();
  });
});

describe('after kill -9', () => {
  it('of the application, the next run joins the server that is still there', async () => {
    const dataDir = bench.dataDir(template);
    const opener = bench.opener(dataDir);
    const { url } = await opener.next<{ url: string }>('opened');
    await insert(url, 2);
    const pid = runningPid(dataDir);
    await opener.kill();
    expect(isAlive(pid)).toBe(true);

    const server = await bench.open(dataDir);
    expect(server).toMatchObject({ url, reused: true });
    expect(await rows(url)).toEqual([1, 2]);
    await server.close();
    await ended(pid);
  });

  it('of application and PostgreSQL, the next run starts over the stale files and has every committed row', async () => {
    const dataDir = bench.dataDir(template);
    const opener = bench.opener(dataDir);
    const { url } = await opener.next<{ url: string }>('opened');
    const writers = [2, 3, 4].map((id) => insert(url, id));
    await Promise.all(writers);
    await opener.kill();
    process.kill(runningPid(dataDir), 'SIGKILL');

    const server = await bench.open(dataDir);
    expect(server).toMatchObject({ url, reused: false });
    expect(await rows(url)).toEqual([1, 2, 3, 4]);
  });

  it('of PostgreSQL, waits for a child of the old server that still writes to the data', async () => {
    const dataDir = bench.dataDir(template);
    const opener = bench.opener(dataDir);
    const { url } = await opener.next<{ url: string }>('opened');
    const [child] = await query<{ pid: number }>(
      url,
      `select pid from pg_stat_activity where backend_type = 'checkpointer'`,
    );
    if (child === undefined) throw new Error('No checkpointer');
    await opener.kill();
    // A stopped process keeps the shared memory until it may run again and notice that its parent is dead.
    process.kill(child.pid, 'SIGSTOP');
    process.kill(runningPid(dataDir), 'SIGKILL');
    const waiting = () =>
      bench.messages.filter((message) => message.includes('old server are still going down')).length;
    const before = waiting();
    const reopened = bench.open(dataDir);
    await until(() => waiting() > before);
    process.kill(child.pid, 'SIGCONT');
    expect(await rows((await reopened).url)).toEqual([1]);
  });

  it('a stranger that now has the number of the old server is neither joined nor in the way', async () => {
    const dataDir = bench.dataDir(template);
    const stranger = bench.started(spawn('sleep', ['60']));
    const lines = [stranger.pid, join(home(dataDir), 'cluster/data'), 1, 65_000, '', '127.0.0.1', '', 'ready   '];
    writeFileSync(join(home(dataDir), 'cluster/data/postmaster.pid'), `${lines.join('\n')}\n`);
    expect(await findEmbeddedUrl(dataDir)).toBeUndefined();
    const server = await bench.open(dataDir);
    expect(server.reused).toBe(false);
    expect(await rows(server.url)).toEqual([1]);
    expect(stranger.exitCode).toBeNull();
  });

  it('the lock of the dead process is broken', async () => {
    const dataDir = bench.dataDir(template);
    const dead = bench.started(spawn('true'));
    await new Promise((resolve) => dead.once('exit', resolve));
    writeFileSync(join(home(dataDir), 'lock'), JSON.stringify({ pid: dead.pid, born: '1', token: 'dead' }));
    const server = await bench.open(dataDir);
    expect(await rows(server.url)).toEqual([1]);
    expect(readdirSync(home(dataDir))).toEqual(['cluster']);
  });
});

describe('while the application runs', () => {
  it('restarts PostgreSQL on the same port, without losing an acknowledged write', async () => {
    const dataDir = bench.dataDir(template);
    let restarts = 0;
    const { url } = await bench.open(dataDir, { onRestart: () => restarts++ });
    for (let round = 1; round <= 2; round++) {
      await insert(url, 1 + round);
      process.kill(runningPid(dataDir), 'SIGKILL');
      await until(() => restarts === round);
    }
    expect(await rows(url)).toEqual([1, 2, 3]);
  });

  it('restarts a server that it only joined', async () => {
    const dataDir = bench.dataDir(template);
    const opener = bench.opener(dataDir);
    await opener.next('opened');
    await opener.kill();
    let restarts = 0;
    const server = await bench.open(dataDir, { onRestart: () => restarts++ });
    expect(server.reused).toBe(true);
    process.kill(runningPid(dataDir), 'SIGKILL');
    await until(() => restarts === 1);
    expect(await rows(server.url)).toEqual([1]);
  });

  it('does not mistake a connection ended by an administrator for a dead server', async () => {
    const dataDir = bench.dataDir(template);
    let restarts = 0;
    const { url } = await bench.open(dataDir, { onRestart: () => restarts++ });
    const pid = runningPid(dataDir);
    const lease = `from pg_stat_activity where application_name = 'touchline-lease'`;
    const [before] = await query<{ pid: number }>(url, `select pid ${lease}`);
    await query(url, `select pg_terminate_backend(pid) ${lease}`);
    for (;;) {
      const [now] = await query<{ pid: number }>(url, `select pid ${lease}`);
      if (now !== undefined && now.pid !== before?.pid) break;
    }
    expect(restarts).toBe(0);
    expect(runningPid(dataDir)).toBe(pid);
  });

  it('gives up, and says so once, when PostgreSQL keeps dying', async () => {
    const dataDir = bench.dataDir(template);
    const failures: Error[] = [];
    const server = await bench.open(dataDir, {
      onRestart: () => process.kill(runningPid(dataDir), 'SIGKILL'),
      onFailure: (error) => failures.push(error),
    });
    process.kill(runningPid(dataDir), 'SIGKILL');
    await until(() => failures.length > 0);
    expect(failures.map((error) => error.message)).toEqual([expect.stringMatching(/5 times within a minute/)]);
    await server.close();
    expect(await findEmbeddedUrl(dataDir)).toBeUndefined();
  });

  it('does not keep an application alive that has nothing else to do', async () => {
    const dataDir = bench.dataDir(template);
    const opener = bench.opener(dataDir, { leave: true });
    expect(await opener.exit()).toBe(0);
    expect(await findEmbeddedUrl(dataDir)).toMatch(/^postgres:/);
  });
});

describe('several processes', () => {
  it('have a server each for different data folders', async () => {
    const [one, two] = await Promise.all([bench.open(bench.dataDir(template)), bench.open(bench.dataDir(template))]);
    expect(one.port).not.toBe(two.port);
    await insert(one.url, 2);
    expect(await rows(one.url)).toEqual([1, 2]);
    expect(await rows(two.url)).toEqual([1]);
  });

  it('that start at the same moment on an empty folder share one server, which the last one stops', async () => {
    const dataDir = bench.dataDir();
    const openers = [bench.opener(dataDir), bench.opener(dataDir)];
    const opened = await Promise.all(openers.map((opener) => opener.next<{ url: string; reused: boolean }>('opened')));
    expect(opened[0]?.url).toBe(opened[1]?.url);
    expect(opened.map(({ reused }) => reused).toSorted()).toEqual([false, true]);
    const pid = runningPid(dataDir);
    await openers[0]?.close();
    expect(isAlive(pid)).toBe(true);
    await openers[1]?.close();
    await ended(pid);
  });

  it('that share a server all survive its death', async () => {
    const dataDir = bench.dataDir(template);
    let restarts = 0;
    const { url } = await bench.open(dataDir, { onRestart: () => restarts++ });
    const opener = bench.opener(dataDir);
    await opener.next('opened');
    process.kill(runningPid(dataDir), 'SIGKILL');
    await Promise.all([opener.next('restarted'), until(() => restarts === 1)]);
    expect(await rows(url)).toEqual([1]);
    expect(runningPid(dataDir)).toBeGreaterThan(0);
  });

  it('are waited for when their connection pools are still busy', async () => {
    const dataDir = bench.dataDir(template);
    const server = await bench.open(dataDir);
    const pool = new Client({ connectionString: server.url, application_name: 'touchline-cli' });
    await pool.connect();
    await server.close();
    expect(await findEmbeddedUrl(dataDir)).toBe(server.url);
    await pool.end();
  });
});

function reach(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1_000 });
    const answer = (value: boolean) => {
      socket.destroy();
      resolve(value);
    };
    socket
      .once('connect', () => answer(true))
      .once('error', () => answer(false))
      .once('timeout', () => answer(false));
  });
}
