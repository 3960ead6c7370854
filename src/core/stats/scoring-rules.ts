/** Probabilities of home win, draw and away win; they sum to one. */
export interface OutcomeProbabilities {
  home: number;
  draw: number;
  away: number;
}

/** Index of a result in the order home, draw, away. */
export const HOME = 0;
export const DRAW = 1;
export const AWAY = 2;
export type OutcomeIndex = 0 | 1 | 2;

/** Smallest probability a logarithmic score looks at, so that one impossible event does not make a mean infinite. */
export const LOG_FLOOR = 1e-15;

/** The result of a match as an index in the order home, draw, away. */
export function outcomeOf(homeGoals: number, awayGoals: number): OutcomeIndex {
  if (homeGoals > awayGoals) return HOME;
  return homeGoals === awayGoals ? DRAW : AWAY;
}

/** The probability given to one outcome. */
export function probabilityOf(p: OutcomeProbabilities, outcome: OutcomeIndex): number {
  if (outcome === HOME) return p.home;
  return outcome === DRAW ? p.draw : p.away;
}

/**
 * Ranked probability score of a three-way forecast in the order home, draw, away: half the sum of squared cumulative
 * errors, 0 (perfect) to 1. Epstein (1969); for football Constantinou & Fenton (2012).
 */
export function rankedProbabilityScore(p: OutcomeProbabilities, outcome: OutcomeIndex): number {
  const first = p.home - (outcome === HOME ? 1 : 0);
  const last = p.away - (outcome === AWAY ? 1 : 0);
  return (first * first + last * last) / 2;
}

/** Logarithmic score, -ln of the probability given to what happened (Good 1952), in nats; floored at `LOG_FLOOR`. */
export function logLoss(probabilityOfOutcome: number): number {
  return -Math.log(Math.max(probabilityOfOutcome, LOG_FLOOR));
}

/** Logarithmic score of a yes/no forecast. */
export function binaryLogLoss(probability: number, happened: boolean): number {
  return logLoss(happened ? probability : 1 - probability);
}

/** Brier score (1950) summed over the three classes, 0 to 2. */
export function brierScore(p: OutcomeProbabilities, outcome: OutcomeIndex): number {
  const home = p.home - (outcome === HOME ? 1 : 0);
  const draw = p.draw - (outcome === DRAW ? 1 : 0);
  const away = p.away - (outcome === AWAY ? 1 : 0);
  return home * home + draw * draw + away * away;
}

/** Brier score of a yes/no forecast, 0 to 1. */
export function binaryBrierScore(probability: number, happened: boolean): number {
  const error = probability - (happened ? 1 : 0);
  return error * error;
}

/** True when the most likely outcome is the one that happened; ties go to home, then draw. */
export function isHit(p: OutcomeProbabilities, outcome: OutcomeIndex): boolean {
  const best = p.home >= p.draw && p.home >= p.away ? HOME : p.draw >= p.away ? DRAW : AWAY;
  return best === outcome;
}

function surprise(p: number): number {
  return p > 0 ? -p * Math.log(p) : 0;
}

/** Shannon entropy of a forecast in nats: ln 3 for "no idea", 0 for certainty. Its mean measures sharpness. */
export function entropy(p: OutcomeProbabilities): number {
  return surprise(p.home) + surprise(p.draw) + surprise(p.away);
}
