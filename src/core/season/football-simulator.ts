import { NotFound } from '../kernel/domain-error.js';
import { createRandom, type Random } from '../kernel/random.js';
import { totalScore } from '../football/drive.js';
import { simulateFootballGame, type FootballGame } from '../football/game-simulator.js';
import { drawFixtures, fixtureKey, seasonStream, type Fixture } from './fixtures.js';
import { inventClubs, inventVenue } from './invented-names.js';
import { footballMatchdays, readInstant } from './season-calendar.js';
import type { CompetitionRecord, MatchRecord, SeasonRecord } from './season-record.js';

/** What the simulator knows of a team in one season: log factors of touchdowns per drive, 0 average. */
export interface FootballTeam {
  name: string;
  venue: string;
  offence: number;
  defence: number;
}

/** What decides every game of a season; the date of asking is no part of it. */
export interface FootballSeasonSeed {
  seed: string | number;
  competition: CompetitionRecord;
  /** Calendar year of the season. */
  year: number;
  teams: readonly FootballTeam[];
}

export interface FootballSeasonOptions extends FootballSeasonSeed {
  /** Namespace of the record's external ids. */
  source: string;
  /** ISO 8601. Games that kick off before it are finished, the others scheduled. */
  asOf: string;
}

/** Deviations of the lasting and of the yearly part of a strength. */
const LASTING = 0.15;
const YEARLY = 0.1;

/** The teams of a league in one year with their true strengths; names and lasting strengths are the same every year. */
export function footballTeams(
  seed: string | number,
  competition: CompetitionRecord,
  year: number,
  size = 8,
): FootballTeam[] {
  const league = createRandom(seed).fork(competition.code).fork('clubs');
  return inventClubs(createRandom(competition.code), 'gridiron', size).map((name) => {
    const club = league.fork(name);
    const now = club.fork(year);
    return {
      name,
      venue: inventVenue(club, name),
      offence: club.normal(0, LASTING) + now.normal(0, YEARLY),
      defence: club.normal(0, LASTING) + now.normal(0, YEARLY),
    };
  });
}

/**
 * A double round robin of American football on weekends from May, every game made of its drives. A result depends only
 * on seed, competition code, year, fixture and strengths; `asOf` decides what of it is told. `halfTime` is the score
 * after two quarters; there are no stat lines and no odds. Throws Invalid for an unreadable `asOf`, fewer than two
 * teams, or two of the same name.
 */
export function simulateFootballSeason(options: FootballSeasonOptions): SeasonRecord {
  const { source, competition, year, teams, asOf } = options;
  const now = readInstant(asOf);
  const season = seasonStream(options);
  const fixtures = drawFixtures(teams, (rounds) => footballMatchdays(year, rounds), season);
  const matches = fixtures.map((fixture) =>
    matchRecord(
      fixture,
      Date.parse(fixture.kickoffAt) < now ? gameBetween(fixture.home, fixture.away, season) : undefined,
    ),
  );
  return { source, competition, year, matches };
}

/** The game behind a match of {@link simulateFootballSeason}, drive by drive. Throws NotFound for a key of no fixture. */
export function footballGame(options: FootballSeasonSeed, key: string): FootballGame {
  for (const home of options.teams) {
    for (const away of options.teams) {
      if (home !== away && fixtureKey(home, away) === key) return gameBetween(home, away, seasonStream(options));
    }
  }
  throw new NotFound('Fixture', key);
}

function gameBetween(home: FootballTeam, away: FootballTeam, season: Random): FootballGame {
  return simulateFootballGame({ home, away }, season.fork(fixtureKey(home, away)).fork('game'));
}

function matchRecord({ key, week, kickoffAt, home, away }: Fixture<FootballTeam>, game?: FootballGame): MatchRecord {
  return {
    key,
    kickoffAt,
    home: home.name,
    away: away.name,
    status: game ? 'finished' : 'scheduled',
    score: game ? game.score : null,
    halfTime: game ? totalScore(game.quarters.slice(0, 2)) : null,
    week,
    venue: home.venue,
    referee: null,
    attendance: null,
    statLines: [],
    odds: [],
  };
}
