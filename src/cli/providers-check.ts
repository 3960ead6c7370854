import { runCommand } from './cli-context.js';
import { providersCheckCommand } from './providers-check-command.js';

await runCommand((signal) => providersCheckCommand(signal));
