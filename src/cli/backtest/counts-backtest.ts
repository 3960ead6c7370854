import { setImmediate } from 'node:timers/promises';
import { countForecasters } from '#core/soccer/analysis/count-forecasters.js';
import type { CountMatch } from '#core/soccer/analysis/count-history.js';
import { walkCounts } from '#core/soccer/analysis/count-scorecard.js';
import { METRICS } from '#core/soccer/analysis/metric.js';
import { startProgress } from '../progress.js';
import { type BacktestData, readMatches } from './backtest-data.js';
import type { BacktestOrder } from './backtest-order.js';
import { writeJson } from './backtest-report.js';
import { countMatches } from './counts-data.js';
import { type CountScorecards, countsReport, printCountsReport } from './counts-report.js';

const REST_EVERY = 50;

/** `backtest --counts`: measures the forecasts of the analysis on files and prints the tables. */
export async function countsBacktest(order: BacktestOrder, signal: AbortSignal): Promise<void> {
  const startedAt = performance.now();
  const data = await readMatches(order, countMatches, signal);
  const wanted = data.matches.filter(({ season }) => season >= order.from).length;
  const bar = startProgress('backtest', METRICS.length * wanted);
  try {
    const cards = await runCounts(data, order.from, (done, note) => bar.update(done, note), signal);
    bar.stop();
    const report = countsReport(cards, data, order.from);
    process.stdout.write(printCountsReport(report));
    writeJson(order, report);
    process.stderr.write(`${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
  } finally {
    bar.stop();
  }
}

/** League by league, because each is forecast from its own matches. Throws the signal's reason when aborted. */
async function runCounts(
  { matches }: BacktestData<CountMatch>,
  from: number,
  onMatch: (done: number, note: string) => void,
  signal: AbortSignal,
): Promise<CountScorecards> {
  const cards: CountScorecards = new Map(METRICS.map((metric) => [metric, new Map()]));
  const specs = countForecasters();
  let done = 0;
  for (const [league, own] of [...Map.groupBy(matches, ({ competition }) => competition)].toSorted()) {
    for (const metric of METRICS) {
      const walk = walkCounts(own, metric, specs, ({ season }) => season >= from);
      for (let step = walk.next(); ; step = walk.next()) {
        if (step.done) {
          cards.get(metric)!.set(league, step.value);
          break;
        }
        onMatch(++done, `${league} ${step.value.season} ${metric}`);
        if (done % REST_EVERY > 0) continue;
        await setImmediate();
        signal.throwIfAborted();
      }
    }
  }
  return cards;
}
