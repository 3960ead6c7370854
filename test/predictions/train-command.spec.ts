import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCommand } from '../../src/cli/cli-context.js';
import { trainCommand } from '../../src/cli/train-command.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { createLeague, type League, storedPredictions } from './league.js';

const NOW = new Date('2024-06-01T00:00:00Z');

let database: TestDatabase;
let output: { out: string; err: string };
let north: League;

beforeEach(async () => {
  database = await createTestDatabase();
  const seasons = [
    { year: 2022, firstDay: new Date('2022-08-06') },
    { year: 2023, firstDay: new Date('2023-08-05') },
  ];
  north = await createLeague(database, { title: 'North', seasons, now: NOW, teams: 4 });
  await createLeague(database, { title: 'South', seasons, now: NOW, teams: 4, seed: 'south' });
  output = { out: '', err: '' };
  vi.stubEnv('DATABASE_URL', database.url);
  const keep = (stream: 'out' | 'err') => (chunk: unknown) => {
    output[stream] += String(chunk);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(keep('out'));
  vi.spyOn(process.stderr, 'write').mockImplementation(keep('err'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await database.drop();
});

/** Runs the command as the program would and returns its exit code. */
async function run(...args: string[]): Promise<number> {
  const before = process.exitCode;
  process.exitCode = 0;
  await runCommand((signal) => trainCommand(args, signal));
  const code = Number(process.exitCode);
  process.exitCode = before;
  return code;
}

describe('train', () => {
  it('trains everything, prints a line per season, and finds nothing new the second time', async () => {
    expect(await run()).toBe(0);
    expect(output.out).toMatch(/North +2022 +12 +0\.\d{4} +\d\.\d{4} +[+-]0\.\d{4} +0\.\d{4} +12\n/);
    expect(output.out).toContain('4 tournaments, 4 new models, 48 new predictions in');
    expect(await storedPredictions(database)).toHaveLength(48);
    expect(await run()).toBe(0);
    expect(output.out).toContain('4 tournaments, 0 new models, 0 new predictions in');
  });

  it('takes a competition by title or id, and a single tournament', async () => {
    expect(await run('--competition', 'south')).toBe(0);
    expect(await storedPredictions(database)).toHaveLength(24);
    expect(await run('--tournament', String(north.tournamentIds[1]))).toBe(0);
    expect(await storedPredictions(database)).toHaveLength(36);
    expect(await run('--competition', String(north.competitionId))).toBe(0);
    expect(await storedPredictions(database)).toHaveLength(48);
  });

  it('answers wrong arguments with 64, and what does not exist with 66', async () => {
    expect(await run('--league', 'North')).toBe(64);
    expect(output.err).toContain('npm run train');
    expect(await run('--competition', 'East')).toBe(66);
    expect(output.err).toContain('North');
    expect(await run('--tournament', '999999')).toBe(66);
    expect(await run('--help')).toBe(0);
    expect(output.out).toContain('npm run train');
    expect(await storedPredictions(database)).toEqual([]);
  });
});
