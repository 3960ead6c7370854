import type { Objective } from './lbfgs.js';

/**
 * Weighted scores added up by ordered pair of teams, sorted by home team. The likelihood of a pair depends on its
 * matches only through these sums, so ten seasons cost no more per evaluation than the pairs that met.
 */
export interface PairTotals {
  teamCount: number;
  /** Pairs of home team i are firstPair[i] .. firstPair[i + 1] - 1. */
  firstPair: Int32Array;
  away: Int32Array;
  /** Sum of the weights of the pair's matches, and of those that ended 0-0, 0-1 and 1-0. */
  weight: Float64Array;
  nilNil: Float64Array;
  nilOne: Float64Array;
  oneNil: Float64Array;
  /** Weighted goals scored and conceded by team, and by all home and all away sides. */
  scored: Float64Array;
  conceded: Float64Array;
  /** Weighted matches by team. */
  matches: Float64Array;
  homeGoals: number;
  awayGoals: number;
  /** Weight of all matches that ended 1-1. */
  oneOne: number;
  total: number;
}

/**
 * What pulls the parameters when the data are silent: a normal prior. Its precision about the team means is `strength`
 * along (attack + defence) / sqrt 2, good sides against bad ones, and `openness` along (attack - defence) / sqrt 2, sides
 * whose matches have many goals against sides whose matches have few.
 */
export interface StrengthPrior {
  attack: Float64Array;
  defence: Float64Array;
  strength: number;
  openness: number;
  intercept: number;
  interceptPrecision: number;
  homeAdvantage: number;
  homeAdvantagePrecision: number;
  rhoPrecision: number;
}

/** Corrections below this are outside the model's domain. */
const SMALLEST_TAU = 1e-9;

/** Rough Fisher information about rho in one match of ordinary scoring; only steers the search. */
const RHO_INFORMATION = 0.4;

/** Keeps the preconditioner positive for a team that has not scored. */
const LEAST_CURVATURE = 0.1;

/** Adds matches up by ordered pair; `home`, `away` index 0..teamCount-1 and match m counts `weights[m]` >= 0. */
export function totalByPair(
  teamCount: number,
  home: ArrayLike<number>,
  away: ArrayLike<number>,
  homeGoals: ArrayLike<number>,
  awayGoals: ArrayLike<number>,
  weights: Float64Array,
): PairTotals {
  const slots = new Int32Array(teamCount * teamCount);
  for (let m = 0; m < home.length; m++) slots[home[m] * teamCount + away[m]] = 1;
  const firstPair = new Int32Array(teamCount + 1);
  let pairs = 0;
  for (let i = 0, cell = 0; i < teamCount; i++) {
    for (let j = 0; j < teamCount; j++, cell++) if (slots[cell] === 1) slots[cell] = pairs++;
    firstPair[i + 1] = pairs;
  }
  const totals: PairTotals = {
    teamCount,
    firstPair,
    away: new Int32Array(pairs),
    weight: new Float64Array(pairs),
    nilNil: new Float64Array(pairs),
    nilOne: new Float64Array(pairs),
    oneNil: new Float64Array(pairs),
    scored: new Float64Array(teamCount),
    conceded: new Float64Array(teamCount),
    matches: new Float64Array(teamCount),
    homeGoals: 0,
    awayGoals: 0,
    oneOne: 0,
    total: 0,
  };
  const { scored, conceded, matches } = totals;
  for (let m = 0; m < home.length; m++) {
    const i = home[m];
    const j = away[m];
    const x = homeGoals[m];
    const y = awayGoals[m];
    const w = weights[m];
    const pair = slots[i * teamCount + j];
    totals.away[pair] = j;
    totals.weight[pair] += w;
    totals.total += w;
    totals.homeGoals += w * x;
    totals.awayGoals += w * y;
    matches[i] += w;
    matches[j] += w;
    scored[i] += w * x;
    scored[j] += w * y;
    conceded[i] += w * y;
    conceded[j] += w * x;
    if (x > 1 || y > 1) continue;
    if (x === 0) totals[y === 0 ? 'nilNil' : 'nilOne'][pair] += w;
    else if (y === 0) totals.oneNil[pair] += w;
    else totals.oneOne += w;
  }
  return totals;
}

/**
 * Negative penalised log-likelihood of Dixon & Coles (1997, equation 4.4 with the weights of 5.1) and its gradient:
 * log lambda = intercept + home + attack_i - defence_j, log mu = intercept + attack_j - defence_i, times tau(rho).
 * Vector layout: intercept, home advantage, rho, attack of teams 0..n-1, defence of teams 0..n-1.
 * Goals enter linearly, so their logarithms never appear in the loop, and exp is taken per team, not per match.
 * Adding a constant to all attacks (defences) and taking it from the intercept changes no prediction. A penalty on the
 * mean distance of the attacks (defences) from their prior means removes that freedom; it is zero at the optimum.
 */
export class DixonColesLikelihood implements Objective {
  readonly dimension: number;
  private readonly attackFactor: Float64Array;
  private readonly defenceFactor: Float64Array;
  private readonly ridge: number;
  private readonly coupling: number;
  private readonly gauge: number;

  constructor(
    private readonly totals: PairTotals,
    private readonly prior: StrengthPrior,
  ) {
    this.dimension = 3 + 2 * totals.teamCount;
    this.attackFactor = new Float64Array(totals.teamCount);
    this.defenceFactor = new Float64Array(totals.teamCount);
    this.ridge = (prior.openness + prior.strength) / 2;
    this.coupling = (prior.openness - prior.strength) / 2;
    this.gauge = (totals.homeGoals + totals.awayGoals) / Math.max(1, totals.teamCount);
  }

  evaluate(x: Float64Array, gradient: Float64Array): number {
    const { teamCount: n, firstPair, away, weight, nilNil, nilOne, oneNil } = this.totals;
    const { attackFactor, defenceFactor } = this;
    const rho = x[2];
    for (let i = 0; i < n; i++) {
      attackFactor[i] = Math.exp(x[3 + i]);
      defenceFactor[i] = Math.exp(-x[3 + n + i]);
    }
    let value = this.startWithPrior(x, gradient);
    const awayLevel = Math.exp(x[0]);
    const homeLevel = awayLevel * Math.exp(x[1]);
    let homeSum = 0;
    let awaySum = 0;
    let rhoSum = 0;
    let tauSum = 0;
    for (let i = 0; i < n; i++) {
      const homeAttack = homeLevel * attackFactor[i];
      const homeDefence = awayLevel * defenceFactor[i];
      let rowHome = 0;
      let rowAway = 0;
      for (let pair = firstPair[i]; pair < firstPair[i + 1]; pair++) {
        const j = away[pair];
        const lambda = homeAttack * defenceFactor[j];
        const mu = homeDefence * attackFactor[j];
        let dHome = weight[pair] * lambda;
        let dAway = weight[pair] * mu;
        value += dHome + dAway;
        if (nilNil[pair] > 0) {
          const both = lambda * mu;
          const tau = 1 - both * rho;
          if (!(tau > SMALLEST_TAU)) return Infinity;
          tauSum += nilNil[pair] * Math.log(tau);
          const part = (nilNil[pair] * both) / tau;
          rhoSum += part;
          dHome += part * rho;
          dAway += part * rho;
        }
        if (nilOne[pair] > 0) {
          const tau = 1 + lambda * rho;
          if (!(tau > SMALLEST_TAU)) return Infinity;
          tauSum += nilOne[pair] * Math.log(tau);
          const part = (nilOne[pair] * lambda) / tau;
          rhoSum -= part;
          dHome -= part * rho;
        }
        if (oneNil[pair] > 0) {
          const tau = 1 + mu * rho;
          if (!(tau > SMALLEST_TAU)) return Infinity;
          tauSum += oneNil[pair] * Math.log(tau);
          const part = (oneNil[pair] * mu) / tau;
          rhoSum -= part;
          dAway -= part * rho;
        }
        rowHome += dHome;
        rowAway += dAway;
        gradient[3 + n + j] -= dHome;
        gradient[3 + j] += dAway;
      }
      gradient[3 + i] += rowHome;
      gradient[3 + n + i] -= rowAway;
      homeSum += rowHome;
      awaySum += rowAway;
    }
    if (this.totals.oneOne > 0) {
      const tau = 1 - rho;
      if (!(tau > SMALLEST_TAU)) return Infinity;
      tauSum += this.totals.oneOne * Math.log(tau);
      rhoSum += this.totals.oneOne / tau;
    }
    gradient[0] += homeSum + awaySum;
    gradient[1] += homeSum;
    gradient[2] += rhoSum;
    return value - tauSum;
  }

  /** Everything that is linear or quadratic in the parameters: the goals and the prior. Overwrites `gradient`. */
  private startWithPrior(x: Float64Array, gradient: Float64Array): number {
    const { teamCount: n, scored, conceded, homeGoals, awayGoals } = this.totals;
    const { prior, ridge, coupling, gauge } = this;
    const levelGap = x[0] - prior.intercept;
    const homeGap = x[1] - prior.homeAdvantage;
    gradient[0] = prior.interceptPrecision * levelGap - homeGoals - awayGoals;
    gradient[1] = prior.homeAdvantagePrecision * homeGap - homeGoals;
    gradient[2] = prior.rhoPrecision * x[2];
    let penalty =
      prior.interceptPrecision * levelGap * levelGap +
      prior.homeAdvantagePrecision * homeGap * homeGap +
      prior.rhoPrecision * x[2] * x[2];
    let linear = (homeGoals + awayGoals) * x[0] + homeGoals * x[1];
    let attackGap = 0;
    let defenceGap = 0;
    for (let i = 0; i < n; i++) {
      const a = x[3 + i] - prior.attack[i];
      const d = x[3 + n + i] - prior.defence[i];
      attackGap += a;
      defenceGap += d;
      penalty += ridge * (a * a + d * d) - 2 * coupling * a * d;
      linear += scored[i] * x[3 + i] - conceded[i] * x[3 + n + i];
      gradient[3 + i] = ridge * a - coupling * d - scored[i];
      gradient[3 + n + i] = ridge * d - coupling * a + conceded[i];
    }
    if (n > 0) {
      penalty += (gauge * (attackGap * attackGap + defenceGap * defenceGap)) / n;
      for (let i = 0; i < n; i++) {
        gradient[3 + i] += (gauge * attackGap) / n;
        gradient[3 + n + i] += (gauge * defenceGap) / n;
      }
    }
    return penalty / 2 - linear;
  }

  /** A cheap guess: goals scored and conceded per match against the average, shrunk by the prior. */
  start(): Float64Array {
    const { teamCount: n, scored, conceded, homeGoals, awayGoals, matches, total } = this.totals;
    const { prior, ridge } = this;
    const x = new Float64Array(this.dimension);
    x[0] = Math.log((awayGoals + Math.exp(prior.intercept)) / (total + 1));
    x[1] = prior.homeAdvantage;
    const rate = total > 0 ? (homeGoals + awayGoals) / (2 * total) : 1;
    for (let i = 0; i < n; i++) {
      const expected = rate * matches[i] + ridge + 1;
      x[3 + i] = Math.log((scored[i] + (ridge + 1) * Math.exp(prior.attack[i])) / expected);
      x[3 + n + i] = -Math.log((conceded[i] + (ridge + 1) * Math.exp(-prior.defence[i])) / expected);
    }
    return x;
  }

  /** Diagonal of the Hessian near the optimum, without the small tau terms: the preconditioner of the search. */
  curvature(): Float64Array {
    const { teamCount: n, scored, conceded, homeGoals, awayGoals, total } = this.totals;
    const { prior, ridge } = this;
    const diagonal = new Float64Array(this.dimension);
    diagonal[0] = prior.interceptPrecision + homeGoals + awayGoals;
    diagonal[1] = prior.homeAdvantagePrecision + homeGoals;
    diagonal[2] = prior.rhoPrecision + RHO_INFORMATION * total;
    for (let i = 0; i < n; i++) {
      diagonal[3 + i] = ridge + scored[i] + LEAST_CURVATURE;
      diagonal[3 + n + i] = ridge + conceded[i] + LEAST_CURVATURE;
    }
    return diagonal;
  }
}
