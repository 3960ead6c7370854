/**
 * Reading of answers nobody promises the shape of. What is absent, null or blank is unknown (null); what is present but
 * cannot be what it should be makes the row unreadable, because a wrong guess would overwrite what is known.
 */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Something in an answer is of an impossible kind. Says where and what was expected, never what was found. */
export class MalformedAnswer extends Error {
  override readonly name = 'MalformedAnswer';

  constructor(where: string, expected: string) {
    super(`${where} is not ${expected}`);
  }
}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws MalformedAnswer for anything but an object. */
export function record(value: unknown, where: string): JsonRecord {
  if (isRecord(value)) return value;
  throw new MalformedAnswer(where, 'an object');
}

/** An empty object when unknown. */
export function optionalRecord(value: unknown, where: string): JsonRecord {
  return value === undefined || value === null ? {} : record(value, where);
}

/** No rows when unknown. */
export function list(value: unknown, where: string): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value as unknown[];
  throw new MalformedAnswer(where, 'a list');
}

/** The first list found under one of the names, or the answer itself. @throws MalformedAnswer when there is none. */
export function listAt(answer: unknown, names: readonly string[]): readonly unknown[] {
  if (Array.isArray(answer)) return answer as unknown[];
  const outer = record(answer, 'the answer');
  const name = names.find((each) => each in outer);
  if (name === undefined) throw new MalformedAnswer('the answer', `a list of ${names.join(' or ')}`);
  return list(outer[name], name);
}

/** Nothing, an empty object or an empty list: the answer for what there is none of. */
export function isEmpty(answer: unknown): boolean {
  return answer === undefined || answer === null || (typeof answer === 'object' && Object.keys(answer).length === 0);
}

/** An opaque id; whole numbers as their digits. @throws MalformedAnswer also when unknown. */
export function identifier(value: unknown, where: string): string {
  return text(Number.isSafeInteger(value) ? String(value) : value, where);
}

/** Trimmed. */
export function optionalText(value: unknown, where: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value.trim() || null;
  throw new MalformedAnswer(where, 'text');
}

/** @throws MalformedAnswer also when unknown. */
export function text(value: unknown, where: string): string {
  const known = optionalText(value, where);
  if (known === null) throw new MalformedAnswer(where, 'given');
  return known;
}

/** The first of several fields that is known. */
export function firstText(from: JsonRecord, names: readonly string[], where: string): string | null {
  for (const name of names) {
    const known = optionalText(from[name], `${where}.${name}`);
    if (known !== null) return known;
  }
  return null;
}

/** A number, or one written as text: `"5"`, `"+21"`, `"4.0"`. */
export function optionalNumber(value: unknown, where: string): number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'string') {
    const written = value.trim();
    if (written === '') return null;
    if (/^[+-]?\d{1,12}(\.\d+)?$/.test(written)) return Number(written);
  }
  throw new MalformedAnswer(where, 'a number');
}

/** A whole number from 0 to 32767. */
export function optionalCount(value: unknown, where: string): number | null {
  const known = optionalNumber(value, where);
  if (known === null || (Number.isInteger(known) && known >= 0 && known <= 32_767)) return known;
  throw new MalformedAnswer(where, 'a count');
}
