// Runs the benchmarks one after the other, or those that are named: npm run bench -- models realtime
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const BENCHES = ['models', 'analysis', 'import', 'logins', 'realtime', 'replay', 'statsboards'] as const;

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(BENCHES as readonly string[]).includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${BENCHES.join(', ')}`);
  process.exit(64);
}
// Ctrl-C reaches the running benchmark too; it stops what it has started, and then we end with it.
process.on('SIGINT', () => undefined);
for (const name of BENCHES.filter((bench) => asked.length === 0 || asked.includes(bench))) {
  console.log(`\n== ${name}`);
  const file = join(import.meta.dirname, `${name}.ts`);
  const bench = spawn(process.execPath, [...process.execArgv, file], { stdio: 'inherit' });
  const [code] = (await once(bench, 'exit')) as [number | null];
  if (code !== 0) process.exitCode = 1;
  if (code === null || code >= 128) break;
}
