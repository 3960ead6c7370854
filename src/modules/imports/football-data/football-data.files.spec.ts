import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseFootballData } from './football-data.parser.js';

const ROOT = resolve(import.meta.dirname, '../../../..');
const FOLDER = join(resolve(ROOT, process.env.TOUCHLINE_DATA ?? '../shared/data'), 'football-data');
const IS_THERE = existsSync(FOLDER);
const TITLE = IS_THERE
  ? 'published files'
  : 'published files (SKIPPED: TOUCHLINE_DATA names no folder with football-data)';

/** Matches of a full season by division and starting year; 2019/20 was broken off in France, which shrank in 2023. */
function expectedMatches(code: string, year: number): number {
  if (code === 'D1') return 306;
  if (code === 'F1') return { 2019: 279, 2023: 306 }[year] ?? 380;
  return 380;
}

describe.skipIf(!IS_THERE)(TITLE, () => {
  const files = IS_THERE
    ? readdirSync(FOLDER)
        .filter((name) => /^(E0|D1|SP1|I1|F1)_\d{4}\.csv$/.test(name))
        .map((name) => ({ name, bytes: readFileSync(join(FOLDER, name)) }))
    : [];

  it('are 95', () => expect(files).toHaveLength(95));

  it.each(files)('$name is one whole season, no row rejected', ({ name, bytes }) => {
    const { seasons, rejected, counts } = parseFootballData(bytes, name);
    const [code, years] = name.replace('.csv', '').split('_');
    const year = 2000 + Number(years.slice(0, 2));
    expect(rejected).toEqual([]);
    expect(seasons.map(({ competition, year }) => ({ code: competition.code, year }))).toEqual([{ code, year }]);
    const { matches } = seasons[0];
    expect(matches).toHaveLength(expectedMatches(code, year));
    expect(counts).toMatchObject({ rows: matches.length, repeatedRows: 0, unknownHalfTimes: 0 });
    expect(new Set(matches.map(({ key }) => key)).size).toBe(matches.length);
    expect(matches.every(({ status }) => status === 'finished')).toBe(true);
  });

  it('have no row unread and all prices but the 15 that are none', () => {
    const totals = { rows: 0, unknownOdds: 0 };
    const odds: Record<string, number> = {};
    for (const { name, bytes } of files) {
      const { seasons, counts } = parseFootballData(bytes, name);
      totals.rows += counts.rows;
      totals.unknownOdds += counts.unknownOdds;
      for (const { market, closing } of seasons.flatMap(({ matches }) => matches.flatMap((match) => match.odds))) {
        const kind = `${market}${closing ? ' closing' : ''}`;
        odds[kind] = (odds[kind] ?? 0) + 1;
      }
    }
    expect(totals).toEqual({ rows: 34_519, unknownOdds: 15 });
    expect(odds).toEqual({
      match_winner: 1_020_692,
      'match_winner closing': 250_353,
      over_under: 173_734,
      'over_under closing': 71_545,
      asian_handicap: 173_662,
      'asian_handicap closing': 71_634,
    });
  });

  it('give the Premier League of 2023/24', () => {
    const [season] = parseFootballData(readFileSync(join(FOLDER, 'E0_2324.csv')), 'E0_2324.csv').seasons;
    expect(season).toMatchObject({
      source: 'football-data',
      year: 2023,
      competition: { title: 'Premier League', country: 'England' },
    });
    const goals = season.matches.map(({ score }) => (score?.home ?? 0) + (score?.away ?? 0));
    expect(goals.reduce((sum, count) => sum + count, 0)).toBe(1246);
    const played = Map.groupBy(
      season.matches.flatMap(({ home, away }) => [home, away]),
      (team) => team,
    );
    expect(played.size).toBe(20);
    expect([...played.values()].every((appearances) => appearances.length === 38)).toBe(true);
    expect(season.matches[0]).toMatchObject({
      key: 'Burnley|Man City',
      kickoffAt: '2023-08-11T19:00:00.000Z',
      referee: 'C Pawson',
    });
  });

  it('keep their seasons when the column that names them is missing', () => {
    const wrong = files.filter(({ name, bytes }) => {
      const lines = bytes
        .toString('latin1')
        .split('\n')
        .map((line) => line.slice(0, Math.max(line.lastIndexOf(','), 0)));
      const { seasons } = parseFootballData(Buffer.from(lines.join('\n'), 'latin1'), name);
      return seasons.length !== 1 || seasons[0].year !== 2000 + Number(/_(\d\d)/.exec(name)?.[1]);
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});
