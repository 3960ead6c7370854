import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadConfig } from '#platform/config/index.js';
import { printSchemaOf } from '#platform/graphql/schema.js';
import { AppModule } from '../app.module.js';
import { ExitCode, runCommand, UsageError } from './cli-context.js';

const FILE = join(import.meta.dirname, '../../schema.gql');
const HELP = `Writes the GraphQL schema to schema.gql. Needs neither a database nor a running server.

  npm run schema              writes the file
  npm run schema -- --check   changes nothing; exits with 1 and says where, when the file is out of date
`;

await runCommand(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help')) return void process.stdout.write(HELP);
  if (args.some((arg) => arg !== '--check')) throw new UsageError(`Unknown argument: ${args.join(' ')}\n\n${HELP}`);
  // The schema depends on no setting, and nothing connects to a database to be printed.
  const schema = await printSchemaOf(AppModule.forRoot(loadConfig({}), 'postgresql://127.0.0.1/none'));
  if (args.length > 0) return check(schema);
  await writeFile(FILE, schema);
  process.stdout.write(`Wrote ${FILE}\n`);
});

async function check(schema: string): Promise<void> {
  const written = await readFile(FILE, 'utf8').catch(() => '');
  if (written === schema) return;
  process.exitCode = ExitCode.failed;
  process.stderr.write(
    `schema.gql is out of date. Run \`npm run schema\` and review the change.\n${difference(written, schema)}`,
  );
}

/** The first line that differs, with the line before it and the two after, as written and as it should be. */
function difference(written: string, expected: string): string {
  const [before, after] = [written.split('\n'), expected.split('\n')];
  const first = after.findIndex((line, index) => line !== before[index]);
  const at = first === -1 ? after.length : first;
  const lines = (all: string[], mark: string): string =>
    all
      .slice(at, at + 3)
      .map((line) => `${mark} ${line}\n`)
      .join('');
  return `Line ${at + 1}:\n  ${after[at - 1] ?? ''}\n${lines(before, '-')}${lines(after, '+')}`;
}
