/** Rounded half up to a number of decimals. */
export function round(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  // Adding 0 turns a negative zero into zero.
  return Math.round(value * scale) / scale + 0;
}

/** Printed confidences never exceed the real one, so that a printed 0.7 is always in the class that starts there. */
export function roundDown(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.floor(value * scale + 1e-9) / scale;
}

export interface Parts {
  home: number;
  away: number;
  total: number;
}

/**
 * Two values >= 0 and their total, so rounded that the printed values add up: the total from the unrounded values, the
 * parts cut off, and what is missing given to the part that lost more. Each is within one unit of its own value.
 */
export function roundParts(home: number, away: number, decimals: number): Parts {
  const scale = 10 ** decimals;
  const total = Math.round((home + away) * scale);
  const cutHome = Math.floor(home * scale);
  const cutAway = Math.floor(away * scale);
  const missing = total - cutHome - cutAway;
  const homeLostMore = home * scale - cutHome >= away * scale - cutAway;
  const toHome = missing === 2 ? 1 : missing === 1 && homeLostMore ? 1 : 0;
  const printedHome = cutHome + toHome;
  return { home: printedHome / scale, away: (total - printedHome) / scale, total: total / scale };
}
