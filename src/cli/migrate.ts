import { loadConfig, readEnvironment } from '#platform/config/index.js';
import { openDatabase } from '#platform/database/open-database.js';
import { runCommand } from './cli-context.js';

// Brings the schema up to date without starting the server, as a deployment's own step.
await runCommand(async () => {
  const say = (message: string): void => void process.stderr.write(`${message}\n`);
  const database = await openDatabase(loadConfig(readEnvironment()), { info: say, warn: say, error: say });
  await database.close();
  say('The schema is up to date.');
});
