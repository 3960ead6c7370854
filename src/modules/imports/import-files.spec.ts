import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findImportFiles, ImportPathError } from './import-files.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'touchline-files-'));
  mkdirSync(join(folder, 'b/c'), { recursive: true });
  mkdirSync(join(folder, 'empty/odd.csv'), { recursive: true });
  for (const name of ['b/x10.csv', 'b/x9.CSV', 'b/c/y.csv', 'b/z.txt']) writeFileSync(join(folder, name), name);
  symlinkSync('x9.CSV', join(folder, 'b/link.csv'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const find = (...paths: string[]) => findImportFiles(paths, '.csv', folder);

describe('files to import', () => {
  it('are found to the bottom, in natural order, each once', () => {
    expect(find('b').map(({ path }) => path)).toEqual(['b/c/y.csv', 'b/link.csv', 'b/x10.csv']);
    expect(find('b/x9.CSV', 'b', 'b').map(({ path }) => path)).toEqual(['b/x9.CSV', 'b/c/y.csv', 'b/x10.csv']);
  });

  it('may have any name when named outright', () => {
    expect(find('b/z.txt')).toEqual([{ path: 'b/z.txt', absolutePath: join(folder, 'b/z.txt'), bytes: 7 }]);
    expect(find(join(folder, 'b/z.txt'))).toHaveLength(1);
  });

  it('must exist', () => {
    expect(() => find('b', 'nowhere')).toThrow(new ImportPathError('nowhere does not exist'));
    expect(() => find('empty')).toThrow(new ImportPathError('There are no *.csv files in empty'));
  });
});
