import type { CountTraits } from './count-traits.js';

/**
 * Ratios to the league's mean of what a team does (attack) and of what is done to it (defence), jointly normal. Teams that do
 * much have little done to them, so that a match tells about both.
 */
export interface TeamStrength {
  attack: number;
  defence: number;
  attackVariance: number;
  defenceVariance: number;
  covariance: number;
}

/** What a team did and suffered beside what a ratio of 1 would have given, each divided by the over-dispersion. */
export interface TeamSums {
  done: number;
  doneExpected: number;
  suffered: number;
  sufferedExpected: number;
}

/** No team does next to nothing; keeps a normal tail from going below zero. */
const LOWEST_RATIO = 0.05;

/** A team of which nothing is known but its place among the teams of a league. */
export function unknownTeam(traits: CountTraits, attack = 1, defence = 1): TeamStrength {
  const { attackVariance, defenceVariance, sideCorrelation } = traits;
  const covariance = sideCorrelation * Math.sqrt(attackVariance * defenceVariance);
  return { attack, defence, attackVariance, defenceVariance, covariance };
}

/**
 * Update by counts whose variance is taken at the ratio expected before: the normal approximation of the Poisson likelihood
 * in two dimensions (Gelman et al., Bayesian Data Analysis, section 3.5, with the precision of each count known).
 */
export function afterMatches(before: TeamStrength, sums: TeamSums): TeamStrength {
  const { attackVariance: va, defenceVariance: vd, covariance: c } = before;
  const attackPrecision = sums.doneExpected / before.attack;
  const defencePrecision = sums.sufferedExpected / before.defence;
  const determinant = va * vd - c * c;
  const p11 = vd / determinant + attackPrecision;
  const p22 = va / determinant + defencePrecision;
  const p12 = -c / determinant;
  const scale = p11 * p22 - p12 * p12;
  // Residuals in units of precision, so that an empty sample changes nothing.
  const r1 = sums.done / before.attack - sums.doneExpected;
  const r2 = sums.suffered / before.defence - sums.sufferedExpected;
  return {
    attack: Math.max(LOWEST_RATIO, before.attack + (p22 * r1 - p12 * r2) / scale),
    defence: Math.max(LOWEST_RATIO, before.defence + (p11 * r2 - p12 * r1) / scale),
    attackVariance: p22 / scale,
    defenceVariance: p11 / scale,
    covariance: -p12 / scale,
  };
}

/**
 * The season after: pulled towards the average by `carry`, the correlation between seasons, the rest as uncertain as a team
 * nobody knows. Linear filter of a stationary first-order process.
 */
export function nextSeason(team: TeamStrength, carry: number, traits: CountTraits): TeamStrength {
  const fresh = unknownTeam(traits);
  const mixed = (old: number, anew: number): number => carry * carry * old + (1 - carry * carry) * anew;
  return {
    attack: 1 + carry * (team.attack - 1),
    defence: 1 + carry * (team.defence - 1),
    attackVariance: mixed(team.attackVariance, fresh.attackVariance),
    defenceVariance: mixed(team.defenceVariance, fresh.defenceVariance),
    covariance: mixed(team.covariance, fresh.covariance),
  };
}
