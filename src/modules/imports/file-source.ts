import type { SeasonRecord } from '#core/season/season-record.js';
import { FOOTBALL_DATA_SOURCE, parseFootballData } from './football-data/football-data.parser.js';

export interface RejectedRow {
  file: string;
  /** Physical line in the file, from 1; null when no single line is at fault. */
  line: number | null;
  reason: string;
  text: string;
}

export interface ParsedFile {
  seasons: SeasonRecord[];
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

export const FILE_SOURCES: readonly FileSource[] = [footballData];
