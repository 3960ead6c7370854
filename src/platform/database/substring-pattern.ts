import { Invalid } from '#core/kernel/domain-error.js';

const MAX_LENGTH = 100;

/**
 * Pattern for `ilike` that finds `text` anywhere, or undefined when there is nothing to look for. Throws Invalid naming
 * `field` for text that is too long, or that PostgreSQL cannot hold.
 */
export function substringPattern(text: string | undefined, field: string): string | undefined {
  const wanted = text?.trim();
  if (!wanted) return undefined;
  if (wanted.length > MAX_LENGTH) throw new Invalid(field, `${field} has more than ${MAX_LENGTH} characters`);
  if (wanted.includes('\0')) throw new Invalid(field, `${field} contains the character U+0000`);
  return `%${wanted.replace(/[\\%_]/g, '\\$&')}%`;
}
