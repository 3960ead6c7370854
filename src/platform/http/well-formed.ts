const ESCAPED_SURROGATE = [String.raw`\ud`, String.raw`\uD`];

/**
 * Whether every text of a JSON document is Unicode: JSON can write half of a surrogate pair, which no database holds and
 * which much code trips over. `value` is what `json` was read to.
 */
export const isWellFormedJson = (json: Buffer, value: unknown): boolean =>
  !ESCAPED_SURROGATE.some((start) => json.includes(start)) || isWellFormed(value);

function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, entry]) => key.isWellFormed() && isWellFormed(entry));
}
