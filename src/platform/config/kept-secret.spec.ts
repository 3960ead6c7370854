import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptSecret, keptSecretPath, readKeptSecret } from './kept-secret.js';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'touchline-')), 'data');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

describe('a kept secret', () => {
  it('is made once, in a file for its owner alone', () => {
    expect(readKeptSecret(folder, 'token')).toBeUndefined();
    expect(keptSecret(folder, 'token', () => 'first')).toBe('first');
    expect(keptSecret(folder, 'token', () => 'second')).toBe('first');
    expect(readKeptSecret(folder, 'token')).toBe('first');
    expect(statSync(keptSecretPath(folder, 'token')).mode & 0o777).toBe(0o600);
  });

  it("is the other's when another process was faster", () => {
    const made = keptSecret(folder, 'token', () => keptSecret(folder, 'token', () => 'faster') && 'slower');
    expect(made).toBe('faster');
  });
});
