import { isAbbreviation, squashName } from '../ingestion/team-names.js';
import type { BadgeQuery, UpstreamBadge } from '../upstream.js';
import type { FoundTeam } from './team-search.js';

/** Countries by other names. */
const COUNTRIES: Readonly<Record<string, string>> = {
  usa: 'unitedstates',
  korearepublic: 'southkorea',
  holland: 'netherlands',
};

/**
 * The men's soccer team that bears one of the names. The search is fuzzy and finds women's teams, other sports and
 * namesakes abroad; a wrong badge is worse than none. The same name wins over the same but for a word like FC, and that over
 * a shortened one, which must fit one team alone.
 */
export function chooseBadge(found: readonly FoundTeam[], query: BadgeQuery): UpstreamBadge | undefined {
  const wanted = [query.name, ...(query.aliases ?? [])];
  const candidates = found.filter(
    (team) => team.badgeUrl !== null && isMensSoccer(team) && mayBeFrom(team, query.country ?? null),
  );
  const bearing = (same: (a: string, b: string) => boolean): FoundTeam[] =>
    candidates.filter(({ names }) => names.some((name) => wanted.some((each) => same(name, each))));
  const shortened = bearing(isAbbreviation);
  const team =
    bearing((a, b) => a.toLowerCase() === b.toLowerCase())[0] ??
    bearing((a, b) => squashName(a) === squashName(b))[0] ??
    (shortened.length === 1 ? shortened[0] : undefined);
  return team?.badgeUrl ? { teamId: team.id, teamName: team.names[0], url: team.badgeUrl } : undefined;
}

function isMensSoccer({ sport, gender }: FoundTeam): boolean {
  return (sport === null || /^soccer$/i.test(sport)) && (gender === null || !/^(female|women)/i.test(gender));
}

function mayBeFrom({ country }: FoundTeam, wanted: string | null): boolean {
  return country === null || wanted === null || countryKey(country) === countryKey(wanted);
}

function countryKey(name: string): string {
  const key = squashName(name);
  return COUNTRIES[key] ?? key;
}
