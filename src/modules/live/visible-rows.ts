import type { Visibility } from '#platform/auth/caller.js';
import { Conditions } from '#platform/database/conditions.js';

/** Whether a user, the parameter, may see a match `m`. */
export const VISIBLE_MATCH = 'not m.isprivate or m.user_id = ?';

/** Rows `alias` of matches that the caller may see: whoever knows the id of a row is told no more than of its match. */
export const ofVisibleMatches = (alias: string, { onlyOwner }: Visibility): Conditions =>
  new Conditions().when(
    onlyOwner,
    `not exists (select from match m where m.id = ${alias}.match_id and (${VISIBLE_MATCH}) is not true)`,
  );

/** The same of a match as its journal keeps it, by its columns. */
export const isVisibleMatch = (match: Readonly<Record<string, unknown>>, { onlyOwner }: Visibility): boolean =>
  onlyOwner === undefined || match['isprivate'] !== true || match['user_id'] === onlyOwner;
