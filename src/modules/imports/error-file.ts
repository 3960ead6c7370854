import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RejectedRow } from './file-source.js';

/**
 * The rows of an import that were not taken, as CSV. The file appears with the first of them and each is written at once,
 * so that nothing is lost when the import is killed.
 */
export class ErrorFile {
  readonly #stem: string;
  #path: string | null = null;
  #rows = 0;

  constructor(directory: string, source: string, startedAt: Date) {
    const stamp = startedAt.toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
    this.#stem = join(directory, `import-errors-${source}-${stamp}`);
  }

  /** Null while there is nothing in it. */
  get path(): string | null {
    return this.#path;
  }

  get rows(): number {
    return this.#rows;
  }

  add(rows: readonly RejectedRow[]): void {
    if (rows.length === 0) return;
    this.#path ??= createFile(this.#stem, 'file,line,reason,text\n');
    const lines = rows.map(({ file, line, reason, text }) => [file, line ?? '', reason, text].map(cell).join(','));
    appendFileSync(this.#path, `${lines.join('\n')}\n`);
    this.#rows += rows.length;
  }
}

/** Two imports may start in the same second. */
function createFile(stem: string, content: string): string {
  for (let number = 1; ; number++) {
    const path = number === 1 ? `${stem}.csv` : `${stem}-${number}.csv`;
    try {
      writeFileSync(path, content, { flag: 'wx' });
      return path;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
