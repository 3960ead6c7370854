import type { MatchRecord, OddsRecord, ScorePair, Side, StatLineRecord } from '#core/season/season-record.js';
import type { ColumnPlan } from './football-data.columns.js';
import { DEFAULT_KICKOFF_MINUTES, londonToUtc, parseDay, parseMinutes } from './football-data.dates.js';
import { cleanName } from './football-data.text.js';

const MAX_COUNT = 999;
const MAX_ATTENDANCE = 999_999;
/** Above every price a bookmaker or exchange quotes (Betfair stops at 1000); what exceeds it is a slip of the pen. */
const MAX_PRICE = 10_000;
const MAX_HANDICAP = 10;
const BAD = -1;

export interface ParseCounts {
  /** Rows below the header that are not blank: each became a match, was rejected, or repeats another one exactly. */
  rows: number;
  blankRows: number;
  repeatedRows: number;
  /** Prices left out: not a number above 1, no valid handicap, or in a row with more cells than the header. */
  unknownOdds: number;
  /** Half-time scores left out because the half-time result contradicts them. */
  unknownHalfTimes: number;
}

/** A row read by itself; the key is completed when the whole season is known. */
export interface ReadMatch {
  /** London calendar day of the kickoff, in days since 1970. */
  day: number;
  match: MatchRecord;
}

/** Reads the match of a row of cells, or tells why it cannot be. Adds what it leaves out to `counts`. */
export function readMatch(cells: readonly string[], plan: ColumnPlan, counts: ParseCounts): ReadMatch | string {
  const home = cleanName(cells[plan.home] ?? '');
  const away = cleanName(cells[plan.away] ?? '');
  if (home === '' || away === '') return 'a team name is missing';
  if (home === away) return `${home} plays itself`;
  const day = parseDay(cellAt(cells, plan.date));
  if (day === null) return `${quoted(cells, plan, plan.date)} is not a date`;
  const time = cellAt(cells, plan.time);
  const minutes = time === '' ? DEFAULT_KICKOFF_MINUTES : parseMinutes(time);
  if (minutes === null) return `${quoted(cells, plan, plan.time)} is not a time`;

  const bad = findBadCount(cells, plan);
  if (bad >= 0) return `${quoted(cells, plan, bad)} is not a count`;
  const score = readPair(cells, plan.homeGoals, plan.awayGoals);
  let halfTime = readPair(cells, plan.halfTimeHome, plan.halfTimeAway);
  const conflict = findConflict(cells, plan, score, halfTime);
  if (conflict) return conflict;
  if (halfTime && isContradicted(cellAt(cells, plan.halfTimeResult), halfTime)) {
    counts.unknownHalfTimes++;
    halfTime = null;
  }

  const match: MatchRecord = {
    key: `${home}|${away}`,
    kickoffAt: londonToUtc(day, minutes),
    home,
    away,
    status: score ? 'finished' : 'scheduled',
    score,
    halfTime,
    week: null,
    venue: null,
    referee: cleanName(cells[plan.referee] ?? '') || null,
    attendance: readAttendance(cells, plan),
    statLines: score ? readStatLines(cells, plan, score, halfTime) : [],
    odds: readOdds(cells, plan, counts),
  };
  return { day, match };
}

/** What makes the scores of a row impossible, or null. */
function findConflict(
  cells: readonly string[],
  plan: ColumnPlan,
  score: ScorePair | null,
  halfTime: ScorePair | null,
): string | null {
  const result = cellAt(cells, plan.result);
  if (!score) {
    const goals = cellAt(cells, plan.homeGoals) + cellAt(cells, plan.awayGoals);
    if (goals !== '') return 'the goals of one team are missing';
    return result !== '' || halfTime ? 'a result without the goals of full time' : null;
  }
  const goals = `${score.home}-${score.away}`;
  if (isContradicted(result, score)) return `${quoted(cells, plan, plan.result)} contradicts the score ${goals}`;
  if (halfTime && (halfTime.home > score.home || halfTime.away > score.away)) {
    return `half-time score ${halfTime.home}-${halfTime.away} exceeds the score ${goals}`;
  }
  return null;
}

/** True when a result letter is given and is not that of the score. */
function isContradicted(letter: string, { home, away }: ScorePair): boolean {
  if (letter === '') return false;
  const expected = home > away ? 'H' : home < away ? 'A' : 'D';
  return letter.toUpperCase() !== expected;
}

function readStatLines(
  cells: readonly string[],
  plan: ColumnPlan,
  score: ScorePair,
  halfTime: ScorePair | null,
): StatLineRecord[] {
  const home = statLine('home', 'full', score.home);
  const away = statLine('away', 'full', score.away);
  for (const { field, home: homeColumn, away: awayColumn } of plan.counts) {
    home[field] = readCount(cells, homeColumn);
    away[field] = readCount(cells, awayColumn);
  }
  home.xg = readExpectedGoals(cells, plan.homeXg);
  away.xg = readExpectedGoals(cells, plan.awayXg);
  if (!halfTime) return [home, away];
  return [
    home,
    away,
    statLine('home', 'first_half', halfTime.home),
    statLine('away', 'first_half', halfTime.away),
    statLine('home', 'second_half', score.home - halfTime.home),
    statLine('away', 'second_half', score.away - halfTime.away),
  ];
}

function statLine(side: Side, period: StatLineRecord['period'], goals: number): StatLineRecord {
  return {
    side,
    period,
    goals,
    corners: null,
    shots: null,
    shotsOnTarget: null,
    yellowCards: null,
    redCards: null,
    fouls: null,
    offsides: null,
    saves: null,
    possession: null,
    xg: null,
  };
}

/** Cells beyond the header mean that a separator too many has shifted the row, so none of its prices can be placed. */
function readOdds(cells: readonly string[], plan: ColumnPlan, counts: ParseCounts): OddsRecord[] {
  const odds: OddsRecord[] = [];
  const isShifted =
    cells.length > plan.names.length && cells.slice(plan.names.length).some((cell) => cell.trim() !== '');
  for (const { column, bookmaker, market, selection, line: fixedLine, lineColumn, closing } of plan.odds) {
    const text = cells[column];
    if (text === undefined || text === '') continue;
    const price = +text;
    const line = lineColumn < 0 ? fixedLine : readHandicap(cells[lineColumn]);
    if (isShifted || !(price > 1 && price <= MAX_PRICE) || (lineColumn >= 0 && line === null)) {
      counts.unknownOdds++;
      continue;
    }
    odds.push({ bookmaker, market, selection, line, price, closing });
  }
  return odds;
}

/** Handicaps come in quarters of a goal. */
function readHandicap(text: string | undefined): number | null {
  if (text === undefined || text === '') return null;
  const line = +text;
  // Adding zero turns the -0 of '-0.0' into 0.
  return Number.isInteger(line * 4) && Math.abs(line) <= MAX_HANDICAP ? line + 0 : null;
}

function findBadCount(cells: readonly string[], plan: ColumnPlan): number {
  for (const column of [plan.homeGoals, plan.awayGoals, plan.halfTimeHome, plan.halfTimeAway]) {
    if (readCount(cells, column) === BAD) return column;
  }
  for (const { home, away } of plan.counts) {
    if (readCount(cells, home) === BAD) return home;
    if (readCount(cells, away) === BAD) return away;
  }
  return -1;
}

function readPair(cells: readonly string[], homeColumn: number, awayColumn: number): ScorePair | null {
  const home = readCount(cells, homeColumn);
  const away = readCount(cells, awayColumn);
  return home === null || away === null ? null : { home, away };
}

/** A whole number from 0, also written `2.0`; null when empty, `BAD` when it is anything else. */
function readCount(cells: readonly string[], column: number): number | null {
  const text = cells[column];
  if (text === undefined || text === '') return null;
  const count = +text;
  if (Number.isInteger(count) && count >= 0 && count <= MAX_COUNT && text.trim() !== '') return count;
  return isEmptyMark(text) ? null : BAD;
}

function readAttendance(cells: readonly string[], plan: ColumnPlan): number | null {
  const text = cellAt(cells, plan.attendance).replaceAll(',', '');
  const count = +text;
  return text !== '' && Number.isInteger(count) && count >= 0 && count <= MAX_ATTENDANCE ? count : null;
}

function readExpectedGoals(cells: readonly string[], column: number): number | null {
  const text = cellAt(cells, column);
  const goals = +text;
  return text !== '' && goals >= 0 && goals < 100 ? goals : null;
}

/** What spreadsheets and data frames write for an empty cell. */
function isEmptyMark(text: string): boolean {
  return /^(|-|n\/?a|#n\/a|nan|null)$/i.test(text.trim());
}

function cellAt(cells: readonly string[], column: number): string {
  return cells[column]?.trim() ?? '';
}

function quoted(cells: readonly string[], plan: ColumnPlan, column: number): string {
  return `${plan.names[column]} "${cellAt(cells, column)}"`;
}
