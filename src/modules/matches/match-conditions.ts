import { VISIBLE_MATCH } from '#modules/live/index.js';
import type { Visibility } from '#platform/auth/caller.js';
import { Conditions } from '#platform/database/conditions.js';
import { substringPattern } from '#platform/database/substring-pattern.js';
import type { MatchRecordFilter } from './match-record.row.js';

/** Matches `m` that the caller may see. */
export const visibleMatches = ({ onlyOwner }: Visibility): Conditions =>
  new Conditions().when(onlyOwner, VISIBLE_MATCH);

/** Sets instead of joins: each arm is a scan of an index of `match`. */
const NAMED = `m.team_a_id = any(array(select id from team where title ilike ?))
  or m.team_b_id = any(array(select id from team where title ilike ?))
  or m.tournament_id = any(array(select id from tournament where title ilike ?))`;

const isRegisterNumber = (text = ''): boolean => /^\d{1,9}$/.test(text.trim());

/** Matches `m` that the caller may see and that pass the filter. */
export function matchConditions(
  { year, tournamentId, teamId, week, userId, isPrivate, search }: MatchRecordFilter,
  visibility: Visibility,
): Conditions {
  return visibleMatches(visibility)
    .when(tournamentId, 'm.tournament_id = ?')
    .when(teamId, 'm.team_a_id = ? or m.team_b_id = ?')
    .when(week, 'm.week = ?')
    .when(userId, 'm.user_id = ?')
    .when(isPrivate, 'm.isprivate = ?')
    .when(
      year,
      'm.tournament_id in (select t.id from season s join tournament t on t.season_id = s.id where s.year = ?)',
    )
    .when(
      substringPattern(search, 'search'),
      isRegisterNumber(search) ? `${NAMED} or m.match_eesl_id = btrim(?, '%')::int` : NAMED,
    );
}
