import { teamCode } from '#core/soccer/team-code.js';
import { Table } from '#platform/database/table.js';
import type { TeamRow } from './team.row.js';

/** A team that was not created through us has no code. */
export type StoredTeam = Omit<TeamRow, 'code'> & { code: string | null };

export const TEAM = new Table<StoredTeam>('team', {
  id: 'id',
  name: 'title',
  code: 'code',
  city: 'city',
  description: 'description',
  color: 'team_color',
  logoUrl: 'team_logo_url',
  logoIconUrl: 'team_logo_icon_url',
  logoWebUrl: 'team_logo_web_url',
  sportId: 'sport_id',
  eeslId: 'team_eesl_id',
  mainSponsorId: 'main_sponsor_id',
  sponsorLineId: 'sponsor_line_id',
  userId: 'user_id',
  isPrivate: 'isprivate',
});

/** Codes by name: lists are read more often than teams are named. */
const codes = new Map<string, string>();
const MAX_CODES = 5000;

export const teamRow = (team: StoredTeam): TeamRow => ({ ...team, code: team.code ?? codeOf(team.name) });

function codeOf(name: string): string {
  let code = codes.get(name);
  if (code === undefined) {
    if (codes.size >= MAX_CODES) codes.clear();
    codes.set(name, (code = teamCode(name)));
  }
  return code;
}
