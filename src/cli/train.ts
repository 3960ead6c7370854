import { runCommand } from './cli-context.js';
import { trainCommand } from './train-command.js';

await runCommand((signal) => trainCommand(process.argv.slice(2), signal));
