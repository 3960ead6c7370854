// A process of its own that opens an embedded PostgreSQL and reports, one JSON line each, what happens to it.
// It closes the server when its standard input ends; with `leave` it simply has nothing more to do. The specs also kill it.
import { finished } from 'node:stream/promises';
import { type EmbeddedLog, openEmbeddedPostgres } from '../../../src/platform/database/embedded/index.js';

export interface OpenerTask {
  readonly dataDir: string;
  readonly refuges: string[];
  readonly leave: boolean;
}

const { dataDir, refuges, leave } = JSON.parse(process.argv[2] ?? '{}') as OpenerTask;
const report = (event: string, value: unknown) => process.stdout.write(`${JSON.stringify({ event, value })}\n`);
const say = (message: string) => report('log', message);
const log: EmbeddedLog = { info: say, warn: say, error: say };

async function main(): Promise<void> {
  const postgres = await openEmbeddedPostgres({
    dataDir,
    refuges,
    log,
    settings: { fsync: 'off' },
    onRestart: () => report('restarted', postgres.url),
  });
  report('opened', { url: postgres.url, reused: postgres.reused });
  if (leave) return;
  await finished(process.stdin.resume());
  await postgres.close();
  report('closed', true);
}

main().catch((error: unknown) => {
  report('failed', error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
