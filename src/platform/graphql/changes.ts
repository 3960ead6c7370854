import { Invalid } from '#core/kernel/domain-error.js';
import { parseId } from './parse-id.js';

interface ChangeRules<Row> {
  /** Fields that hold the id of something. */
  ids?: readonly (keyof Row & string)[];
  /** Fields that cannot be empty. */
  required?: readonly (keyof Row & string)[];
}

/**
 * The values of an input: what is absent stays absent, and null clears. Throws Invalid (BAD_USER_INPUT) naming the field
 * for a malformed id, and for a required field that is null.
 */
export function changesOf<Row>(input: object, { ids = [], required = [] }: ChangeRules<Row> = {}): Partial<Row> {
  const changes: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(input) as [keyof Row & string, unknown][]) {
    if (value === undefined) continue;
    if (value === null && required.includes(field)) {
      throw new Invalid(`input.${field}`, `input.${field} must not be null`, 'BAD_USER_INPUT');
    }
    changes[field] = ids.includes(field) && typeof value === 'string' ? parseId(value, `input.${field}`) : value;
  }
  return changes as Partial<Row>;
}
