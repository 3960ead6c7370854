import type { SeasonRecord } from '#core/season/season-record.js';
import { type ColumnPlan, planColumns } from './football-data.columns.js';
import { parseSeasonYear, seasonYearsByDay, yearOfDay } from './football-data.dates.js';
import { type Division, divisionOfCode, divisionOfLeague } from './football-data.divisions.js';
import { type ParseCounts, type ReadMatch, readMatch } from './football-data.row.js';
import { cleanName, decodeText, isBlankLine, splitCells, splitLines } from './football-data.text.js';

export type { ParseCounts } from './football-data.row.js';

export const FOOTBALL_DATA_SOURCE = 'football-data';

export interface RejectedRow {
  file: string;
  /** Physical line in the file, from 1. */
  line: number;
  reason: string;
  /** The line as it stands in the file. */
  text: string;
}

export interface ParsedFile {
  /** One record per division and season, matches in the order of the file. */
  seasons: SeasonRecord[];
  /** In the order of the file. */
  rejected: RejectedRow[];
  counts: ParseCounts;
}

interface PlacedMatch extends ReadMatch {
  line: number;
  division: Division;
  /** Starting year of the season as the row names it; null until derived from the dates. */
  year: number | null;
}

type Reject = (line: number, reason: string) => void;

/**
 * Reads a file of football-data.co.uk: a season of one division (`E0.csv`), all seasons of a country (`BRA.csv`), or
 * coming fixtures. Never throws for what is in the file: a row that cannot be trusted is rejected with a reason, and a
 * file without a usable header is one rejected row.
 *
 * Keys are `home|away`; where a season holds the same home fixture several times, from the second one by date
 * `home|away|2`. Later rows therefore never change earlier keys as long as they are played later.
 */
export function parseFootballData(bytes: Uint8Array, fileName: string): ParsedFile {
  const lines = splitLines(decodeText(bytes));
  const counts: ParseCounts = { rows: 0, blankRows: 0, repeatedRows: 0, unknownOdds: 0, unknownHalfTimes: 0 };
  const rejected: RejectedRow[] = [];
  const reject: Reject = (line, reason) => rejected.push({ file: fileName, line, reason, text: lines[line - 1] });

  const headerIndex = lines.findIndex((line) => !isBlankLine(line));
  const plan = headerIndex < 0 ? null : planColumns(splitCells(lines[headerIndex]) ?? []);
  if (!plan) {
    reject(Math.max(headerIndex, 0) + 1, 'the header names no date, home team and away team');
    return { seasons: [], rejected, counts };
  }

  const findDivision = divisionFinder(plan, fileName);
  const placed: PlacedMatch[] = [];
  for (let index = headerIndex + 1; index < lines.length; index++) {
    const cells = isBlankLine(lines[index]) ? [] : splitCells(lines[index]);
    if (cells && isBlankRow(cells, plan)) {
      // What follows the last line break is not a row.
      if (index < lines.length - 1 || lines[index] !== '') counts.blankRows++;
      continue;
    }
    counts.rows++;
    const line = index + 1;
    const read = cells ? readMatch(cells, plan, counts) : 'a quotation mark is out of place';
    const division = cells && findDivision(cells);
    if (typeof read === 'string') reject(line, read);
    else if (!cells || !division) reject(line, 'neither the row nor the file name tells the division');
    else {
      const season = (cells[plan.season] ?? '').trim();
      const year = parseSeasonYear(season, plan.country >= 0 || plan.league >= 0, read.day);
      placed.push({ ...read, line, division, year });
    }
  }
  const seasons = groupSeasons(placed).map(([division, year, matches]) =>
    toSeason(division, year, resolveRepeats(matches, division, counts, reject)),
  );
  rejected.sort((a, b) => a.line - b.line);
  return { seasons: seasons.filter(({ matches }) => matches.length > 0), rejected, counts };
}

/** A row is blank too when it tells only what is the same for all rows: division, country, league, season. */
function isBlankRow(cells: readonly string[], plan: ColumnPlan): boolean {
  if (cells[plan.home] || cells[plan.date] || cells[plan.away]) return false;
  const constant = [plan.division, plan.country, plan.league, plan.season];
  return cells.every((cell, column) => constant.includes(column) || cell.trim() === '');
}

/** Finds the division of a row by `Div`, by `Country` and `League`, or else by a file name like `E0_2324.csv`. */
function divisionFinder(plan: ColumnPlan, fileName: string): (cells: readonly string[]) => Division | null {
  const found = new Map<string, Division>();
  const baseName = fileName.split(/[/\\]/).at(-1) ?? '';
  const fileCode = /^[A-Z]{1,3}\d?(?![A-Za-z0-9])/.exec(baseName)?.[0] ?? '';
  return (cells) => {
    const code = cells[plan.division] ?? '';
    const country = cells[plan.country] ?? '';
    const league = cells[plan.league] ?? '';
    const id = `${code}|${country}|${league}`;
    let division = found.get(id);
    if (division) return division;
    const names = [code, country, league].map(cleanName);
    if (names[0] !== '') division = divisionOfCode(names[0]);
    else if (names[1] !== '' || (names[2] !== '' && fileCode !== ''))
      division = divisionOfLeague(names[1] || fileCode, names[2]);
    else if (fileCode !== '') division = divisionOfCode(fileCode);
    else return null;
    found.set(id, division);
    return division;
  };
}

/**
 * Rows of one division and starting year. Two short seasons that begin in one year (Argentina's 2016 and 2016/17)
 * share a record; their repeated fixtures are told apart by the ordinal in the key.
 */
function groupSeasons(placed: readonly PlacedMatch[]): [Division, number, PlacedMatch[]][] {
  const groups: [Division, number, PlacedMatch[]][] = [];
  for (const matches of Map.groupBy(placed, ({ division }) => division.code).values()) {
    const { division } = matches[0];
    const undated = matches.filter(({ year }) => year === null).map(({ day }) => day);
    const years = division.calendarYear ? null : seasonYearsByDay(undated);
    const yearOf = ({ year, day }: PlacedMatch) => year ?? years?.get(day) ?? yearOfDay(day);
    for (const [year, season] of Map.groupBy(matches, yearOf)) groups.push([division, year, season]);
  }
  return groups;
}

/**
 * Keeps one row per fixture and completes the keys. Rows are the same fixture when teams and day agree, or teams alone
 * where a pair meets once at each ground. Of two such rows a played one goes before a scheduled one, then the first.
 */
function resolveRepeats(
  matches: readonly PlacedMatch[],
  division: Division,
  counts: ParseCounts,
  reject: Reject,
): PlacedMatch[] {
  const fixtures = new Map<string, PlacedMatch[]>();
  for (const candidate of matches) {
    const kept = fixtures.get(candidate.match.key);
    if (!kept) {
      fixtures.set(candidate.match.key, [candidate]);
      continue;
    }
    const index = division.singleFixture ? 0 : kept.findIndex(({ day }) => day === candidate.day);
    if (index < 0) {
      kept.push(candidate);
      continue;
    }
    const other = kept[index];
    if (JSON.stringify(other.match) === JSON.stringify(candidate.match)) {
      counts.repeatedRows++;
    } else if (other.match.status === 'scheduled' && candidate.match.status === 'finished') {
      kept[index] = candidate;
      reject(other.line, `line ${candidate.line} has the same fixture played`);
    } else {
      reject(candidate.line, `repeats the fixture of line ${other.line} with other values`);
    }
  }
  for (const kept of fixtures.values()) {
    if (kept.length === 1) continue;
    kept.sort((a, b) => a.day - b.day);
    kept.forEach(({ match }, index) => {
      if (index > 0) match.key += `|${index + 1}`;
    });
  }
  return [...fixtures.values()].flat().toSorted((a, b) => a.line - b.line);
}

function toSeason(division: Division, year: number, placed: readonly PlacedMatch[]): SeasonRecord {
  const { code, title, country, sport } = division;
  return {
    source: FOOTBALL_DATA_SOURCE,
    competition: { code, title, country, sport },
    year,
    matches: placed.map(({ match }) => match),
  };
}
