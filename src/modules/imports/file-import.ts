import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import type { SeasonRecord } from '#core/season/season-record.js';
import { ErrorFile } from './error-file.js';
import type { FileSource, ParsedFile, RejectedRow } from './file-source.js';
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
  /** Rows that were not taken; they stand in the error file. */
  rejected: number;
  errorFile: string | null;
  leftOut: Record<string, number>;
}

/** Imports files: reads them one by one while earlier ones are stored, and keeps what could not be taken in a file. */
@Injectable()
export class FileImport {
  constructor(private readonly loader: SeasonLoader) {}

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
    let doneBytes = 0;

    const readSeasons = function* (): Generator<SeasonRecord> {
      for (const file of files) {
        const parsed = readImportFile(source, file);
        errors.add(parsed.rejected);
        for (const [what, count] of Object.entries(parsed.leftOut)) leftOut[what] = (leftOut[what] ?? 0) + count;
        openSeasons.set(file, parsed.seasons.length);
        for (const season of parsed.seasons) fileOf.set(season, file);
        if (parsed.seasons.length === 0) doneBytes += file.bytes;
        yield* parsed.seasons;
      }
    };

    const loaded = await this.loader.load(readSeasons(), {
      signal,
      onProgress: ({ season, refused, total }) => {
        const file = fileOf.get(season)!;
        fileOf.delete(season);
        errors.add(refused.map((match) => toRejectedRow(file, match)));
        const open = openSeasons.get(file)! - 1;
        openSeasons.set(file, open);
        if (open === 0) doneBytes += file.bytes;
        onProgress?.({ doneBytes, totalBytes, loaded: total, rejected: errors.rows, errorFile: errors.path });
      },
    });
    return { files: files.length, loaded, rejected: errors.rows, errorFile: errors.path, leftOut };
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
