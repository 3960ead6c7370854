import { gunzipSync } from 'node:zlib';
import type { GameRecord } from '#core/season/game-record.js';
import type { SeasonRecord } from '#core/season/season-record.js';
import { FOOTBALL_DATA_SOURCE, parseFootballData } from './football-data/football-data.parser.js';
import { NFL_SOURCE, readGame } from './nfl/nfl-game.js';

export interface RejectedRow {
  file: string;
  /** Physical line in the file, from 1; null when no single line is at fault. */
  line: number | null;
  reason: string;
  text: string;
}

export interface ParsedFile {
  seasons: SeasonRecord[];
  /** Players and plays of matches of these seasons. */
  games?: GameRecord[];
  rejected: RejectedRow[];
  /** What was left out of accepted rows, counted: description to number. */
  leftOut: Readonly<Record<string, number>>;
}

/** A kind of file that can be imported. */
export interface FileSource {
  /** What the command line calls it, and the namespace of its external ids. */
  name: string;
  title: string;
  /** Ending of the files to look for in folders, with the dot. */
  extension: string;
  /** Never throws for what is in the file. */
  parse(bytes: Uint8Array, fileName: string): ParsedFile;
}

const footballData: FileSource = {
  name: FOOTBALL_DATA_SOURCE,
  title: 'results, statistics and odds of football-data.co.uk',
  extension: '.csv',
  parse(bytes, fileName) {
    const { seasons, rejected, counts } = parseFootballData(bytes, fileName);
    const leftOut = {
      'rows that repeat another exactly': counts.repeatedRows,
      'prices without a usable value': counts.unknownOdds,
      'half-time scores that contradict their result': counts.unknownHalfTimes,
    };
    return { seasons, rejected, leftOut };
  },
};

const nfl: FileSource = {
  name: NFL_SOURCE,
  title: 'games of the league’s live feed: players, plays, scores',
  extension: '.json.gz',
  parse(bytes, fileName) {
    try {
      const game = readGame(new TextDecoder().decode(isGzip(bytes) ? gunzipSync(bytes) : bytes));
      return { seasons: [game.season], games: [game], rejected: [], leftOut: {} };
    } catch (error) {
      const reason = `this is not a game of the feed: ${error instanceof Error ? error.message : String(error)}`;
      return { seasons: [], rejected: [{ file: fileName, line: null, reason, text: '' }], leftOut: {} };
    }
  },
};

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

export const FILE_SOURCES: readonly FileSource[] = [footballData, nfl];
