import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { type Account, canEnter, serverAccount } from '../../src/platform/database/embedded/account.js';
import { findBinaries, reachableCopy } from '../../src/platform/database/embedded/binaries.js';
import { findEmbeddedUrl } from '../../src/platform/database/embedded/index.js';
import { isAlive, postmasterPid, query, Workbench } from './support/embedded.js';

const isRoot = process.getuid?.() === 0;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const bench = new Workbench();
afterEach(() => bench.clean());
afterAll(() => bench.remove());

/** Only root can act for other accounts; an ordinary user has just the one, which every other spec exercises. */
describe.skipIf(!isRoot)('started by root', () => {
  const account = isRoot ? (serverAccount() as Account) : undefined;
  const mayRunOurCode = account !== undefined && canEnter(import.meta.dirname, account);

  it('runs the server under another account, which owns the data', async () => {
    const dataDir = bench.dataDir();
    await bench.open(dataDir);
    const pid = postmasterPid(join(dataDir, 'postgres'));
    expect(account?.uid).toBeGreaterThan(0);
    expect(statSync(`/proc/${pid}`).uid).toBe(account?.uid);
    expect(statSync(join(dataDir, 'postgres/cluster/data')).uid).toBe(account?.uid);
  });

  it.skipIf(!mayRunOurCode)('and by an ordinary user before, keeps that user as the owner', async () => {
    const dataDir = bench.dataDir();
    const user = { uid: 65_534, gid: 65_534 };
    chownSync(dataDir, user.uid, user.gid);
    const opener = bench.opener(dataDir, user);
    const { url } = await opener.next<{ url: string }>('opened');
    expect(statSync(`/proc/${postmasterPid(join(dataDir, 'postgres'))}`).uid).toBe(user.uid);
    await query(url, 'create table kept as select 7 as id');
    await opener.close();

    const server = await bench.open(dataDir);
    expect(statSync(`/proc/${postmasterPid(join(dataDir, 'postgres'))}`).uid).toBe(user.uid);
    expect(await query(server.url, 'select id from kept')).toEqual([{ id: 7 }]);
    await server.close();
  });

  it.skipIf(!mayRunOurCode)('tells an ordinary user plainly that the data belong to somebody else', async () => {
    const dataDir = bench.dataDir();
    await (await bench.open(dataDir)).close();
    chmodSync(join(dataDir, 'postgres'), 0o777);
    const opener = bench.opener(dataDir, { uid: 65_534, gid: 65_534 });
    expect(await opener.next<string>('failed')).toMatch(/belongs to another user/);
  });

  it('keeps the data elsewhere, and in the same place every time, when the account may not enter the folder', async () => {
    const locked = join(bench.dataDir(), 'locked');
    mkdirSync(locked, { mode: 0o700 });
    const dataDir = join(locked, 'data');
    const first = await bench.open(dataDir);
    const [name, ...others] = readdirSync(bench.refuge);
    expect(others).toEqual([]);
    expect(bench.messages.join('\n')).toContain(`the database lives in ${join(bench.refuge, name ?? '')}`);
    await query(first.url, 'create table kept as select 7 as id');
    expect(await findEmbeddedUrl(dataDir)).toBe(first.url);
    await first.close();

    const second = await bench.open(dataDir);
    expect(await query(second.url, 'select id from kept')).toEqual([{ id: 7 }]);
    await second.close();

    // A moved folder keeps its database; a copy gets one of its own.
    const moved = join(locked, 'moved');
    renameSync(dataDir, moved);
    const third = await bench.open(moved);
    expect(await query(third.url, 'select id from kept')).toEqual([{ id: 7 }]);
    const copy = join(locked, 'copy');
    cpSync(moved, copy, { recursive: true });
    const fourth = await bench.open(copy);
    expect(fourth.port).not.toBe(third.port);
    await expect(query(fourth.url, 'select id from kept')).rejects.toMatchObject({ code: '42P01' });
  });

  it('copies the programs once when the account cannot reach them', async () => {
    const { postgres } = await findBinaries(undefined, [], quiet);
    const native = join(dirname(postgres), '..');
    const locked = join(bench.dataDir(), 'locked');
    mkdirSync(locked, { mode: 0o700 });
    cpSync(native, join(locked, 'package/native'), { recursive: true, verbatimSymlinks: true });
    cpSync(join(native, '../package.json'), join(locked, 'package/package.json'));
    const refuge = join(bench.dataDir(), 'refuge');
    mkdirSync(refuge);
    const copy = reachableCopy(join(locked, 'package/native'), account as Account, [join(locked, 'no'), refuge], quiet);
    expect(dirname(copy)).toBe(refuge);
    expect(existsSync(join(copy, 'share/postgresql/extension/pg_trgm.control'))).toBe(true);
    const made = statSync(copy).ctimeMs;
    expect(reachableCopy(join(locked, 'package/native'), account as Account, [refuge], quiet)).toBe(copy);
    expect(statSync(copy).ctimeMs).toBe(made);
    expect(readdirSync(refuge)).toHaveLength(1);
    expect(JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')).version).toSatisfy((version: string) =>
      copy.includes(version),
    );
  });

  it('leaves no server behind', () => {
    const homes = existsSync(bench.refuge) ? readdirSync(bench.refuge).map((name) => join(bench.refuge, name)) : [];
    expect(homes.map(postmasterPid).filter((pid) => pid !== undefined && isAlive(pid))).toEqual([]);
  });
});

describe.skipIf(isRoot)('started by an ordinary user', () => {
  it('runs the server as that user', async () => {
    expect(serverAccount()).toBeUndefined();
    const dataDir = bench.dataDir();
    const { url } = await bench.open(dataDir);
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(statSync(join(dataDir, 'postgres/cluster/data')).uid).toBe(process.getuid?.());
  });
});
