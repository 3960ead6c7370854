import { loadConfig, readEnvironment } from '#platform/config/index.js';
import { findEmbeddedUrl } from '#platform/database/embedded/index.js';
import { ExitCode, runCommand, UsageError } from './cli-context.js';

// Prints the address of the database that the server uses, for psql and other programs.
await runCommand(async () => {
  const config = loadConfig(readEnvironment());
  const url = config.database.url ?? (await findEmbeddedUrl(config.dataDir));
  if (!url) throw new UsageError('The embedded database is not running: npm start starts it.', ExitCode.unavailable);
  process.stdout.write(`${url}\n`);
});
