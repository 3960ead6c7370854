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

/** A fixture whose kickoff is given, not drawn. */
export interface Appointment {
  /** Names of the teams. */
  home: string;
  away: string;
  /** ISO 8601 in UTC. */
  kickoffAt: string;
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
  return inOrder(fixtures);
}

/**
 * The fixtures with one of them at its appointed kickoff: the round it stands in takes the days of the round nearest to
 * that moment, which moves to the days left free, so that no team plays twice in a round. Throws Invalid when there is
 * no such fixture.
 */
export function appoint<Team extends Named>(
  fixtures: readonly Fixture<Team>[],
  { home, away, kickoffAt }: Appointment,
): Fixture<Team>[] {
  const appointed = fixtures.find((fixture) => fixture.home.name === home && fixture.away.name === away);
  if (!appointed) throw new Invalid('appointment', `${home} never plays ${away} at home`);
  const distance = (fixture: Fixture<Team>) => Math.abs(Date.parse(fixture.kickoffAt) - Date.parse(kickoffAt));
  const nearest = fixtures.reduce((best, fixture) => (distance(fixture) < distance(best) ? fixture : best));
  const [from, to] = [appointed, nearest].map(({ week }) => fixtures.filter((fixture) => fixture.week === week));
  const moved = new Map<Fixture<Team>, Fixture<Team>>();
  from.forEach((fixture, index) => {
    const other = to[index];
    moved.set(fixture, { ...fixture, week: other.week, kickoffAt: other.kickoffAt });
    if (other !== fixture) moved.set(other, { ...other, week: fixture.week, kickoffAt: fixture.kickoffAt });
  });
  moved.set(appointed, { ...appointed, week: nearest.week, kickoffAt });
  return inOrder(fixtures.map((fixture) => moved.get(fixture) ?? fixture));
}

function inOrder<Team>(fixtures: readonly Fixture<Team>[]): Fixture<Team>[] {
  return fixtures.toSorted((a, b) => compare(a.kickoffAt, b.kickoffAt) || compare(a.key, b.key));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
