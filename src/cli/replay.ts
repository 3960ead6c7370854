import { runCommand } from './cli-context.js';
import { replayCommand } from './replay-command.js';

await runCommand((signal) => replayCommand(process.argv.slice(2), signal));
