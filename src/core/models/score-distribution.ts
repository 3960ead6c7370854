import { takeFloats } from './float-slab.js';

/**
 * The joint distribution of the final score of one match, as plain JSON.
 * `dixon-coles`: independent Poisson counts with means `home` and `away` (goals per match, >= 0), the four lowest scores
 * corrected by `rho`. `matrix`: `cells[h * (maxGoals + 1) + a]` is proportional to the probability of h-a.
 */
export type ScoreDistribution =
  | { kind: 'dixon-coles'; home: number; away: number; rho: number }
  | { kind: 'matrix'; maxGoals: number; cells: number[] };

/** Probabilities of all scores 0-0 .. maxGoals-maxGoals; they sum to one. Row = home goals, column = away goals. */
export interface ScoreMatrix {
  readonly maxGoals: number;
  readonly cells: Float64Array;
}

/** Each side may lose this much probability to truncation; two sides stay below 1e-9. */
const TRUNCATED_TAIL = 4e-10;

/** Means above this are refused: no sport counted in goals has them, and the matrix would be huge. */
export const HIGHEST_MEAN = 100;

/** 1/k, because a division takes longer than all else in the recurrence p(k) = p(k - 1) mean / k. */
const RECIPROCALS = Float64Array.from({ length: 256 }, (_, k) => 1 / k);

/** Smallest K with P(X > K) <= 4e-10 for X ~ Poisson(mean), where `none` = P(X = 0); below 200 for the means allowed. */
function truncationPoint(mean: number, none: number): number {
  let term = none;
  let below = none;
  let k = 0;
  while (below < 1 - TRUNCATED_TAIL) {
    k++;
    term *= mean * RECIPROCALS[k];
    below += term;
  }
  return k;
}

/**
 * `rho` brought into the range in which all four corrections are non-negative,
 * max(-1/lambda, -1/mu) <= rho <= min(1/(lambda mu), 1). Dixon & Coles (1997), section 4.
 */
function admissibleRho(lambda: number, mu: number, rho: number): number {
  return Math.min(Math.max(rho, -1 / lambda, -1 / mu), 1 / (lambda * mu), 1);
}

/**
 * Poisson product with the Dixon-Coles correction tau(0,0) = 1 - lambda mu rho, tau(0,1) = 1 + lambda rho,
 * tau(1,0) = 1 + mu rho, tau(1,1) = 1 - rho (1997, equation 4.2). The correction moves mass between those four cells only.
 */
function dixonColesMatrix(lambda: number, mu: number, rho: number): ScoreMatrix {
  if (!(lambda >= 0 && mu >= 0 && lambda <= HIGHEST_MEAN && mu <= HIGHEST_MEAN)) {
    throw new RangeError(`goal expectations must be between 0 and ${HIGHEST_MEAN}, got ${lambda} and ${mu}`);
  }
  const noHome = Math.exp(-lambda);
  const noAway = Math.exp(-mu);
  const maxGoals = Math.max(1, lambda > mu ? truncationPoint(lambda, noHome) : truncationPoint(mu, noAway));
  const size = maxGoals + 1;
  const cells = takeFloats(size * size);
  // The first row holds the away side's own distribution until the last step scales it.
  let home = noHome;
  let away = noAway;
  let homeSum = home;
  let awaySum = away;
  cells[0] = away;
  for (let goals = 1; goals < size; goals++) {
    home *= lambda * RECIPROCALS[goals];
    away *= mu * RECIPROCALS[goals];
    homeSum += home;
    awaySum += away;
    cells[goals] = away;
  }
  const first = noHome / (homeSum * awaySum);
  home = first;
  for (let h = 1; h < size; h++) {
    home *= lambda * RECIPROCALS[h];
    const row = h * size;
    for (let a = 0; a < size; a++) cells[row + a] = home * cells[a];
  }
  for (let a = 0; a < size; a++) cells[a] *= first;
  const correlation = admissibleRho(lambda, mu, rho);
  cells[0] *= 1 - lambda * mu * correlation;
  cells[1] *= 1 + lambda * correlation;
  cells[size] *= 1 + mu * correlation;
  cells[size + 1] *= 1 - correlation;
  return { maxGoals, cells };
}

function normalisedMatrix(maxGoals: number, values: readonly number[]): ScoreMatrix {
  const size = maxGoals + 1;
  if (!Number.isInteger(maxGoals) || maxGoals < 0 || values.length !== size * size) {
    throw new RangeError(`${values.length} cells do not make a matrix of 0..${maxGoals} goals`);
  }
  const cells = Float64Array.from(values);
  let sum = 0;
  for (const cell of cells) {
    if (!(cell >= 0)) throw new RangeError(`not a probability: ${cell}`);
    sum += cell;
  }
  if (!(sum > 0 && sum < Infinity)) throw new RangeError('the cells of a score matrix must have a positive finite sum');
  for (let i = 0; i < cells.length; i++) cells[i] /= sum;
  return { maxGoals, cells };
}

/**
 * The one joint score matrix every market is read from. Dixon-Coles distributions are cut where at least 1 - 1e-9 of
 * the mass is inside and renormalised; matrices are normalised. RangeError for means outside 0..100, cells that are
 * negative, not numbers, all zero or of the wrong number.
 */
export function scoreMatrix(distribution: ScoreDistribution): ScoreMatrix {
  if (distribution.kind === 'matrix') return normalisedMatrix(distribution.maxGoals, distribution.cells);
  return dixonColesMatrix(distribution.home, distribution.away, distribution.rho);
}
