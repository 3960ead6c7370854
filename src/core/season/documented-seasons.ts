import { DEMO_SOURCE } from './demo-seasons.js';
import type { Appointment } from './fixtures.js';
import type { CompetitionRecord, SeasonRecord } from './season-record.js';
import { soccerLeagueHistory } from './soccer-league.js';
import type { SoccerRates } from './soccer-parameters.js';
import { simulateSoccerSeason } from './soccer-simulator.js';

/** Competitions that the contracts' examples name. Only the names are real: strengths, results and odds are invented. */
export const DOCUMENTED_COMPETITIONS = {
  premierLeague: { code: 'demo-premier-league', title: 'Premier League', country: 'England', sport: 'soccer' },
  laLiga: { code: 'demo-la-liga', title: 'La Liga', country: 'Spain', sport: 'soccer' },
} as const satisfies Record<string, CompetitionRecord>;

/** Of the seasons, the one of the {@link DOCUMENTED_MATCH}. */
export const DOCUMENTED_YEAR = 2025;

/** 27 December 2025, 17:00 in São Paulo. */
export const DOCUMENTED_MATCH: Appointment = {
  home: 'Arsenal',
  away: 'Crystal Palace',
  kickoffAt: '2025-12-27T20:00:00.000Z',
};

/** Clubs and their grounds. */
const PREMIER_LEAGUE: Readonly<Record<string, string>> = {
  Arsenal: 'Emirates Stadium',
  'Aston Villa': 'Villa Park',
  Bournemouth: 'Vitality Stadium',
  Brentford: 'Gtech Community Stadium',
  Brighton: 'Amex Stadium',
  Burnley: 'Turf Moor',
  Chelsea: 'Stamford Bridge',
  'Crystal Palace': 'Selhurst Park',
  Everton: 'Hill Dickinson Stadium',
  Fulham: 'Craven Cottage',
  'Leeds United': 'Elland Road',
  Liverpool: 'Anfield',
  'Manchester City': 'Etihad Stadium',
  'Manchester United': 'Old Trafford',
  'Newcastle United': "St James' Park",
  'Nottingham Forest': 'City Ground',
  Sunderland: 'Stadium of Light',
  Tottenham: 'Tottenham Hotspur Stadium',
  'West Ham': 'London Stadium',
  Wolves: 'Molineux Stadium',
};
const LA_LIGA: Readonly<Record<string, string>> = {
  Alavés: 'Mendizorroza',
  'Athletic Bilbao': 'San Mamés',
  'Atlético Madrid': 'Metropolitano',
  Barcelona: 'Camp Nou',
  'Celta Vigo': 'Balaídos',
  Elche: 'Martínez Valero',
  Espanyol: 'Cornellà-El Prat',
  Getafe: 'Coliseum',
  Girona: 'Montilivi',
  Levante: 'Ciutat de València',
  Mallorca: 'Son Moix',
  Osasuna: 'El Sadar',
  Oviedo: 'Carlos Tartiere',
  'Rayo Vallecano': 'Vallecas',
  'Real Betis': 'Benito Villamarín',
  'Real Madrid': 'Santiago Bernabéu',
  'Real Sociedad': 'Anoeta',
  Sevilla: 'Ramón Sánchez-Pizjuán',
  Valencia: 'Mestalla',
  Villarreal: 'La Cerámica',
};

interface DocumentedLeague {
  competition: CompetitionRecord;
  grounds: Readonly<Record<string, string>>;
  years: readonly number[];
  rates?: Partial<SoccerRates>;
  /** In the {@link DOCUMENTED_YEAR}. */
  appointment?: Appointment;
}

const LEAGUES: readonly DocumentedLeague[] = [
  {
    competition: DOCUMENTED_COMPETITIONS.premierLeague,
    grounds: PREMIER_LEAGUE,
    years: [DOCUMENTED_YEAR - 1, DOCUMENTED_YEAR],
    appointment: DOCUMENTED_MATCH,
  },
  {
    competition: DOCUMENTED_COMPETITIONS.laLiga,
    grounds: LA_LIGA,
    years: [DOCUMENTED_YEAR],
    rates: { goals: 1.06, homeAdvantage: 0.27, rho: -0.07 },
  },
];

/**
 * The seasons around the contracts' examples: the Premier League of 2024/25 and 2025/26 with the {@link DOCUMENTED_MATCH}
 * in it, and La Liga 2025/26. The same clubs play in every season, whatever the seed; what was played before `asOf` is
 * finished, the rest scheduled. Throws Invalid for an unreadable `asOf`.
 */
export function documentedSeasons(asOf: string, seed: string | number): SeasonRecord[] {
  return LEAGUES.flatMap(({ competition, grounds, years, rates, appointment }) => {
    const clubs = Object.keys(grounds);
    const history = soccerLeagueHistory(
      { seed, competition, clubs, size: clubs.length, exchanged: 0, rates },
      DOCUMENTED_YEAR,
    );
    return years.map((year) => {
      const teams = (history.get(year) ?? []).map((team) => ({ ...team, venue: grounds[team.name] }));
      const known = year === DOCUMENTED_YEAR ? appointment : undefined;
      const season = { seed, source: DEMO_SOURCE, competition, year, teams, rates, asOf };
      return simulateSoccerSeason({ ...season, appointment: known });
    });
  });
}
