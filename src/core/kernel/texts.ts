import { Invalid } from './domain-error.js';

/**
 * Throws Invalid naming the first field whose text is longer than `longest` allows (in characters), or that no database
 * can hold. Fields that are absent or no text are left alone.
 */
export function checkTexts(values: object, longest: Readonly<Record<string, number>> = {}): void {
  for (const [field, value] of Object.entries(values)) {
    if (typeof value !== 'string') continue;
    if (value.includes('\0')) throw new Invalid(field, `${field} contains the character U+0000`);
    if (!value.isWellFormed()) throw new Invalid(field, `${field} contains half of a surrogate pair`);
    const most = longest[field] ?? Infinity;
    if ([...value].length > most) throw new Invalid(field, `${field} has more than ${most} characters`);
  }
}
