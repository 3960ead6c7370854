import { readFile } from 'node:fs/promises';
import type { MatchWinnerPrices, WalkForwardMatch } from '#core/models/walk-forward.js';
import type { OddsRecord, SeasonRecord } from '#core/season/season-record.js';
import { FILE_SOURCES, findImportFiles, ImportPathError } from '#modules/imports/index.js';
import { ExitCode, UsageError } from '../cli-context.js';
import { startProgress } from '../progress.js';
import type { BacktestOrder } from './backtest-order.js';

const MS_PER_DAY = 86_400_000;

/** Whose closing prices are taken, the first that has all three: Pinnacle, else the average of many. */
const CLOSING_BOOKMAKERS = ['PS', 'AVG'];

export interface BacktestData<Match = WalkForwardMatch> {
  /** Finished matches up to the last season wanted, sorted by day. */
  matches: Match[];
  /** Titles of the leagues by their code. */
  leagues: Map<string, string>;
  files: number;
  /** Rows that could not be read. */
  rejected: number;
}

/**
 * Reads the matches of the leagues wanted. One that stands in several files is taken once.
 * @throws UsageError with exit code 66 when a path, a league or every match is missing; the signal's reason when aborted.
 */
export function readBacktestData(order: BacktestOrder, signal: AbortSignal): Promise<BacktestData> {
  return readMatches(order, finishedMatches, signal);
}

/** The same with matches as `matchesOf` makes them of a season, each with the key of its fixture. Throws as above. */
export async function readMatches<Match extends { day: number; season: number }>(
  { paths, directory, from, to, leagues: wanted }: BacktestOrder,
  matchesOf: (season: SeasonRecord) => [string, Match][],
  signal: AbortSignal,
): Promise<BacktestData<Match>> {
  const [source] = FILE_SOURCES.filter(({ name }) => name === 'football-data');
  const matches = new Map<string, Match>();
  const leagues = new Map<string, string>();
  const files = findFiles(paths, source.extension, directory);
  const bar = startProgress('read', files.length);
  let rejected = 0;
  try {
    for (const [done, { absolutePath, path }] of files.entries()) {
      bar.update(done, path);
      const parsed = source.parse(await readFile(absolutePath, { signal }), path);
      rejected += parsed.rejected.length;
      for (const season of parsed.seasons) {
        const { competition, year } = season;
        leagues.set(competition.code, competition.title);
        if (year > to || (wanted.length > 0 && !wanted.includes(competition.code))) continue;
        for (const [key, match] of matchesOf(season)) {
          const id = `${competition.code} ${year} ${key}`;
          if (!matches.has(id)) matches.set(id, match);
        }
      }
    }
  } finally {
    bar.stop();
  }
  const missing = wanted.filter((code) => !leagues.has(code));
  if (missing.length > 0) throw noData(`There are no matches of ${missing.join(', ')}`, leagues);
  const sorted = [...matches.values()].toSorted((a, b) => a.day - b.day);
  if (!sorted.some(({ season }) => season >= from)) throw noData('There are no matches of these seasons', leagues);
  return { matches: sorted, leagues, files: files.length, rejected };
}

function finishedMatches({ competition, year, matches }: SeasonRecord): [string, WalkForwardMatch][] {
  return matches.flatMap(({ key, kickoffAt, home, away, score, status, odds }) => {
    if (status !== 'finished' || score === null) return [];
    const match: WalkForwardMatch = {
      day: Math.floor(Date.parse(kickoffAt) / MS_PER_DAY),
      season: year,
      competition: competition.code,
      home,
      away,
      homeGoals: score.home,
      awayGoals: score.away,
      odds: closingPrices(odds),
    };
    return [[key, match]];
  });
}

function findFiles(...order: Parameters<typeof findImportFiles>): ReturnType<typeof findImportFiles> {
  try {
    return findImportFiles(...order);
  } catch (error) {
    if (error instanceof ImportPathError) throw new UsageError(error.message, ExitCode.noInput);
    throw error;
  }
}

function noData(message: string, leagues: ReadonlyMap<string, string>): UsageError {
  const known = [...leagues].map(([code, title]) => `${code} (${title})`).join(', ') || 'none';
  return new UsageError(`${message}. Leagues in the files: ${known}`, ExitCode.noInput);
}

function closingPrices(odds: readonly OddsRecord[]): MatchWinnerPrices | null {
  const closing = odds.filter(({ market, closing }) => closing && market === 'match_winner');
  for (const bookmaker of CLOSING_BOOKMAKERS) {
    const [home, draw, away] = (['home', 'draw', 'away'] as const).map(
      (selection) => closing.find((each) => each.bookmaker === bookmaker && each.selection === selection)?.price,
    );
    if (home !== undefined && draw !== undefined && away !== undefined) return { home, draw, away, closing: true };
  }
  return null;
}
