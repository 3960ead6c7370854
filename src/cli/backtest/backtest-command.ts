import { startProgress } from '../progress.js';
import { readBacktestData } from './backtest-data.js';
import { BACKTEST_HELP, readBacktestOrder } from './backtest-order.js';
import { printReport, reportOf, writeJson } from './backtest-report.js';
import { countsBacktest } from './counts-backtest.js';
import { forecastCount, runBacktest } from './backtest-run.js';

/** `backtest`: measures the models on files and prints the tables. */
export async function backtestCommand(args: readonly string[], signal: AbortSignal): Promise<void> {
  const order = readBacktestOrder(args);
  if (!order) {
    process.stdout.write(BACKTEST_HELP);
    return;
  }
  if (order.counts) return countsBacktest(order, signal);
  const startedAt = performance.now();
  const data = await readBacktestData(order, signal);
  const bar = startProgress('backtest', forecastCount(data, order));
  try {
    const card = await runBacktest(
      data,
      order,
      (done, competition, season) => bar.update(done, `${competition} ${season}`),
      signal,
    );
    bar.stop();
    const report = reportOf(card, data, order);
    process.stdout.write(printReport(report));
    writeJson(order, report);
    process.stderr.write(`${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
  } finally {
    bar.stop();
  }
}
