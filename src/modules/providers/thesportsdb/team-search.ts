import { firstText, identifier, isEmpty, listAt, record, text } from '../answers/json-value.js';
import { type LeaveOut, readableRows } from '../answers/readable-rows.js';

export interface FoundTeam {
  id: string;
  names: string[];
  sport: string | null;
  gender: string | null;
  country: string | null;
  badgeUrl: string | null;
}

/** `teams` is null when nothing was found. An empty answer is no finding either. */
export function readTeams(answer: unknown, leaveOut: LeaveOut): FoundTeam[] {
  if (isEmpty(answer)) return [];
  return readableRows(listAt(answer, ['teams']), readTeam, 'teams', leaveOut);
}

/** The badge stands under `strBadge`, formerly `strTeamBadge`. */
function readTeam(row: unknown, where: string): FoundTeam {
  const item = record(row, where);
  const others = firstText(item, ['strTeamAlternate', 'strAlternate'], where);
  const names = [text(item['strTeam'], `${where}.strTeam`), ...(others ?? '').split(/[,;/]/)];
  return {
    id: identifier(item['idTeam'], `${where}.idTeam`),
    names: names.flatMap((name) => name.trim() || []),
    sport: firstText(item, ['strSport'], where),
    gender: firstText(item, ['strGender'], where),
    country: firstText(item, ['strCountry'], where),
    badgeUrl: secureAddress(firstText(item, ['strBadge', 'strTeamBadge'], where)),
  };
}

/** Null for what is no address of the web. Pages that show badges are served over https. */
function secureAddress(written: string | null): string | null {
  if (written === null || !URL.canParse(written)) return null;
  const url = new URL(written);
  if (url.protocol === 'http:') url.protocol = 'https:';
  return url.protocol === 'https:' ? url.href : null;
}
