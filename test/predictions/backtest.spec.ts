import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { simulateSoccerLeague } from '#core/season/soccer-league.js';
import { backtestCommand } from '../../src/cli/backtest/backtest-command.js';
import type { BacktestReport } from '../../src/cli/backtest/backtest-report.js';
import type { CountsReport } from '../../src/cli/backtest/counts-report.js';
import { runCommand } from '../../src/cli/cli-context.js';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDER = join(resolve(ROOT, process.env.TOUCHLINE_DATA ?? '../shared/data'), 'football-data');
const IS_THERE = existsSync(FOLDER);
const REAL = IS_THERE
  ? 'published files'
  : 'published files (SKIPPED: TOUCHLINE_DATA names no folder with football-data)';

const COUNTED = [
  ['corners', 'HC,AC'],
  ['shots', 'HS,AS'],
  ['shotsOnTarget', 'HST,AST'],
  ['yellowCards', 'HY,AY'],
  ['fouls', 'HF,AF'],
] as const;

let directory: string;
let output: { out: string; err: string };

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'touchline-backtest-'));
  output = { out: '', err: '' };
  vi.stubEnv('npm_lifecycle_event', 'backtest');
  vi.stubEnv('INIT_CWD', directory);
  const keep = (stream: 'out' | 'err') => (chunk: unknown) => {
    output[stream] += String(chunk);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(keep('out'));
  vi.spyOn(process.stderr, 'write').mockImplementation(keep('err'));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(directory, { recursive: true });
});

/** Runs the command as the program would and returns its exit code. */
async function run(...args: string[]): Promise<number> {
  const before = process.exitCode;
  process.exitCode = 0;
  await runCommand((signal) => backtestCommand(args, signal));
  const code = Number(process.exitCode);
  process.exitCode = before;
  return code;
}

/** Seasons of an invented league as files of football-data.co.uk, with closing prices for all but every tenth match. */
function writeSeasons(code: string, years: readonly number[]): void {
  const league = { code, title: code, country: null, sport: 'soccer' } as const;
  const seasons = simulateSoccerLeague({
    seed: 'backtest',
    source: 'test',
    competition: league,
    size: 8,
    exchanged: 1,
    years,
    asOf: '2030-01-01T00:00:00Z',
  });
  for (const { year, matches } of seasons) {
    const rows = matches.map(({ kickoffAt, home, away, score, statLines }, n) => {
      const [y, m, d] = kickoffAt.slice(0, 10).split('-');
      const result = score!.home > score!.away ? 'H' : score!.home < score!.away ? 'A' : 'D';
      const closing = n % 10 === 0 ? ['', '', ''] : n % 2 === 0 ? ['', '', '', '2.1', '3.4', '3.6'] : ['2', '3.5', '4'];
      const counts = COUNTED.flatMap(([count]) =>
        (['home', 'away'] as const).map((side) => {
          const line = statLines.find((each) => each.side === side && each.period === 'full');
          return n % 10 === 0 && count === 'corners' ? '' : line?.[count];
        }),
      );
      const prices = Array.from({ length: 6 }, (_, place) => closing[place] ?? '');
      return [code, `${d}/${m}/${y}`, home, away, score!.home, score!.away, result, ...prices, ...counts].join(',');
    });
    const columns = COUNTED.map(([, names]) => names).join(',');
    const header = `Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR,PSCH,PSCD,PSCA,AvgCH,AvgCD,AvgCA,${columns}`;
    writeFileSync(join(directory, `${code}_${year}.csv`), `${[header, ...rows].join('\r\n')}\r\n`);
  }
}

function readReport(name = 'report.json'): BacktestReport {
  return JSON.parse(readFileSync(join(directory, name), 'utf8')) as BacktestReport;
}

describe('backtest', () => {
  it('forecasts the seasons asked for from those before, league by league', async () => {
    writeSeasons('X1', [2018, 2019, 2020, 2021]);
    writeSeasons('X2', [2018, 2019, 2020]);
    expect(await run('--data', '.', '--from', '2019', '--to', '2020', '--json', 'report.json')).toBe(0);
    const report = readReport();
    expect(report).toMatchObject({
      seasons: { from: 2019, to: 2020 },
      leagues: { X1: 'X1', X2: 'X2' },
      protocol: { devig: 'power' },
      data: { files: 7, matches: 6 * 56 },
    });
    expect(Object.keys(report.allMatches)).toEqual(['X1', 'X2', 'ALL']);
    const matches = (lines: BacktestReport['allMatches'][string]) => lines.map(({ matches }) => matches);
    expect(matches(report.allMatches['ALL'])).toEqual([224, 224, 224, 224, 4 * 50]);
    expect(matches(report.commonMatches['ALL'])).toEqual([200, 200, 200, 200, 200]);
    expect(matches(report.bySeason['2020']['X2'])).toEqual([56, 56, 56, 56, 50]);
    const [uniform, base, , model, odds] = report.allMatches['ALL'];
    expect(uniform.logLoss).toBeCloseTo(Math.log(3), 12);
    expect(uniform.correctScore).toBeNull();
    expect(base.overUnder25).toBeLessThan(0.75);
    expect(model.againstReference.rps.mean).toBe(0);
    expect(uniform.againstReference.rps.mean).toBeCloseTo(uniform.rps - model.rps, 12);
    expect(odds.id).toBe('closing-odds-power');
    for (const bins of Object.values(report.reliability)) {
      expect(bins.home.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(200);
    }
    expect(output.out).toMatch(/ALL +dixon-coles +224 /);
    expect(output.out).toMatch(/Matches with closing odds/);
  });

  it('takes leagues, files and the method of the margin', async () => {
    writeSeasons('X1', [2018, 2019]);
    writeSeasons('X2', [2018, 2019]);
    const both = ['--data', 'X1_2018.csv', '--data', 'X1_2019.csv', '--data', 'X2_2019.csv', '--data', 'X1_2018.csv'];
    expect(await run(...both, '--leagues', 'X1', '--from', '2019', '--devig', 'shin', '--json', 'r.json')).toBe(0);
    const report = readReport('r.json');
    expect(report.data).toMatchObject({ files: 3, matches: 112 });
    expect(Object.keys(report.allMatches)).toEqual(['X1', 'ALL']);
    expect(report.allMatches['X1'].map(({ id }) => id)).toContain('closing-odds-shin');
  });

  it('says how it is used', async () => {
    expect(await run('--help')).toBe(0);
    expect(output.out).toContain('npm run backtest');
  });

  it.each([
    [[]],
    [['--data', '.', '--from', '19']],
    [['--data', '.', '--from', '2020', '--to', '2019']],
    [['--data', '.', '--devig', 'guess']],
    [['--data', '.', '--leagues', 'E0,,D1']],
    [['--data', '.', '--json', 'no/such/folder/x.json']],
    [['--data', '.', '--json', '']],
    [['--data', '.', '--unknown']],
    [['.']],
  ])('answers wrong arguments %j with 64 and the usage', async (args) => {
    expect(await run(...args)).toBe(64);
    expect(output.err).toContain('npm run backtest');
    expect(output.out).toBe('');
  });

  it('answers missing data with 66 and what there is', async () => {
    expect(await run('--data', 'nowhere')).toBe(66);
    expect(await run('--data', '.')).toBe(66);
    writeSeasons('X1', [2018]);
    expect(await run('--data', '.', '--from', '2019')).toBe(66);
    expect(await run('--data', '.', '--leagues', 'X1,E0')).toBe(66);
    expect(output.err).toContain('There are no matches of E0. Leagues in the files: X1');
  });
});

describe('backtest --counts', () => {
  it('forecasts every count of the seasons asked for, beside simpler forecasts', async () => {
    writeSeasons('X1', [2018, 2019, 2020]);
    writeSeasons('X2', [2018, 2019, 2020]);
    expect(await run('--counts', '--data', '.', '--from', '2019', '--to', '2019', '--json', 'report.json')).toBe(0);
    const report = JSON.parse(readFileSync(join(directory, 'report.json'), 'utf8')) as CountsReport;
    expect(report).toMatchObject({
      seasons: { from: 2019, to: 2019 },
      leagues: { X1: 'X1', X2: 'X2' },
      data: { files: 6, matches: 4 * 56 },
      reference: 'ratings, NB',
    });
    expect(Object.keys(report.counts)).toEqual(['goals', 'corners', 'shots', 'shotsOnTarget', 'yellowCards', 'fouls']);
    const corners = report.counts['corners'];
    expect(Object.keys(corners)).toEqual(['X1', 'X2', 'ALL']);
    // Every tenth match of a file has no corners.
    expect(corners['ALL'].map(({ matches }) => matches)).toEqual([100, 100, 100, 100]);
    expect(report.counts['goals']['ALL'].map(({ matches }) => matches)).toEqual([112, 112, 112, 112]);
    for (const lines of Object.values(report.counts).map((tables) => tables['ALL'])) {
      const [, , ratings, analysis] = lines;
      expect(lines.map(({ id }) => id)).toEqual(['league means, NB', 'ratings, Poisson', 'ratings, NB', 'analysis']);
      expect(ratings.againstRatings.total.mean).toBe(0);
      expect(analysis.againstRatings.total.mean).toBeCloseTo(analysis.total - ratings.total, 12);
      expect(analysis.varianceRatio).toBeGreaterThan(0.5);
      expect(analysis.varianceRatio).toBeLessThan(2);
      const chances = analysis.lines.map(({ forecast }) => forecast);
      expect(chances.filter(Number.isFinite)).toEqual(chances.filter(Number.isFinite).toSorted((a, b) => b - a));
      for (const { bins, matches } of analysis.lines) {
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(matches);
      }
    }
    expect(output.out).toMatch(/corners +analysis +100 /);
    expect(output.out).toContain('Written to');
  });

  it('does not see what comes after: later matches change no forecast', async () => {
    writeSeasons('X1', [2018, 2019, 2020]);
    const wanted = ['--counts', '--data', '.', '--from', '2019', '--to', '2019', '--json'];
    expect(await run(...wanted, 'short.json')).toBe(0);
    rmSync(join(directory, 'X1_2020.csv'));
    expect(await run(...wanted, 'shorter.json')).toBe(0);
    const [short, shorter] = ['short.json', 'shorter.json'].map(
      (name) => (JSON.parse(readFileSync(join(directory, name), 'utf8')) as CountsReport).counts,
    );
    expect(short).toEqual(shorter);
  });

  it('has no use for the margin of odds', async () => {
    expect(await run('--counts', '--data', '.', '--devig', 'shin')).toBe(64);
    expect(output.err).toContain('--devig');
  });
});

describe.skipIf(!IS_THERE)(REAL, () => {
  it('have counts that the analysis forecasts better than ratings alone', async () => {
    const files = ['1819', '1920', '2021', '2122'].flatMap((years) => ['--data', join(FOLDER, `E0_${years}.csv`)]);
    expect(await run('--counts', ...files, '--from', '2020', '--json', 'report.json')).toBe(0);
    const { counts } = JSON.parse(readFileSync(join(directory, 'report.json'), 'utf8')) as CountsReport;
    for (const tables of Object.values(counts)) {
      const analysis = tables['ALL'].find(({ id }) => id === 'analysis')!;
      expect(analysis.matches).toBe(760);
      expect(analysis.againstRatings.total.mean).toBeLessThan(0.005);
      expect(analysis.varianceRatio).toBeGreaterThan(0.85);
      expect(analysis.varianceRatio).toBeLessThan(1.2);
    }
  });

  it('are forecast better than by base rates, and worse than by closing odds', async () => {
    const data = ['E0', 'D1'].flatMap((code) =>
      ['1718', '1819', '1920', '2021'].flatMap((years) => ['--data', join(FOLDER, `${code}_${years}.csv`)]),
    );
    expect(await run(...data, '--from', '2019', '--to', '2020', '--json', 'report.json')).toBe(0);
    const [uniform, base, plain, ridge, odds] = readReport().commonMatches['ALL'];
    expect(uniform.matches).toBeGreaterThan(1_360);
    expect(ridge.rps).toBeLessThan(plain.rps);
    expect(plain.rps).toBeLessThan(base.rps - 0.01);
    expect(odds.rps).toBeLessThan(ridge.rps);
    expect(ridge.rps).toBeLessThan(0.21);
    expect(ridge.logLoss).toBeLessThan(1.02);
  });
});
