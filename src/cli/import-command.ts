import { parseArgs } from 'node:util';
import {
  FILE_SOURCES,
  FileImport,
  type FileImportProgress,
  type FileImportSummary,
  type FileSource,
  type GameReport,
  findImportFiles,
  type ImportFile,
  ImportPathError,
  ImportsModule,
  matchesOf,
} from '#modules/imports/index.js';
import { ExitCode, UsageError, withCliContext } from './cli-context.js';
import { startProgress } from './progress.js';

const HELP = `Imports matches from files. What is stored already is left alone, so an import that was interrupted is
finished by running it again. Rows that cannot be taken go to import-errors-<source>-<time>.csv.

  npm run import -- <source> <files or folders ...>

Sources:
${FILE_SOURCES.map(({ name, title, extension }) => `  ${name.padEnd(16)} ${title} (*${extension})`).join('\n')}

Folders are searched to the bottom. The database is the one of DATABASE_URL, or the embedded one in DATA_DIR, which may be
in use by a running server.

  npm run import -- football-data downloads/E0.csv downloads/2024
`;

/** `import <source> <paths ...>`: imports files and prints what came of them. */
export async function importCommand(args: readonly string[], signal: AbortSignal): Promise<void> {
  const order = readOrder(args);
  if (!order) {
    process.stdout.write(HELP);
    return;
  }
  const { source, files, directory } = order;
  await withCliContext([ImportsModule], signal, async ({ app }) => {
    const startedAt = performance.now();
    const seconds = () => (performance.now() - startedAt) / 1000;
    const bar = startProgress('import', totalBytes(files));
    let last: FileImportProgress | null = null;
    try {
      const summary = await app.get(FileImport).run(source, files, {
        directory,
        signal,
        onProgress(progress) {
          last = progress;
          const matches = matchesOf(progress.loaded);
          bar.update(progress.doneBytes, `${number(matches)} matches | ${number(matches / seconds())} matches/s`);
        },
      });
      bar.stop();
      process.stdout.write(summarise(summary, seconds()));
    } catch (error) {
      bar.stop();
      process.stderr.write(interruption(last));
      throw error;
    }
  });
}

interface Order {
  source: FileSource;
  files: ImportFile[];
  directory: string;
}

/** What is to be done; null when only help is asked for. */
function readOrder(args: readonly string[]): Order | null {
  const { values, positionals } = parseOrThrow(args);
  if (values.help) return null;
  const [name, ...paths] = positionals;
  const names = FILE_SOURCES.map((source) => source.name).join(', ');
  if (name === undefined) throw new UsageError(`Which source? There is: ${names}. --help tells more.`);
  const source = FILE_SOURCES.find((candidate) => candidate.name === name);
  if (!source) throw new UsageError(`There is no source "${name}". There is: ${names}. --help tells more.`);
  if (paths.length === 0) throw new UsageError(`Which files or folders? import ${name} <files or folders ...>`);
  const directory = workingDirectory();
  try {
    return { source, files: findImportFiles(paths, source.extension, directory), directory };
  } catch (error) {
    if (error instanceof ImportPathError) throw new UsageError(error.message, ExitCode.noInput);
    throw error;
  }
}

function parseOrThrow(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { help: { type: 'boolean', short: 'h' } } });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}. --help tells more.`);
  }
}

/** Where the user stands: npm moves to the package's root and leaves a note of where it was called. */
function workingDirectory(): string {
  const calledFrom = process.env['npm_lifecycle_event'] === 'import' ? process.env['INIT_CWD'] : undefined;
  return calledFrom ?? process.cwd();
}

function totalBytes(files: readonly ImportFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

function summarise({ files, loaded, games, rejected, errorFile, leftOut }: FileImportSummary, seconds: number): string {
  const matches = matchesOf(loaded);
  const rows: [string, string][] = [
    ['files', number(files)],
    ['matches, new', number(loaded.newMatches)],
    ['matches, updated', number(loaded.updatedMatches)],
    ['matches, unchanged', number(loaded.unchangedMatches)],
    ['tournaments, new', number(loaded.newTournaments)],
    ['teams, new', number(loaded.newTeams)],
    ['statistics written', number(loaded.statLines)],
    ['odds written', number(loaded.odds)],
    ...(games.plays + games.unchangedGames > 0 ? gameRows(games) : []),
    ['rejected', number(rejected)],
    ['seconds', seconds.toFixed(1)],
    ['matches/s', number(matches / seconds)],
  ];
  const left = Object.entries(leftOut).filter(([, count]) => count > 0);
  rows.push(...left.map(([what, count]): [string, string] => [`left out: ${what}`, number(count)]));
  const width = Math.max(...rows.map(([label]) => label.length));
  const table = rows.map(([label, value]) => `${label.padEnd(width)}  ${value.padStart(9)}\n`).join('');
  return errorFile ? `${table}Rejected rows are in ${errorFile}\n` : table;
}

function gameRows({ newGames, changedGames, unchangedGames, newPlayers, plays }: GameReport): [string, string][] {
  return [
    ['games with plays, new', number(newGames)],
    ['games with plays, changed', number(changedGames)],
    ['games with plays, unchanged', number(unchangedGames)],
    ['players, new', number(newPlayers)],
    ['plays written', number(plays)],
  ];
}

function interruption(last: FileImportProgress | null): string {
  const stored = last ? matchesOf(last.loaded) : 0;
  const rejected = last?.errorFile ? ` Rejected rows so far are in ${last.errorFile}.` : '';
  return `Stopped with ${number(stored)} matches done. Run it again to do the rest.${rejected}\n`;
}

function number(value: number): string {
  return Math.round(value).toLocaleString('en');
}
