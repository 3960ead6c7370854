// Everything that is demanded of a change besides passing tests, in the order of how quickly it answers.
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { runQuietly } from './child.mjs';
import { withProgress } from './progress.mjs';

/** Paths of the tools; started through Node.js itself, since their links in .bin may be missing. */
const TOOLS = {
  prettier: ['prettier', 'bin', 'prettier.cjs'],
  oxlint: ['oxlint', 'bin', 'oxlint'],
  tsc: ['typescript', 'bin', 'tsc'],
  depcruise: ['dependency-cruiser', 'bin', 'dependency-cruiser.mjs'],
};

/** Runs all checks, also after one has failed. Returns the exit code: 0, or 1 when any failed. */
export async function runChecks(root, node, env) {
  const tool =
    (name, ...args) =>
    () =>
      runQuietly(node, [join(root, 'node_modules', ...TOOLS[name]), ...args], { cwd: root, env });
  const checks = {
    'prettier --check .': tool('prettier', '--check', '.'),
    oxlint: tool('oxlint'),
    'tsc -p tsconfig.check.json': tool('tsc', '-p', 'tsconfig.check.json'),
    'depcruise src': tool('depcruise', 'src', '--config', '.dependency-cruiser.cjs'),
    'route ledger': () =>
      runQuietly(
        node,
        [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', 'test/contract/routes.ledger.spec.ts'],
        {
          cwd: root,
          env,
        },
      ),
    schema: async () => {
      await ensureBuilt(root, node, (_, work) => work());
      return runQuietly(node, [join('dist', 'cli', 'schema.js'), '--check'], { cwd: root, env });
    },
  };
  const failed = [];
  for (const [name, run] of Object.entries(checks)) {
    try {
      await withProgress(name, run);
    } catch (error) {
      failed.push(name);
      console.error(error.output?.trimEnd() || error.message);
    }
  }
  console.error(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
}
