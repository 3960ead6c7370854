import type { FinishedMatch, StandingsRow, TeamKey } from './standings-row.js';

/**
 * `head-to-head` makes a table of the matches between the teams still level (points, then goal difference, then goals)
 * and starts again with the teams that even this leaves level. It decides nothing before all of them have met.
 */
export type TieBreak = 'goal-difference' | 'goals-for' | 'wins' | 'away-goals' | 'head-to-head';

type Criterion = TieBreak | 'points';
type Score<K extends TeamKey> = (row: StandingsRow<K>) => number;

/**
 * Rows in table order: each criterion separates only those that all earlier ones left level, and the team name (by code
 * unit, then the key) decides last. `meetings` is how often each pair meets in a season.
 */
export function breakTies<K extends TeamKey>(
  rows: readonly StandingsRow<K>[],
  matches: readonly FinishedMatch<K>[],
  criteria: readonly Criterion[],
  meetings: number,
): StandingsRow<K>[] {
  if (rows.length < 2) return [...rows];
  if (criteria.length === 0) return rows.toSorted(byName);
  const [criterion, ...later] = criteria;
  if (criterion !== 'head-to-head') {
    return split(rows, simpleScore(criterion, matches), (level) => breakTies(level, matches, later, meetings));
  }
  const score = headToHead(rows, matches, meetings);
  if (!score) return breakTies(rows, matches, later, meetings);
  return split(rows, score, (level) =>
    breakTies(level, matches, level.length < rows.length ? criteria : later, meetings),
  );
}

/** Orders by score, highest first, and hands each group of equals to `settle`. */
function split<K extends TeamKey>(
  rows: readonly StandingsRow<K>[],
  score: Score<K>,
  settle: (level: StandingsRow<K>[]) => StandingsRow<K>[],
): StandingsRow<K>[] {
  const groups = new Map<number, StandingsRow<K>[]>();
  for (const row of rows) {
    const value = score(row);
    const level = groups.get(value);
    if (level) level.push(row);
    else groups.set(value, [row]);
  }
  const bestFirst = [...groups].toSorted(([a], [b]) => b - a);
  return bestFirst.flatMap(([, level]) => settle(level));
}

function simpleScore<K extends TeamKey>(
  criterion: Exclude<Criterion, 'head-to-head'>,
  matches: readonly FinishedMatch<K>[],
): Score<K> {
  if (criterion === 'points') return (row) => row.points;
  if (criterion === 'goal-difference') return (row) => row.goalDifference;
  if (criterion === 'goals-for') return (row) => row.goalsFor;
  if (criterion === 'wins') return (row) => row.won;
  const awayGoals = new Map<K, number>();
  for (const match of matches) awayGoals.set(match.away, (awayGoals.get(match.away) ?? 0) + match.awayGoals);
  return (row) => awayGoals.get(row.team) ?? 0;
}

/** Score in the table of the matches among `rows`, or undefined while one of those matches is still to be played. */
function headToHead<K extends TeamKey>(
  rows: readonly StandingsRow<K>[],
  matches: readonly FinishedMatch<K>[],
  meetings: number,
): Score<K> | undefined {
  const tallies = new Map(rows.map((row) => [row.team, { points: 0, difference: 0, goals: 0 }]));
  const met = new Map<string, number>();
  for (const match of matches) {
    const home = tallies.get(match.home);
    const away = tallies.get(match.away);
    if (!home || !away) continue;
    const pair = [match.home, match.away].map(String).toSorted().join('|');
    met.set(pair, (met.get(pair) ?? 0) + 1);
    const difference = match.homeGoals - match.awayGoals;
    home.points += difference > 0 ? 3 : difference === 0 ? 1 : 0;
    away.points += difference < 0 ? 3 : difference === 0 ? 1 : 0;
    home.difference += difference;
    away.difference -= difference;
    home.goals += match.homeGoals;
    away.goals += match.awayGoals;
  }
  const pairs = (rows.length * (rows.length - 1)) / 2;
  if (met.size < pairs || [...met.values()].some((times) => times < meetings)) return undefined;
  return (row) => {
    const tally = tallies.get(row.team) ?? { points: 0, difference: 0, goals: 0 };
    return tally.points * WEIGHT ** 2 + tally.difference * WEIGHT + tally.goals;
  };
}

/** Above any difference or sum of goals of one season, so that a lower criterion never outweighs a higher one. */
const WEIGHT = 100_000;

function byName(a: StandingsRow, b: StandingsRow): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return String(a.team) < String(b.team) ? -1 : 1;
}
