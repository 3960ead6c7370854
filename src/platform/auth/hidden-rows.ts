import type { Visibility } from './caller.js';

/**
 * Before a row is changed: who does not see a private row may not change it either, and is told what he would be told
 * if it were not his to know. `find` reads the row as far as somebody sees it. Throws `refusal`.
 */
export async function refuseHidden(
  visibility: Visibility,
  find: (visibility: Visibility) => Promise<object | undefined>,
  refusal: () => Error,
): Promise<void> {
  if (visibility.onlyOwner === undefined) return;
  if ((await find(visibility)) === undefined && (await find({})) !== undefined) throw refusal();
}
