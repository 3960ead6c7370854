import type { Visibility } from '#platform/auth/caller.js';
import { Conditions } from '#platform/database/conditions.js';
import { substringPattern } from '#platform/database/substring-pattern.js';
import type { TeamPageFilter } from './team.row.js';

/** Teams `t` that the caller may see. */
export const visibleTeams = ({ onlyOwner }: Visibility): Conditions =>
  new Conditions().when(onlyOwner, 'not t.isprivate or t.user_id = ?');

/** Teams `t` that the caller may see and that pass the filter. */
export function teamConditions(
  { search, sportId, enteredFor, userId, isPrivate }: TeamPageFilter,
  visibility: Visibility,
): Conditions {
  return visibleTeams(visibility)
    .when(substringPattern(search, 'search'), 't.title ilike ?')
    .when(sportId, 't.sport_id = ?')
    .when(enteredFor, 't.id in (select e.team_id from team_tournament e where e.tournament_id = ?)')
    .when(userId, 't.user_id = ?')
    .when(isPrivate, 't.isprivate = ?');
}
