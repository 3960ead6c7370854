import type { CompetitionRecord } from '#core/season/season-record.js';

export interface Division extends CompetitionRecord {
  /** The season runs inside one calendar year (Brazil), so a date alone names it. */
  calendarYear: boolean;
  /**
   * Every pair meets once at each ground, so a second row of one fixture is a mistake. False where more rounds,
   * a split or play-offs are part of the competition, and for divisions not known here.
   */
  singleFixture: boolean;
}

const ENGLAND = 'England';
const SCOTLAND = 'Scotland';

/** Divisions of the season files (`Div` column): code, title, country, single fixture. */
const SEASON_FILES: readonly (readonly [string, string, string, boolean])[] = [
  ['E0', 'Premier League', ENGLAND, true],
  ['E1', 'Championship', ENGLAND, true],
  ['E2', 'League One', ENGLAND, true],
  ['E3', 'League Two', ENGLAND, true],
  ['EC', 'National League', ENGLAND, true],
  ['SC0', 'Premiership', SCOTLAND, false],
  ['SC1', 'Championship', SCOTLAND, false],
  ['SC2', 'League One', SCOTLAND, false],
  ['SC3', 'League Two', SCOTLAND, false],
  ['D1', 'Bundesliga', 'Germany', true],
  ['D2', '2. Bundesliga', 'Germany', true],
  ['I1', 'Serie A', 'Italy', true],
  ['I2', 'Serie B', 'Italy', true],
  ['SP1', 'La Liga', 'Spain', true],
  ['SP2', 'Segunda División', 'Spain', true],
  ['F1', 'Ligue 1', 'France', true],
  ['F2', 'Ligue 2', 'France', true],
  ['N1', 'Eredivisie', 'Netherlands', true],
  ['B1', 'Pro League', 'Belgium', false],
  ['P1', 'Primeira Liga', 'Portugal', true],
  ['T1', 'Süper Lig', 'Turkey', true],
  ['G1', 'Super League', 'Greece', false],
];

/**
 * Leagues of the all-seasons files (`Country` and `League` columns): code, country, calendar year, title, and the
 * other names the league has gone by. A league name not listed is another competition of that country.
 */
const COUNTRY_FILES: readonly (readonly [string, string, boolean, string, ...string[]])[] = [
  ['ARG', 'Argentina', true, 'Liga Profesional', 'Primera Division', 'Superliga', 'Superliga Argentina'],
  ['AUT', 'Austria', false, 'Bundesliga', 'Tipico Bundesliga', 'Admiral Bundesliga'],
  ['BRA', 'Brazil', true, 'Serie A', 'Brasileirao'],
  ['CHN', 'China', true, 'Super League', 'Chinese Super League', 'CSL'],
  ['DNK', 'Denmark', false, 'Superliga', 'Superligaen', 'SAS Ligaen'],
  ['FIN', 'Finland', true, 'Veikkausliiga'],
  ['IRL', 'Ireland', true, 'Premier Division'],
  ['JPN', 'Japan', true, 'J1 League', 'J-League', 'J. League'],
  ['MEX', 'Mexico', false, 'Liga MX', 'Primera Division'],
  ['NOR', 'Norway', true, 'Eliteserien', 'Tippeligaen'],
  ['POL', 'Poland', false, 'Ekstraklasa'],
  ['ROU', 'Romania', false, 'Liga 1', 'Liga I', 'Superliga'],
  ['RUS', 'Russia', false, 'Premier League'],
  ['SWE', 'Sweden', true, 'Allsvenskan'],
  ['SWZ', 'Switzerland', false, 'Super League'],
  ['USA', 'United States', true, 'MLS', 'Major League Soccer'],
];

const BY_CODE = new Map<string, Division>();
const BY_COUNTRY = new Map<string, { division: Division; names: ReadonlySet<string> }>();

for (const [code, title, country, singleFixture] of SEASON_FILES) {
  BY_CODE.set(code, { code, title, country, sport: 'soccer', calendarYear: false, singleFixture });
}
for (const [code, country, calendarYear, title, ...others] of COUNTRY_FILES) {
  const division: Division = { code, title, country, sport: 'soccer', calendarYear, singleFixture: false };
  const known = { division, names: new Set([title, ...others].map(squash)) };
  BY_CODE.set(code, division);
  BY_COUNTRY.set(squash(country), known);
  BY_COUNTRY.set(squash(code), known);
}

/** The division of a `Div` code. A code not known here stands for itself: it is its own title, of no known country. */
export function divisionOfCode(code: string): Division {
  const known = BY_CODE.get(code);
  return known ?? { code, title: code, country: null, sport: 'soccer', calendarYear: false, singleFixture: false };
}

/**
 * The division of a row that names a country and a league instead of a code. Either may be empty, not both.
 * Cups and second divisions found in a country's file get a code of their own (`ARG-copa-de-la-liga-profesional`).
 */
export function divisionOfLeague(country: string, league: string): Division {
  const known = BY_COUNTRY.get(squash(country));
  if (known && (league === '' || known.names.has(squash(league)))) return known.division;
  const code = [known?.division.code ?? slug(country), slug(league)].filter((part) => part !== '').join('-');
  return {
    code,
    title: league || country,
    country: known?.division.country ?? (country || null),
    sport: 'soccer',
    calendarYear: known?.division.calendarYear ?? false,
    singleFixture: false,
  };
}

function squash(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function slug(name: string): string {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu);
  return words ? words.join('-') : '';
}
