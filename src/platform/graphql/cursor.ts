import { Invalid } from '#core/kernel/domain-error.js';

type CursorPart = string | number | null;

/** Opaque text for a position in an ordered list. It names values, not an offset, so it stays valid as rows come and go. */
export function encodeCursor(parts: readonly CursorPart[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/**
 * The parts `encodeCursor` was given. `read` checks them and returns undefined when they are none of its list's
 * positions. Throws Invalid (BAD_USER_INPUT) naming the argument for text that is no such cursor.
 */
export function decodeCursor<Position>(
  text: string,
  argument: string,
  read: (parts: readonly unknown[]) => Position | undefined,
): Position {
  const position = read(partsOf(text));
  if (position !== undefined) return position;
  throw new Invalid(argument, `${argument} is not a cursor of this list`, 'BAD_USER_INPUT');
}

function partsOf(text: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
