// Finds the Node.js that the application runs on, whatever Node.js started the launcher.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runQuietly } from './child.mjs';
import { withProgress } from './progress.mjs';

const OLDEST = 24;
const EXECUTABLE = process.platform === 'win32' ? 'node.exe' : 'node';

/** Path of a Node.js that is new enough: the one package.json pins, otherwise the one that runs us. */
export async function ensureNode(root) {
  const pinned = findPinned(root);
  if (pinned !== undefined) return pinned;
  if (majorOf(process.version) >= OLDEST) return process.execPath;
  await repairPinned(root);
  const repaired = findPinned(root);
  if (repaired !== undefined) return repaired;
  throw new Error(
    `Node.js ${OLDEST} or newer is needed; this is ${process.version}, and the one in node_modules is missing. ` +
      `Run "npm ci" without --ignore-scripts, or install Node.js ${OLDEST}.`,
  );
}

/** The environment for programs of this project: its Node.js and its tools come first. */
export function environmentFor(root, node) {
  const separator = process.platform === 'win32' ? ';' : ':';
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(separator);
  return { NODE_COMPILE_CACHE: join(root, '.cache', 'compile'), ...process.env, PATH: path };
}

/** The package `node` unpacks to different places, depending on npm and on which of its scripts were allowed to run. */
function findPinned(root) {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const modules = join(root, 'node_modules');
  const home = join(modules, 'node');
  const folders = [home];
  for (const parent of [modules, join(home, 'node_modules')]) {
    for (const name of ['node', 'node-bin']) folders.push(join(parent, `${name}-${system}-${process.arch}`));
  }
  return folders.map((folder) => join(folder, 'bin', EXECUTABLE)).find(runs);
}

function runs(node) {
  if (!existsSync(node)) return false;
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return majorOf(stdout ?? '') >= OLDEST;
}

/** Does what the package's own install script does, for installations with --ignore-scripts. */
async function repairPinned(root) {
  const folder = join(root, 'node_modules', 'node');
  if (!existsSync(join(folder, 'installArchSpecificPackage.js'))) return;
  await withProgress('Fetching Node.js', () =>
    runQuietly(process.execPath, ['installArchSpecificPackage.js'], { cwd: folder }),
  );
}

function majorOf(version) {
  return Number.parseInt(version.replace(/^v/, ''), 10) || 0;
}
