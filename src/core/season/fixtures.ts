import { Invalid } from '../kernel/domain-error.js';
import { createRandom, type Random } from '../kernel/random.js';
import { doubleRoundRobin } from './schedule.js';
import { kickoffTimes, type Matchday } from './season-calendar.js';
import type { CompetitionRecord } from './season-record.js';

/** A match as the calendar has it, before anything is played. */
export interface Fixture<Team> {
  key: string;
  week: number;
  /** ISO 8601 in UTC. */
  kickoffAt: string;
  home: Team;
  away: Team;
}

interface Named {
  name: string;
}

/** The stream from which all of a season is drawn; every match has its own below it, under its key. */
export function seasonStream(season: { seed: string | number; competition: CompetitionRecord; year: number }): Random {
  return createRandom(season.seed).fork(season.competition.code).fork(season.year);
}

/** Identifies a fixture within its season. */
export function fixtureKey(home: Named, away: Named): string {
  return `${home.name}|${away.name}`;
}

/**
 * The fixtures of a double round robin in order of kickoff. `matchdaysOf` gives the days of so many rounds; the order of
 * `teams` does not matter. Throws Invalid for fewer than two teams or two of the same name.
 */
export function drawFixtures<Team extends Named>(
  teams: readonly Team[],
  matchdaysOf: (rounds: number) => Matchday[],
  season: Random,
): Fixture<Team>[] {
  if (new Set(teams.map((team) => team.name)).size < teams.length) throw new Invalid('teams', 'Two teams share a name');
  const rounds = doubleRoundRobin(teams.length);
  const matchdays = matchdaysOf(rounds.length);
  const draw = season.fork('schedule');
  const order = draw.shuffle(teams.toSorted((a, b) => compare(a.name, b.name)));
  const fixtures = rounds.flatMap((round, index) => {
    const kickoffs = kickoffTimes(matchdays[index], round.length, draw);
    return round.map((pairing, match): Fixture<Team> => {
      const [home, away] = [order[pairing.home], order[pairing.away]];
      return { key: fixtureKey(home, away), week: index + 1, kickoffAt: kickoffs[match], home, away };
    });
  });
  return fixtures.toSorted((a, b) => compare(a.kickoffAt, b.kickoffAt) || compare(a.key, b.key));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
