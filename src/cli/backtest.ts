import { backtestCommand } from './backtest/backtest-command.js';
import { runCommand } from './cli-context.js';

await runCommand((signal) => backtestCommand(process.argv.slice(2), signal));
