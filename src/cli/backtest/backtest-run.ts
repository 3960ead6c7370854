import { setImmediate } from 'node:timers/promises';
import { baseRates } from '#core/models/base-rates.js';
import { DIXON_COLES_PLAIN, dixonColes } from '#core/models/dixon-coles.js';
import { closingOddsForecaster, modelForecaster, uniformForecaster } from '#core/models/forecasters.js';
import { Scorecard } from '#core/models/scorecard.js';
import { type ForecasterSpec, walkForward } from '#core/models/walk-forward.js';
import type { DevigMethod } from '#core/stats/devig.js';
import type { BacktestData } from './backtest-data.js';
import type { BacktestOrder } from './backtest-order.js';

/** The model that the others are compared with. */
export const REFERENCE = 'dixon-coles';

const REST_EVERY = 50;

/** Weakest first; closing odds are the mark to come close to. */
function competitors(devig: DevigMethod): ForecasterSpec[] {
  return [
    uniformForecaster(),
    modelForecaster('base-rates', baseRates),
    modelForecaster('dixon-coles-plain', dixonColes, DIXON_COLES_PLAIN),
    modelForecaster(REFERENCE, dixonColes),
    closingOddsForecaster(devig),
  ];
}

/** How many matches will be forecast. */
export function forecastCount({ matches }: BacktestData, { from }: BacktestOrder): number {
  return matches.filter(({ season }) => season >= from).length;
}

/** Walks through the matches and scores every forecast. Throws the signal's reason when aborted. */
export async function runBacktest(
  { matches }: BacktestData,
  { from, devig }: BacktestOrder,
  onMatch: (done: number, competition: string, season: number) => void,
  signal: AbortSignal,
): Promise<Scorecard> {
  const specs = competitors(devig);
  const card = new Scorecard(specs.map(({ id }) => id));
  let done = 0;
  for (const step of walkForward(matches, specs, { include: ({ season }) => season >= from })) {
    card.add(step);
    onMatch(++done, step.match.competition, step.match.season);
    if (done % REST_EVERY > 0) continue;
    await setImmediate();
    signal.throwIfAborted();
  }
  return card;
}
