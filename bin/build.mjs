// Compiles the application when its sources have changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './child.mjs';
import { withLock } from './lock.mjs';
import { environmentFor } from './pinned-node.mjs';
import { withProgress } from './progress.mjs';

/** Builds `dist` when it is missing or was made from other sources. `show` runs the work and shows that it goes on. */
export async function ensureBuilt(root, node, show = withProgress) {
  if (isBuilt(root)) return;
  await withLock(join(root, '.cache', 'build.lock'), async () => {
    const sources = fingerprint(root);
    if (readStamp(root) === sources) return;
    // A build that is interrupted must not pass for a finished one.
    rmSync(stampFile(root), { force: true });
    await show('Building', () => build(root, node));
    writeFileSync(stampFile(root), sources);
  });
}

/** Whether `dist` is up to date. Where only `dist` was delivered, it is. */
export function isBuilt(root) {
  if (!existsSync(join(root, 'src'))) return existsSync(join(root, 'dist', 'main.js'));
  return readStamp(root) === fingerprint(root);
}

/** Hash of everything a build depends on. Contents, because a checkout or a copy changes times at will. */
export function fingerprint(root) {
  const hash = createHash('sha256');
  const add = (path) =>
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  for (const name of sorted(readdirSync(root))) {
    if (/^tsconfig.*\.json$|^nest-cli\.json$|^package-lock\.json$/.test(name)) add(name);
  }
  for (const path of sourceFiles(root, 'src')) add(path);
  return hash.digest('hex');
}

function sourceFiles(root, folder) {
  return sorted(readdirSync(join(root, folder))).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (statSync(join(root, path)).isDirectory()) return sourceFiles(root, path);
    return name.endsWith('.spec.ts') ? [] : [path];
  });
}

function sorted(names) {
  // oxlint-disable-next-line unicorn/no-array-sort -- Node.js 18 has no toSorted.
  return [...names].sort();
}

function build(root, node) {
  const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  return runQuietly(node, [nest, 'build'], { cwd: root, env: environmentFor(root, node) });
}

const stampFile = (root) => join(root, 'dist', '.build-stamp');

function readStamp(root) {
  return existsSync(stampFile(root)) ? readFileSync(stampFile(root), 'utf8') : undefined;
}
