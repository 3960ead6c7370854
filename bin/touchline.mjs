#!/usr/bin/env node
// The one program behind all npm scripts. It makes sure that packages are installed and the application is built, then
// runs it on the pinned Node.js. Needs only Node.js 18 and no packages, since there may be none yet.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt, isBuilt } from './build.mjs';
import { runChecks } from './check.mjs';
import { ChildFailure, runInForeground } from './child.mjs';
import { ensureInstalled, mendPostgres } from './install.mjs';
import { ensureNode, environmentFor } from './pinned-node.mjs';
import { SERVER_FLAGS } from './server-flags.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const EX_USAGE = 64;

const cli = (name) => [join('dist', 'cli', `${name}.js`)];

/** What each command says about itself, what Node.js runs for it, and whether that takes packages for development. */
const VERBS = {
  start: { about: 'start the server', program: [...SERVER_FLAGS, join('dist', 'main.js')] },
  test: {
    about: 'run the tests; arguments go to vitest',
    tools: true,
    program: [join('node_modules', 'vitest', 'vitest.mjs'), 'run'],
  },
  build: { about: 'compile the application', tools: true },
  check: { about: 'check formatting, lint, types, architecture and the checked-in schema', tools: true },
  schema: { about: 'write the GraphQL schema to schema.gql', program: cli('schema') },
  import: { about: 'import matches from files', program: cli('import') },
  replay: { about: 'play a finished match again as a live one', program: cli('replay') },
  train: { about: 'train the prediction models', program: cli('train') },
  backtest: { about: 'measure the prediction models on past seasons', program: cli('backtest') },
  bench: {
    about: 'compare speed with other servers',
    tools: true,
    program: ['--import', 'tsx', join('bench', 'run.ts')],
  },
  'providers:check': {
    about: 'ask the providers of live data and report what changed',
    program: cli('providers-check'),
  },
  'fake-upstream': {
    about: 'run a stand-in for the providers of live data',
    tools: true,
    program: ['--import', 'tsx', join('test', 'support', 'fake-upstream', 'run.ts')],
  },
  migrate: { about: 'bring the database schema up to date', program: cli('migrate') },
  'db:url': { about: 'print the address of the running embedded database', program: cli('db-url') },
};

async function main([name = '', ...args]) {
  if (!Object.hasOwn(VERBS, name)) {
    console.error(usage(name));
    return EX_USAGE;
  }
  const verb = VERBS[name];
  process.chdir(ROOT);
  await ensureInstalled(ROOT, { tools: verb.tools || !isBuilt(ROOT) });
  mendPostgres(ROOT);
  const node = await ensureNode(ROOT);
  const env = environmentFor(ROOT, node);
  if (name === 'check') return runChecks(ROOT, node, env);
  await ensureBuilt(ROOT, node);
  if (verb.program === undefined) return 0;
  return runInForeground(node, [...verb.program, ...args], { cwd: ROOT, env });
}

function usage(name) {
  const width = Math.max(...Object.keys(VERBS).map((verb) => verb.length));
  const lines = Object.entries(VERBS).map(([verb, { about }]) => `  ${verb.padEnd(width)}  ${about}`);
  const opening = name === '' ? 'Which command?' : `There is no command "${name}".`;
  return `${opening} There are:\n${lines.join('\n')}\nFrom npm: npm run <command> -- <arguments>`;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    if (error instanceof ChildFailure && error.output !== '') console.error(error.output.trimEnd());
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
