import { Invalid } from '../kernel/domain-error.js';
import type { FinishedMatch, StandingsRow, TeamKey } from './standings-row.js';
import { breakTies, type TieBreak } from './tie-breaks.js';

export type { FinishedMatch, StandingsRow, TeamKey };
export type { TieBreak };

export interface StandingsOptions<K extends TeamKey = TeamKey> {
  /** All teams of the table, so that one without a match has its row. Default: the teams of the matches, named by key. */
  teams?: readonly { key: K; name: string }[];
  /** What separates teams level on points, in this order; the name decides last. Default: {@link DEFAULT_TIE_BREAKS}. */
  tieBreaks?: readonly TieBreak[];
  /** Points taken away, per team. */
  deductions?: ReadonlyMap<K, number>;
  /** `home` and `away` count only the matches a team played there. Default `all`. */
  venue?: 'all' | 'home' | 'away';
  /** How often each pair meets in a season; head-to-head waits until it has. Default 2. */
  meetings?: number;
}

/** Goal difference, then goals scored: the order of most leagues. */
export const DEFAULT_TIE_BREAKS: readonly TieBreak[] = ['goal-difference', 'goals-for'];
/** Results between the teams concerned first, as in Spain or Italy. */
export const HEAD_TO_HEAD_TIE_BREAKS: readonly TieBreak[] = ['head-to-head', 'goal-difference', 'goals-for'];

const FORM_LENGTH = 5;

/**
 * League table from finished matches: three points for a win, one for a draw. The order of `matches` does not matter.
 * Throws Invalid for a score that is not a count, a team against itself, or a team outside `options.teams`.
 */
export function computeStandings<K extends TeamKey>(
  matches: readonly FinishedMatch<K>[],
  options: StandingsOptions<K> = {},
): StandingsRow<K>[] {
  const { tieBreaks = DEFAULT_TIE_BREAKS, venue = 'all', meetings = 2 } = options;
  const rows = new Map<K, StandingsRow<K>>();
  for (const { key, name } of options.teams ?? teamsOf(matches)) {
    const deducted = options.deductions?.get(key) ?? 0;
    rows.set(key, emptyRow(key, name, deducted));
  }
  for (const { match } of matches.map(checked).toSorted(byKickoff)) {
    const home = rows.get(match.home);
    const away = rows.get(match.away);
    if (!home || !away) throw new Invalid('matches', `${match.home} - ${match.away}: a team is not in the table`);
    if (venue !== 'away') count(home, match.homeGoals, match.awayGoals);
    if (venue !== 'home') count(away, match.awayGoals, match.homeGoals);
  }
  const table = breakTies([...rows.values()], matches, ['points', ...tieBreaks], meetings);
  table.forEach((row, index) => (row.position = index + 1));
  return table;
}

function emptyRow<K extends TeamKey>(team: K, name: string, deducted: number): StandingsRow<K> {
  const counts = { played: 0, won: 0, drawn: 0, lost: 0, goalsFor: 0, goalsAgainst: 0, goalDifference: 0 };
  return { team, name, position: 0, ...counts, points: 0 - deducted, deducted, form: '' };
}

function count(row: StandingsRow, scored: number, conceded: number): void {
  row.played++;
  row.goalsFor += scored;
  row.goalsAgainst += conceded;
  row.goalDifference += scored - conceded;
  const result = scored > conceded ? 'W' : scored === conceded ? 'D' : 'L';
  if (result === 'W') row.won++;
  else if (result === 'D') row.drawn++;
  else row.lost++;
  row.points += result === 'W' ? 3 : result === 'D' ? 1 : 0;
  row.form = (row.form + result).slice(-FORM_LENGTH);
}

function teamsOf<K extends TeamKey>(matches: readonly FinishedMatch<K>[]): { key: K; name: string }[] {
  const keys = new Set(matches.flatMap((match) => [match.home, match.away]));
  return [...keys].map((key) => ({ key, name: String(key) }));
}

interface TimedMatch<K extends TeamKey> {
  match: FinishedMatch<K>;
  /** Kickoff in milliseconds since 1970. */
  time: number;
}

function checked<K extends TeamKey>(match: FinishedMatch<K>): TimedMatch<K> {
  const fixture = `${match.home} - ${match.away}`;
  for (const goals of [match.homeGoals, match.awayGoals]) {
    if (!Number.isInteger(goals) || goals < 0)
      throw new Invalid('matches', `${fixture}: ${goals} is no count of goals`);
  }
  if (match.home === match.away) throw new Invalid('matches', `${fixture}: a team cannot play itself`);
  const time = Date.parse(match.kickoffAt);
  if (Number.isNaN(time)) throw new Invalid('matches', `${fixture}: ${match.kickoffAt} is not a date`);
  return { match, time };
}

/** Simultaneous matches are ordered by their teams, so that the table cannot depend on the order of its input. */
function byKickoff<K extends TeamKey>(a: TimedMatch<K>, b: TimedMatch<K>): number {
  if (a.time !== b.time) return a.time - b.time;
  return compareKeys(a.match.home, b.match.home) || compareKeys(a.match.away, b.match.away);
}

function compareKeys(a: TeamKey, b: TeamKey): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
