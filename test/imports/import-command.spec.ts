import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCommand } from '../../src/cli/cli-context.js';
import { importCommand } from '../../src/cli/import-command.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const HEADER = 'Div,Date,Time,HomeTeam,AwayTeam,FTHG,FTAG,FTR,HTHG,HTAG,HTR,HS,AS,B365H,B365D,B365A';
const ROWS = [
  'E0,12/08/2023,12:30,Arsenal,Burnley,2,1,H,2,0,H,15,6,1.18,7.0,15.0',
  'E0,13/08/2023,16:30,Chelsea,Derby,1,1,D,1,1,D,10,13,3.1,3.4,2.3',
  'E0,14/08/2023,16:30,Burnley,Chelsea,0,3,A,0,2,A,7,20,7.5,4.5,1.45',
];

let database: TestDatabase;
let directory: string;
let output: { out: string; err: string };

beforeEach(async () => {
  database = await createTestDatabase();
  directory = mkdtempSync(join(tmpdir(), 'touchline-import-'));
  output = { out: '', err: '' };
  vi.stubEnv('DATABASE_URL', database.url);
  // The user stands in `directory`; this is how npm tells a script so.
  vi.stubEnv('npm_lifecycle_event', 'import');
  vi.stubEnv('INIT_CWD', directory);
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
  rmSync(directory, { recursive: true });
  await database.drop();
});

/** Runs the command as the program would and returns its exit code. */
async function run(...args: string[]): Promise<number> {
  const before = process.exitCode;
  process.exitCode = 0;
  await runCommand((signal) => importCommand(args, signal));
  const code = Number(process.exitCode);
  process.exitCode = before;
  return code;
}

function write(name: string, ...rows: string[]): void {
  mkdirSync(join(directory, name, '..'), { recursive: true });
  writeFileSync(join(directory, name), `${[HEADER, ...rows].join('\r\n')}\r\n`);
}

async function storedMatches(): Promise<number> {
  return (await database.sql<{ n: number }>('select count(*)::int as n from match'))[0].n;
}

const line = (label: string) =>
  output.out
    .split('\n')
    .find((row) => row.startsWith(`${label} `))
    ?.trim()
    .split(/\s{2,}/)
    .at(-1);

describe('import', () => {
  it('imports folders to the bottom and tells what it did', async () => {
    write('in/E0.csv', ...ROWS);
    write('in/deeper/E1.CSV', ROWS[0].replace('E0', 'E1'));
    writeFileSync(join(directory, 'in/notes.txt'), 'not for us');
    expect(await run('football-data', 'in')).toBe(0);
    expect([line('files'), line('matches, new'), line('teams, new'), line('rejected')]).toEqual(['2', '4', '4', '0']);
    expect(readdirSync(directory)).toEqual(['in']);

    output.out = '';
    expect(await run('football-data', 'in/E0.csv', 'in')).toBe(0);
    expect([line('files'), line('matches, new'), line('matches, unchanged')]).toEqual(['2', '0', '4']);
  });

  it('writes rows that cannot be taken to a file and imports the rest', async () => {
    const long = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';
    write('E0.csv', ROWS[0], 'E0,32/08/2023,,"A, ""B""",C,1,0,H,,,,,,,,', ROWS[1].replace('Derby', long), ROWS[2]);
    expect(await run('football-data', 'E0.csv')).toBe(0);
    expect([line('matches, new'), line('rejected')]).toEqual(['2', '2']);
    const [file] = readdirSync(directory).filter((name) => name !== 'E0.csv');
    expect(file).toMatch(/^import-errors-football-data-\d{8}T\d{6}\.csv$/);
    expect(output.out).toContain(join(directory, file));
    const [header, ...rows] = readFileSync(join(directory, file), 'utf8').trimEnd().split('\n');
    expect(header).toBe('file,line,reason,text');
    expect(rows).toEqual([
      'E0.csv,3,"Date ""32/08/2023"" is not a date","E0,32/08/2023,,""A, """"B"""""",C,1,0,H,,,,,,,,"',
      `E0.csv,,"team ""${long}"" has more than 50 characters",2023-08-13T15:30:00.000Z Chelsea - ${long}`,
    ]);
  });

  it('corrects a match when its file is corrected', async () => {
    write('E0.csv', ...ROWS);
    await run('football-data', 'E0.csv');
    write('E0.csv', ROWS[0].replace('2,1,H', '3,1,H'), ROWS[1], ROWS[2]);
    output.out = '';
    expect(await run('football-data', 'E0.csv')).toBe(0);
    expect([line('matches, new'), line('matches, updated'), line('matches, unchanged')]).toEqual(['0', '1', '2']);
    expect(await database.sql(`select version from match where score_home = 3 and score_away = 1`)).toEqual([
      // The match, its full-time and its second-half statistics.
      { version: 4 },
    ]);
  });

  it.each([
    { args: [], code: 64, message: 'Which source? There is: football-data, nfl. --help tells more.' },
    { args: ['footbal-data', '.'], code: 64, message: 'There is no source "footbal-data".' },
    { args: ['football-data'], code: 64, message: 'Which files or folders?' },
    { args: ['football-data', '.', '--fast'], code: 64, message: "Unknown option '--fast'" },
    { args: ['football-data', 'nowhere.csv'], code: 66, message: 'nowhere.csv does not exist' },
    { args: ['football-data', '.'], code: 66, message: 'There are no *.csv files in .' },
  ])('import $args ends with $code', async ({ args, code, message }) => {
    expect(await run(...args)).toBe(code);
    expect(output.err).toContain(message);
    expect(output.err).not.toMatch(/\n\s+at /);
    expect(output.out).toBe('');
  });

  it('explains itself', async () => {
    expect(await run('--help')).toBe(0);
    expect(output.out).toContain('npm run import -- <source> <files or folders ...>');
    expect(output.out).toContain('football-data');
  });

  it('says in one line that there is no database', async () => {
    write('E0.csv', ...ROWS);
    vi.stubEnv('DATABASE_URL', 'postgres://nobody@127.0.0.1:1/nothing');
    expect(await run('football-data', 'E0.csv')).toBe(69);
    expect(output.err).toMatch(/^The database cannot be reached: .*ECONNREFUSED.*\n$/);
  });

  it('says everything that is wrong with the configuration', async () => {
    write('E0.csv', ...ROWS);
    vi.stubEnv('LOG_LEVEL', 'loud');
    expect(await run('football-data', 'E0.csv')).toBe(78);
    expect(output.err).toContain('LOG_LEVEL="loud"');
  });

  it('stops cleanly at Ctrl-C, says so, and is finished by running it again', async () => {
    for (let year = 10; year < 40; year++) {
      write(`E0_${year}.csv`, ...ROWS.map((row) => row.replaceAll('/2023', `/20${year}`)));
    }
    const running = run('football-data', '.');
    while ((await storedMatches()) === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    process.emit('SIGINT', 'SIGINT');
    expect(await running).toBe(130);
    const first = await storedMatches();
    expect(first).toBeGreaterThan(0);
    expect(first % ROWS.length).toBe(0);
    expect(output.err).toContain(`Stopped with ${first} matches done. Run it again to do the rest.`);

    expect(await run('football-data', '.')).toBe(0);
    expect(await storedMatches()).toBe(90);
  });
});
