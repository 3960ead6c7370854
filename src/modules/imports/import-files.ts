import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface ImportFile {
  /** As the user would write it. */
  path: string;
  absolutePath: string;
  bytes: number;
}

/** A path that cannot be imported. */
export class ImportPathError extends Error {
  override readonly name = 'ImportPathError';
}

/**
 * The files at the given paths, each once, in natural order within a folder. Folders are searched to the bottom for files
 * with the extension; a file named outright is taken whatever its name.
 * @throws ImportPathError for a path that does not exist, or when there is no file at all.
 */
export function findImportFiles(paths: readonly string[], extension: string, directory: string): ImportFile[] {
  const files = new Map<string, ImportFile>();
  const add = (path: string) => {
    const absolutePath = resolve(directory, path);
    const { size } = statSync(absolutePath);
    const real = realpathSync(absolutePath);
    if (!files.has(real)) files.set(real, { path, absolutePath, bytes: size });
  };
  for (const path of paths) {
    const status = statSync(resolve(directory, path), { throwIfNoEntry: false });
    if (!status) throw new ImportPathError(`${path} does not exist`);
    if (status.isDirectory()) for (const name of filesIn(resolve(directory, path), extension)) add(join(path, name));
    else add(path);
  }
  if (files.size === 0) throw new ImportPathError(`There are no *${extension} files in ${paths.join(', ')}`);
  return [...files.values()];
}

function filesIn(folder: string, extension: string): string[] {
  const order = new Intl.Collator('en', { numeric: true });
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.toLowerCase().endsWith(extension) && statSync(join(folder, name)).isFile())
    .toSorted(order.compare);
}
