import { runCommand } from './cli-context.js';
import { importCommand } from './import-command.js';

await runCommand((signal) => importCommand(process.argv.slice(2), signal));
