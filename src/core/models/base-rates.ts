import { observationsBetween, type GoalObservations } from './goal-observations.js';
import type { FitContext, GoalModel } from './model.js';
import { scoreMatrix, type ScoreDistribution } from './score-distribution.js';

export interface BaseRatesOptions {
  /** Observations older than this many days are left out. */
  windowDays: number;
  /** Weight, in matches, of independent Poisson goals with the same means; keeps unseen scores possible. >= 0. */
  smoothing: number;
}

export const BASE_RATES_DEFAULTS: Readonly<BaseRatesOptions> = { windowDays: 1096, smoothing: 10 };

export const BASE_RATES_SCHEMA = 'base-rates/1';

export interface BaseRatesParams {
  schema: typeof BASE_RATES_SCHEMA;
  maxGoals: number;
  /** Probability of h-a at h * (maxGoals + 1) + a. */
  cells: number[];
  fit: { asOfDay: number; matches: number };
}

/** Goals per match taken for granted before the first match. */
const USUAL_GOALS = { home: 1.5, away: 1.12 } as const;

function fit(
  observations: GoalObservations,
  context: FitContext = {},
  overrides: Partial<BaseRatesOptions> = {},
): BaseRatesParams {
  const { windowDays, smoothing } = { ...BASE_RATES_DEFAULTS, ...overrides };
  const asOfDay = context.asOfDay ?? (observations.day.at(-1) ?? 0) + 1;
  const { homeGoals, awayGoals } = observationsBetween(observations, asOfDay - windowDays, asOfDay);
  const matches = homeGoals.length;
  let home = smoothing * USUAL_GOALS.home;
  let away = smoothing * USUAL_GOALS.away;
  let most = 0;
  for (let m = 0; m < matches; m++) {
    home += homeGoals[m];
    away += awayGoals[m];
    most = Math.max(most, homeGoals[m], awayGoals[m]);
  }
  const weight = matches + smoothing;
  const means = weight > 0 ? { home: home / weight, away: away / weight } : USUAL_GOALS;
  const smooth = scoreMatrix({ kind: 'dixon-coles', ...means, rho: 0 });
  const maxGoals = Math.max(smooth.maxGoals, most);
  const size = maxGoals + 1;
  const cells = Array.from({ length: size * size }, () => 0);
  for (let m = 0; m < matches; m++) cells[homeGoals[m] * size + awayGoals[m]] += 1 / Math.max(weight, 1);
  const share = weight > 0 ? smoothing / weight : 1;
  for (let h = 0; h <= smooth.maxGoals; h++) {
    for (let a = 0; a <= smooth.maxGoals; a++) {
      cells[h * size + a] += share * smooth.cells[h * (smooth.maxGoals + 1) + a];
    }
  }
  return { schema: BASE_RATES_SCHEMA, maxGoals, cells, fit: { asOfDay, matches } };
}

function predict(params: BaseRatesParams): ScoreDistribution {
  if (params.schema !== BASE_RATES_SCHEMA)
    throw new RangeError(`parameters are ${params.schema}, not ${BASE_RATES_SCHEMA}`);
  return { kind: 'matrix', maxGoals: params.maxGoals, cells: params.cells };
}

/**
 * How often each score happened in the competition over the last three years, whoever played: the forecast every model
 * has to beat. Scores never seen get a little from independent Poisson goals.
 */
export const baseRates: GoalModel<BaseRatesParams, BaseRatesOptions> = { id: 'base-rates', fit, predict };
