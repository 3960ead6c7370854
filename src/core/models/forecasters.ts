import { devig, type DevigMethod } from '#core/stats/devig.js';
import { baseRates } from './base-rates.js';
import { DIXON_COLES_PLAIN, dixonColes } from './dixon-coles.js';
import { MarketBook } from './market-book.js';
import type { GoalModel } from './model.js';
import type { ForecasterSpec } from './walk-forward.js';

/** A goal model refitted as the walk goes on, each fit started from the one before. */
export function modelForecaster<Params extends { schema: string }, Options>(
  id: string,
  model: GoalModel<Params, Options>,
  options: Partial<Options> = {},
): ForecasterSpec {
  return {
    id,
    create() {
      let params: Params | undefined;
      return {
        refit(history, context) {
          params = model.fit(history, context, options, params);
        },
        forecast(match) {
          if (params === undefined) return null;
          const distribution = model.predict(params, match);
          return { outcome: MarketBook.of(distribution).matchWinner(), distribution };
        },
      };
    },
  };
}

/** One third each: the forecast of someone who knows nothing. */
export function uniformForecaster(id = 'uniform'): ForecasterSpec {
  const third = 1 / 3;
  return {
    id,
    create: () => ({
      refit() {},
      forecast: () => ({ outcome: { home: third, draw: third, away: third }, distribution: null }),
    }),
  };
}

/** Closing prices with the margin taken out; silent where a match has no closing price. */
export function closingOddsForecaster(method: DevigMethod = 'power', id = `closing-odds-${method}`): ForecasterSpec {
  return {
    id,
    create: () => ({
      refit() {},
      forecast({ odds }) {
        if (odds === null || !odds.closing) return null;
        const [home, draw, away] = devig([odds.home, odds.draw, odds.away], method).probabilities;
        return { outcome: { home, draw, away }, distribution: null };
      },
    }),
  };
}

/** The comparison every backtest starts from, weakest first; closing odds are the mark to come close to. */
export function standardForecasters(): ForecasterSpec[] {
  return [
    uniformForecaster(),
    modelForecaster('base-rates', baseRates),
    modelForecaster('dixon-coles-plain', dixonColes, DIXON_COLES_PLAIN),
    modelForecaster('dixon-coles', dixonColes),
    closingOddsForecaster(),
  ];
}
