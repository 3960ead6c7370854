import { DOCUMENTED_COMPETITIONS, DOCUMENTED_MATCH, DOCUMENTED_YEAR } from '#core/season/documented-seasons.js';
import { DEMO_COMPETITIONS, DEMO_SOURCE } from '#core/season/demo-seasons.js';
import { fixtureKey } from '#core/season/fixtures.js';
import type { CompetitionRecord } from '#core/season/season-record.js';
import { seasonIds } from '#modules/imports/index.js';

/** The fixture provider under whose ids the examples know their things. */
export const PROVIDER_SOURCE = 'vstats';

/** A thing of the demo with the id that the examples of the contracts give it. */
export interface DocumentedId {
  kind: 'tournament' | 'team' | 'match';
  /** External id within the demo. */
  demoId: string;
  providerId: string;
  /** Of a team. */
  badgeUrl?: string;
}

const { premierLeague, laLiga } = DOCUMENTED_COMPETITIONS;
const idsOf = (competition: CompetitionRecord) =>
  seasonIds({ source: DEMO_SOURCE, competition, year: DOCUMENTED_YEAR, matches: [] });
const [england, spain] = [idsOf(premierLeague), idsOf(laLiga)];
const { home, away } = DOCUMENTED_MATCH;
const badge = (file: string): string => `https://r2.thesportsdb.com/images/media/team/badge/${file}.png`;

export const DOCUMENTED_IDS: readonly DocumentedId[] = [
  { kind: 'tournament', demoId: england.tournament, providerId: '51r6ph2woavlbbpk8f29nynf8' },
  { kind: 'tournament', demoId: spain.tournament, providerId: 'tournament_id_2' },
  {
    kind: 'team',
    demoId: england.team(home),
    providerId: '4dsgumo7d4zupm2ugsvm4zm4d',
    badgeUrl: badge('uyhbfe1612467038'),
  },
  {
    kind: 'team',
    demoId: england.team(away),
    providerId: '1c8m2ko0wxq1asfkuykurdr0y',
    badgeUrl: badge('ia6i3m1656014992'),
  },
  {
    kind: 'match',
    demoId: england.match(fixtureKey({ name: home }, { name: away })),
    providerId: 'f4vscquffy37afgv0arwcbztg',
  },
];

const SIMULATED = [premierLeague, laLiga, DEMO_COMPETITIONS.north, DEMO_COMPETITIONS.south];

/** Beginnings of the demo ids of everything that belongs to simulated soccer, by kind. */
export const SOCCER_PREFIXES: Readonly<Record<'tournament' | 'team' | 'competition', readonly string[]>> = {
  tournament: SIMULATED.map(({ code }) => `${code}:`),
  team: SIMULATED.map((competition) => idsOf(competition).team('')),
  competition: SIMULATED.map(({ code }) => code),
};
