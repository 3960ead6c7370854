import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import type { GameRecord } from '#core/season/game-record.js';
import type { SeasonRecord } from '#core/season/season-record.js';
import { ErrorFile } from './error-file.js';
import type { FileSource, ParsedFile, RejectedRow } from './file-source.js';
import { emptyGameReport, GameLoader, type GameReport } from './game-loader.js';
import type { ImportFile } from './import-files.js';
import type { LoadReport } from './load-report.js';
import type { RefusedMatch } from './prepared-season.js';
import { SeasonLoader } from './season-loader.js';

export interface FileImportProgress {
  /** Bytes of files that are stored completely, and of all files. */
  doneBytes: number;
  totalBytes: number;
  loaded: LoadReport;
  rejected: number;
  errorFile: string | null;
}

export interface FileImportOptions {
  /** Where the error file goes. */
  directory: string;
  onProgress?: (progress: FileImportProgress) => void;
  signal?: AbortSignal;
}

export interface FileImportSummary {
  files: number;
  loaded: LoadReport;
  /** Players and plays, of sources that have them. */
  games: GameReport;
  /** Rows that were not taken; they stand in the error file. */
  rejected: number;
  errorFile: string | null;
  leftOut: Record<string, number>;
}

/** Imports files: reads them one by one while earlier ones are stored, and keeps what could not be taken in a file. */
@Injectable()
export class FileImport {
  constructor(
    private readonly loader: SeasonLoader,
    private readonly gameLoader: GameLoader,
  ) {}

  /**
   * Imports all files of one source. A file that cannot be read and rows that cannot be taken do not stop the others.
   * @throws the signal's reason when aborted, or an error of the database; what is stored until then stays, and running
   * the import again does the rest.
   */
  async run(
    source: FileSource,
    files: readonly ImportFile[],
    { directory, onProgress, signal }: FileImportOptions,
  ): Promise<FileImportSummary> {
    const errors = new ErrorFile(directory, source.name, new Date());
    const leftOut: Record<string, number> = {};
    const totalBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
    const openSeasons = new Map<ImportFile, number>();
    const fileOf = new Map<SeasonRecord, ImportFile>();
    const gamesOf = new Map<SeasonRecord, GameRecord[]>();
    const games = emptyGameReport();
    const failed = new AbortController();
    const stopped = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal;
    let doneBytes = 0;
    let storing = Promise.resolve();
    /** One game after the other, while the matches of later ones are read and stored. */
    const storeGames = (season: SeasonRecord): void => {
      const waiting = gamesOf.get(season) ?? [];
      gamesOf.delete(season);
      for (const game of waiting) {
        storing = storing
          .then(() => (stopped.aborted ? undefined : this.gameLoader.store(game, games)))
          .catch((error: unknown) => failed.abort(error));
      }
    };

    const readSeasons = function* (): Generator<SeasonRecord> {
      for (const file of files) {
        const parsed = readImportFile(source, file);
        errors.add(parsed.rejected);
        for (const [what, count] of Object.entries(parsed.leftOut)) leftOut[what] = (leftOut[what] ?? 0) + count;
        openSeasons.set(file, parsed.seasons.length);
        for (const season of parsed.seasons) fileOf.set(season, file);
        for (const game of parsed.games ?? []) gamesOf.set(game.season, [...(gamesOf.get(game.season) ?? []), game]);
        if (parsed.seasons.length === 0) doneBytes += file.bytes;
        yield* parsed.seasons;
      }
    };

    const loaded = await this.loader.load(readSeasons(), {
      signal: stopped,
      onProgress: ({ season, refused, total }) => {
        if (refused.length === 0) storeGames(season);
        const file = fileOf.get(season)!;
        fileOf.delete(season);
        errors.add(refused.map((match) => toRejectedRow(file, match)));
        const open = openSeasons.get(file)! - 1;
        openSeasons.set(file, open);
        if (open === 0) doneBytes += file.bytes;
        onProgress?.({ doneBytes, totalBytes, loaded: total, rejected: errors.rows, errorFile: errors.path });
      },
    });
    await storing;
    stopped.throwIfAborted();
    return { files: files.length, loaded, games, rejected: errors.rows, errorFile: errors.path, leftOut };
  }
}

function readImportFile(source: FileSource, file: ImportFile): ParsedFile {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file.absolutePath);
  } catch (error) {
    const reason = `the file cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    return { seasons: [], rejected: [{ file: file.path, line: null, reason, text: '' }], leftOut: {} };
  }
  return source.parse(bytes, file.path);
}

function toRejectedRow(file: ImportFile, { match, reason }: RefusedMatch): RejectedRow {
  return { file: file.path, line: null, reason, text: `${match.kickoffAt} ${match.home} - ${match.away}` };
}
