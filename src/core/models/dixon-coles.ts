import { decayWeight } from '#core/stats/weighted-moments.js';
import { DixonColesLikelihood, totalByPair, type PairTotals, type StrengthPrior } from './dixon-coles-likelihood.js';
import { observationsBetween, type GoalObservations, type TeamKey } from './goal-observations.js';
import { minimise, type Objective } from './lbfgs.js';
import type { Fixture, FitContext, GoalModel } from './model.js';
import { seasonsSinceArrival } from './newcomers.js';
import { HIGHEST_MEAN, type ScoreDistribution } from './score-distribution.js';

/** Attack and defence on the logarithmic scale; for both, more is better and 0 is the average team. */
export interface Strength {
  attack: number;
  defence: number;
}

export interface DixonColesOptions {
  /** Decay of the weight of a match per day of age, xi of Dixon & Coles (1997) section 5.1; 0.0022 halves it in 315 days. */
  xi: number;
  /** Observations older than this many days are left out. */
  windowDays: number;
  /** Prior precision of (attack + defence) / sqrt 2: how many goals' worth of evidence hold a side to its prior mean. > 0. */
  ridge: number;
  /** Prior precision of (attack - defence) / sqrt 2. Larger than `ridge`: sides differ in quality more than in openness. > 0. */
  opennessRidge: number;
  /** Prior mean of a side new to the competition, against 0 for one that stayed. Also used for sides never seen. */
  newcomer: Strength;
  /** The newcomer's prior mean is multiplied by this for each season it has stayed, 0..1. */
  newcomerFade: number;
}

/**
 * Chosen by walk-forward RPS and log loss on the English, Spanish, Italian, German and French first divisions of 2010/11
 * to 2014/15 (9,130 matches), before any later season was scored with them. RPS is flat there: half or double of
 * a ridge, of `newcomer` or of `newcomerFade` costs at most 0.0004, of xi 0.0006. `ridge` is what the match winner needs,
 * `opennessRidge` what the goal markets need.
 */
export const DIXON_COLES_DEFAULTS: Readonly<DixonColesOptions> = {
  xi: 0.0022,
  windowDays: 1827,
  ridge: 10,
  opennessRidge: 40,
  newcomer: { attack: -0.2, defence: -0.2 },
  newcomerFade: 0.8,
};

/** The model of the paper: maximum likelihood, with only as much prior as keeps a side that never scored finite. */
export const DIXON_COLES_PLAIN: Readonly<DixonColesOptions> = {
  xi: 0.0018,
  windowDays: 1827,
  ridge: 0.001,
  opennessRidge: 0.001,
  newcomer: { attack: 0, defence: 0 },
  newcomerFade: 0,
};

export const DIXON_COLES_SCHEMA = 'dixon-coles/1';

/** Goals per match: log lambda = intercept + homeAdvantage + attack_home - defence_away, log mu = intercept + attack_away - defence_home. */
export interface DixonColesParams {
  schema: typeof DIXON_COLES_SCHEMA;
  intercept: number;
  homeAdvantage: number;
  /** Dependence of the scores 0-0, 0-1, 1-0 and 1-1; negative means more draws. */
  rho: number;
  teams: TeamKey[];
  /** In the order of `teams`; their mean is zero, as is that of `defence`. */
  attack: number[];
  defence: number[];
  /** What a side that is not in `teams` is taken for, on the same scale. */
  newcomer: Strength;
  fit: { asOfDay: number; matches: number; effectiveMatches: number; iterations: number; converged: boolean };
}

/** Where the level of scoring starts before there are data: 1.12 away goals a match and 35 % more at home. */
const LEVEL_PRIOR = {
  intercept: Math.log(1.12),
  interceptPrecision: 0.1,
  homeAdvantage: 0.3,
  homeAdvantagePrecision: 1,
  rhoPrecision: 1,
} as const;

/** Gradient at which the search stops, per unit of weight; with the default ridge it leaves rates exact to about 1e-5. */
const GRADIENT_TOLERANCE = 1e-6;
const MAX_ITERATIONS = 500;

/** The window's matches by ordered pair, and the teams in them renumbered 0..n-1. Loops, because they run at every refit. */
function weighedPairs(seen: GoalObservations, asOfDay: number, xi: number): { ids: number[]; totals: PairTotals } {
  const count = seen.day.length;
  const numberOf = new Int32Array(seen.teams.length).fill(-1);
  const ids: number[] = [];
  const home = new Int32Array(count);
  const away = new Int32Array(count);
  const weights = new Float64Array(count);
  for (let m = 0; m < count; m++) {
    const h = seen.home[m];
    const a = seen.away[m];
    if (numberOf[h] < 0) numberOf[h] = ids.push(h) - 1;
    if (numberOf[a] < 0) numberOf[a] = ids.push(a) - 1;
    home[m] = numberOf[h];
    away[m] = numberOf[a];
    weights[m] = decayWeight(asOfDay - seen.day[m], xi);
  }
  return { ids, totals: totalByPair(ids.length, home, away, seen.homeGoals, seen.awayGoals, weights) };
}

function priorOf(ids: readonly number[], arrivals: Int32Array, options: DixonColesOptions): StrengthPrior {
  const share = Float64Array.from(ids, (team) => (arrivals[team] < 0 ? 0 : options.newcomerFade ** arrivals[team]));
  return {
    ...LEVEL_PRIOR,
    attack: share.map((part) => part * options.newcomer.attack),
    defence: share.map((part) => part * options.newcomer.defence),
    strength: options.ridge,
    openness: options.opennessRidge,
  };
}

function mean(x: Float64Array): number {
  return x.length === 0 ? 0 : x.reduce((sum, value) => sum + value, 0) / x.length;
}

/**
 * Puts earlier parameters where they belong in the start vector; teams they do not know keep the cheap guess. Matches
 * added since may have made the earlier rho impossible, and then the search starts from independence.
 */
function warmStart(x: Float64Array, teams: readonly TeamKey[], start: DixonColesParams, objective: Objective): void {
  x[0] = start.intercept;
  x[1] = start.homeAdvantage;
  x[2] = start.rho;
  teams.forEach((team, i) => {
    const known = start.teams.indexOf(team);
    if (known < 0) return;
    x[3 + i] = start.attack[known];
    x[3 + teams.length + i] = start.defence[known];
  });
  if (!Number.isFinite(objective.evaluate(x, new Float64Array(x.length)))) x[2] = 0;
}

function fit(
  observations: GoalObservations,
  context: FitContext = {},
  overrides: Partial<DixonColesOptions> = {},
  start?: DixonColesParams,
): DixonColesParams {
  const options = { ...DIXON_COLES_DEFAULTS, ...overrides };
  if (!(options.ridge > 0 && options.opennessRidge > 0)) throw new RangeError('ridge and opennessRidge must be > 0');
  const lastDay = observations.day.at(-1) ?? 0;
  const asOfDay = context.asOfDay ?? lastDay + 1;
  const past = observationsBetween(observations, -Infinity, asOfDay);
  const seen = observationsBetween(past, asOfDay - options.windowDays, asOfDay);
  const { ids, totals } = weighedPairs(seen, asOfDay, options.xi);
  const teams = ids.map((id) => seen.teams[id]);
  const n = teams.length;
  const season = context.season ?? past.season.at(-1) ?? 0;
  const prior = priorOf(ids, seasonsSinceArrival(past, season, context.roster), options);
  const likelihood = new DixonColesLikelihood(totals, prior);
  const x = likelihood.start();
  if (start !== undefined) warmStart(x, teams, start, likelihood);
  const { iterations, converged } = minimise(likelihood, x, {
    gradientTolerance: GRADIENT_TOLERANCE * (1 + totals.total),
    maxIterations: MAX_ITERATIONS,
    curvature: likelihood.curvature(),
  });
  const attack = x.subarray(3, 3 + n);
  const defence = x.subarray(3 + n);
  const meanAttack = mean(attack);
  const meanDefence = mean(defence);
  return {
    schema: DIXON_COLES_SCHEMA,
    intercept: x[0] + meanAttack - meanDefence,
    homeAdvantage: x[1],
    rho: x[2],
    teams,
    attack: Array.from(attack, (value) => value - meanAttack),
    defence: Array.from(defence, (value) => value - meanDefence),
    newcomer: { attack: options.newcomer.attack - meanAttack, defence: options.newcomer.defence - meanDefence },
    fit: { asOfDay, matches: seen.day.length, effectiveMatches: totals.total, iterations, converged },
  };
}

function predict(params: DixonColesParams, fixture: Fixture): ScoreDistribution {
  if (params.schema !== DIXON_COLES_SCHEMA)
    throw new RangeError(`parameters are ${params.schema}, not ${DIXON_COLES_SCHEMA}`);
  const home = params.teams.indexOf(fixture.home);
  const away = params.teams.indexOf(fixture.away);
  const { attack, defence, newcomer, intercept } = params;
  const homeAttack = home < 0 ? newcomer.attack : attack[home];
  const homeDefence = home < 0 ? newcomer.defence : defence[home];
  const awayAttack = away < 0 ? newcomer.attack : attack[away];
  const awayDefence = away < 0 ? newcomer.defence : defence[away];
  // Maximum likelihood on a handful of matches can expect any number of goals.
  return {
    kind: 'dixon-coles',
    home: Math.min(HIGHEST_MEAN, Math.exp(intercept + params.homeAdvantage + homeAttack - awayDefence)),
    away: Math.min(HIGHEST_MEAN, Math.exp(intercept + awayAttack - homeDefence)),
    rho: params.rho,
  };
}

/**
 * Dixon & Coles (1997), "Modelling association football scores and inefficiencies in the football betting market":
 * attack and defence per team, home advantage, correlation of the low scores, matches weighted by exp(-xi t); maximum a
 * posteriori instead of maximum likelihood, with priors for the teams and for newcomers. `fit` throws RangeError for a
 * ridge that is not positive, `predict` for parameters of another schema.
 */
export const dixonColes: GoalModel<DixonColesParams, DixonColesOptions> = { id: 'dixon-coles', fit, predict };
