import { footballTeams, simulateFootballSeason } from './football-simulator.js';
import { readInstant } from './season-calendar.js';
import type { CompetitionRecord, SeasonRecord } from './season-record.js';
import { simulateSoccerLeague, type SoccerLeagueSeed } from './soccer-league.js';

/** Namespace of the external ids of all invented data. */
export const DEMO_SOURCE = 'demo';

export const DEMO_COMPETITIONS = {
  north: { code: 'demo-north', title: 'Boreal Premier Division', country: null, sport: 'soccer' },
  south: { code: 'demo-south', title: 'Liga Meridiana', country: null, sport: 'soccer' },
  gridiron: { code: 'demo-gridiron', title: 'Meridian Gridiron League', country: null, sport: 'american-football' },
} as const satisfies Record<string, CompetitionRecord>;

const DEFAULT_SEED = 'touchline';

/** June: a soccer season is over and the next one is announced. */
const SEASON_SWITCH_MONTH = 5;

/** The two invented soccer leagues; {@link soccerLeagueHistory} gives their true parameters. */
export function demoSoccerLeagues(seed: string | number = DEFAULT_SEED): SoccerLeagueSeed[] {
  return [
    { seed, competition: DEMO_COMPETITIONS.north, size: 20, exchanged: 3, style: 'north' },
    {
      seed,
      competition: DEMO_COMPETITIONS.south,
      size: 18,
      exchanged: 2,
      style: 'south',
      rates: { goals: 1.05, homeAdvantage: 0.28, rho: -0.08 },
    },
  ];
}

/**
 * Invented leagues around a day: two soccer leagues with the current season (the one that starts in the year of `asOf`,
 * from 1 June on, else in the year before) and the two before it, and American football of the calendar year and the year
 * before. What was played before `asOf` is finished, the rest scheduled: soccer runs from August to May, football from
 * May to August. The same match has the same result on every day. Throws Invalid for an unreadable `asOf`, or one
 * before June 2012.
 */
export function demoSeasons(asOf: string, seed: string | number = DEFAULT_SEED): SeasonRecord[] {
  const today = new Date(readInstant(asOf));
  const calendarYear = today.getUTCFullYear();
  const current = today.getUTCMonth() >= SEASON_SWITCH_MONTH ? calendarYear : calendarYear - 1;
  const years = [current - 2, current - 1, current];
  const soccer = demoSoccerLeagues(seed).flatMap((league) =>
    simulateSoccerLeague({ ...league, source: DEMO_SOURCE, years, asOf }),
  );
  const competition = DEMO_COMPETITIONS.gridiron;
  const football = [calendarYear - 1, calendarYear].map((year) => {
    const teams = footballTeams(seed, competition, year);
    return simulateFootballSeason({ seed, source: DEMO_SOURCE, competition, year, teams, asOf });
  });
  return [...soccer, ...football];
}
