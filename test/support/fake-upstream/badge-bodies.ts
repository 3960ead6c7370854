import { DOCUMENTED_IDS, type FakeTeam, type FakeWorld } from './fake-world.js';

/** Some of the fields of a team; all values are text or null. */
export function searchTeamsBody({ tournaments }: FakeWorld, text: string): unknown {
  const teams = new Map(tournaments.flatMap(({ groups }) => groups.flat()).map((team) => [team.id, team]));
  const wanted = text.toLowerCase();
  const found = [...teams.values()].filter(({ name }) => wanted !== '' && name.toLowerCase().includes(wanted));
  // The search is fuzzy: namesakes of other kinds come first.
  const namesakes = found
    .slice(0, 1)
    .flatMap((team) => [
      teamRow(team, { strTeam: `${team.name} Women`, strGender: 'Female' }),
      teamRow(team, { strSport: 'Rugby' }),
      teamRow(team, { strCountry: 'Argentina', strTeam: `${team.name} de Sarandí` }),
    ]);
  return { teams: found.length === 0 ? null : [...namesakes, ...found.map((team) => teamRow(team, {}))] };
}

function teamRow({ id, name, code, country }: FakeTeam, different: Readonly<Record<string, string>>): unknown {
  return {
    idTeam: String(Number.parseInt(id.slice(0, 6), 36)),
    idESPN: null,
    idAPIfootball: '42',
    intLoved: '3',
    strTeam: name,
    strTeamAlternate: `${name} Football Club, ${code}`,
    strTeamShort: code,
    intFormedYear: '1892',
    strSport: 'Soccer',
    strLeague: 'League',
    idLeague: '4328',
    idVenue: '1',
    strStadium: null,
    strLocation: null,
    strCountry: country,
    strGender: 'Male',
    strColour1: '#EF0107',
    strBadge: badgeUrl(id),
    strLogo: null,
    strBanner: null,
    strKit: null,
    strDescriptionEN: null,
    strLocked: 'unlocked',
    ...different,
  };
}

/** Names of the files of the documented teams. */
const FILES: Readonly<Record<string, string>> = {
  [DOCUMENTED_IDS.arsenal]: 'uyhbfe1612467038',
  [DOCUMENTED_IDS.crystalPalace]: 'ia6i3m1656014992',
};

export function badgeUrl(teamId: string): string {
  return `https://r2.thesportsdb.com/images/media/team/badge/${FILES[teamId] ?? teamId}.png`;
}
