export type DevigMethod = 'proportional' | 'power' | 'shin';

export interface FairProbabilities {
  /** The method that made the numbers, to be stored with them. */
  method: DevigMethod;
  /** One per price, in the same order; they sum to one. */
  probabilities: number[];
  /** Sum of the inverse prices minus one: 0.05 is a five per cent book. */
  overround: number;
  /** What the method solved for: the exponent (power), Shin's insider share z (shin), nothing (proportional). */
  parameter: number | null;
}

/** Root of a continuous function with a sign change on [low, high], by bisection to the last bit. */
function bisect(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  const rising = f(a) < 0;
  for (;;) {
    const middle = (a + b) / 2;
    if (middle <= a || middle >= b) return middle;
    if (f(middle) < 0 === rising) a = middle;
    else b = middle;
  }
}

function normalised(values: readonly number[]): number[] {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => value / sum);
}

function byPower(inverse: readonly number[]): { probabilities: number[]; parameter: number } {
  const excess = (k: number): number => inverse.reduce((sum, q) => sum + q ** k, -1);
  let high = 2;
  while (excess(high) > 0) high *= 2;
  const parameter = bisect(excess, 0, high);
  return { probabilities: normalised(inverse.map((q) => q ** parameter)), parameter };
}

function byShin(inverse: readonly number[], book: number): { probabilities: number[]; parameter: number } {
  const fair = (z: number): number[] =>
    inverse.map((q) => (Math.sqrt(z * z + (4 * (1 - z) * q * q) / book) - z) / (2 * (1 - z)));
  const excess = (z: number): number => fair(z).reduce((sum, p) => sum + p, -1);
  // A book without margin has no insiders in it: z = 0, which is the proportional answer.
  const parameter = book > 1 ? bisect(excess, 0, 0.9999) : 0;
  return { probabilities: normalised(fair(parameter)), parameter };
}

/**
 * Takes the bookmaker's margin out of a complete set of decimal prices (> 1, mutually exclusive, one must win).
 * proportional: inverse prices over their sum. power: inverse prices to the exponent k that makes them sum to one
 * (Clarke, Kovalchik & Ingram 2017). shin: Shin (1993) with the insider share z solved as in Jullien & Salanie (1994),
 * p = (sqrt(z^2 + 4 (1 - z) q^2 / sum q) - z) / (2 (1 - z)). RangeError for fewer than two prices or a price <= 1.
 */
export function devig(prices: readonly number[], method: DevigMethod): FairProbabilities {
  if (prices.length < 2) throw new RangeError('a market needs at least two prices');
  for (const price of prices) {
    if (!(price > 1 && price < Infinity)) throw new RangeError(`not a decimal price: ${price}`);
  }
  const inverse = prices.map((price) => 1 / price);
  const book = inverse.reduce((sum, q) => sum + q, 0);
  const overround = book - 1;
  if (method === 'power') return { method, overround, ...byPower(inverse) };
  if (method === 'shin') return { method, overround, ...byShin(inverse, book) };
  return { method, overround, probabilities: normalised(inverse), parameter: null };
}
