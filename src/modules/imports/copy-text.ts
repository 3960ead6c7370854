/** A fact that the database would refuse, or that nobody could mean. The message names it and completes "refused: ...". */
export class RefusedFact extends Error {
  override readonly name = 'RefusedFact';
}

/** `\N` is how COPY's text format writes an unknown value. */
const UNKNOWN = '\\N';
const MAX_REAL = 1e9;

/** Text as COPY reads it. `maxLength` counts characters as PostgreSQL does, so an emoji is one. */
export function textField(name: string, value: string | null, maxLength: number): string {
  if (value === null) return UNKNOWN;
  if (value.length > maxLength && [...value].length > maxLength) {
    throw new RefusedFact(`${name} has more than ${maxLength} characters`);
  }
  return escapeText(name, value);
}

/** A whole number from 0 to `max`. */
export function countField(name: string, value: number | null, max: number): string {
  if (value === null) return UNKNOWN;
  if (!Number.isInteger(value) || value < 0 || value > max) {
    throw new RefusedFact(`${name} ${value} is not a whole number from 0 to ${max}`);
  }
  return String(value);
}

/** A number that a column of type real can hold. */
export function realField(name: string, value: number | null, min = -MAX_REAL, max = MAX_REAL): string {
  if (value === null) return UNKNOWN;
  if (!(value >= min && value <= max)) throw new RefusedFact(`${name} ${value} is not a number from ${min} to ${max}`);
  // Below what a real can tell from zero, PostgreSQL reports an error instead of rounding.
  return Math.abs(value) < 1e-30 ? '0' : String(value);
}

/** An instant, normalised so that equal instants are equal text. */
export function instantField(name: string, value: string): string {
  const instant = new Date(value);
  const year = instant.getUTCFullYear();
  if (!(year >= 1800 && year < 3000)) throw new RefusedFact(`${name} "${value}" is not an instant`);
  return instant.toISOString();
}

/** Backslash, tab and line ends are escaped; PostgreSQL's text cannot hold the character with code zero at all. */
function escapeText(name: string, value: string): string {
  // eslint-disable-next-line no-control-regex
  if (!/[\\\t\n\r\0]/.test(value)) return value;
  if (value.includes('\0')) throw new RefusedFact(`${name} holds a character with code zero`);
  return value.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}
