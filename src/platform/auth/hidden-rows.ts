import type { Visibility } from './caller.js';

/**
 * Before a row of a register's number is changed instead of another made: not one that is private and that the caller does
 * not see. `find` reads it as far as somebody sees it. Throws `taken`.
 */
export async function refuseHidden(
  visibility: Visibility,
  find: (visibility: Visibility) => Promise<object | undefined>,
  taken: () => Error,
): Promise<void> {
  if (visibility.onlyOwner === undefined) return;
  if ((await find(visibility)) === undefined && (await find({})) !== undefined) throw taken();
}
