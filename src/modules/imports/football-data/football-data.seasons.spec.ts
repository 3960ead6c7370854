import { describe, expect, it } from 'vitest';
import { parseFootballData } from './football-data.parser.js';

const HEADER = 'Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR';
const COUNTRY_HEADER = 'Country,League,Season,Date,Time,Home,Away,HG,AG,Res,PSCH,PSCD,PSCA';

function parse(lines: readonly string[], fileName = 'x.csv') {
  return parseFootballData(new TextEncoder().encode(lines.join('\n')), fileName);
}

/** `code year: keys` of every season. */
function keys(lines: readonly string[], fileName?: string): string[] {
  return parse(lines, fileName).seasons.map(
    ({ competition, year, matches }) => `${competition.code} ${year}: ${matches.map(({ key }) => key).join(' ')}`,
  );
}

function homeOf(bytes: Uint8Array): string {
  return parseFootballData(bytes, 'x.csv').seasons[0].matches[0].home;
}

function competitionOf(lines: readonly string[], fileName?: string) {
  return parse(lines, fileName).seasons[0].competition;
}

/** A row of an all-seasons file. */
function brazilian(season: string, date: string, teams: string): string {
  return `Brazil,Serie A,${season},${date},20:00,${teams},1,0,H,2,3,4`;
}

function read(...lines: string[]) {
  const file = parse([HEADER, ...lines]);
  const matches = file.seasons.flatMap((season) => season.matches);
  return {
    matches: matches.map(({ key, status, kickoffAt }) => `${key} ${status} ${kickoffAt.slice(0, 10)}`),
    rejected: file.rejected.map(({ line, reason }) => `${line}: ${reason}`),
    repeated: file.counts.repeatedRows,
  };
}

describe('bytes', () => {
  const text = `${HEADER}\nSP1,12/08/2023,Alavés,Cádiz,2,1,H\n`;

  it('reads UTF-8 with and without a byte order mark', () => {
    expect(homeOf(new TextEncoder().encode(text))).toBe('Alavés');
    expect(homeOf(new TextEncoder().encode(`\u{feff}${text}`))).toBe('Alavés');
  });

  it('reads Latin-1 and Windows-1252', () => {
    expect(homeOf(Uint8Array.from(text, (char) => char.codePointAt(0)!))).toBe('Alavés');
    const quote = text.replace('Alavés', 'M\u0092gladbach é');
    expect(homeOf(Uint8Array.from(quote, (char) => char.codePointAt(0)!))).toBe('M’gladbach é');
  });

  it.each(['\r\n', '\r', '\n'])('reads lines ending in %j, numbering physical lines', (end) => {
    const lines = ['', HEADER, 'E0,12/08/2023,A,B,2,1,H', ',,,,,,', '', 'E0,12/08/2023,C,D,2,1,A', ''];
    const file = parseFootballData(new TextEncoder().encode(lines.join(end)), 'x.csv');
    expect(file.seasons[0].matches).toHaveLength(1);
    expect(file.rejected).toEqual([
      { file: 'x.csv', line: 6, reason: 'FTR "A" contradicts the score 2-1', text: 'E0,12/08/2023,C,D,2,1,A' },
    ]);
    expect(file.counts).toMatchObject({ rows: 2, blankRows: 2 });
  });

  it('tidies team names, so that one team has one name', () => {
    expect(keys([HEADER, 'E0,12/08/2023, Man  City ,\u00a0Leeds,1,0,H'])).toEqual(['E0 2023: Man City|Leeds']);
    expect(keys([HEADER, 'E0,12/08/2023,Alave\u0301s,B,1,0,H'])).toEqual(['E0 2023: Alavés|B']);
  });

  it('reads quoted cells', () => {
    const [match] = parse([`${HEADER},Referee`, 'E0,12/08/2023,"A","B",2,1,H,"Smith, J"']).seasons[0].matches;
    expect(match).toMatchObject({ home: 'A', away: 'B', referee: 'Smith, J' });
  });
});

describe('rows of another length', () => {
  const header = `${HEADER},PSH,PSD,PSA`;

  it('treats missing cells as empty', () => {
    expect(parse([header, 'E0,12/08/2023,A,B,2,1']).seasons[0].matches[0]).toMatchObject({
      status: 'finished',
      odds: [],
    });
  });

  it('ignores empty cells beyond the header', () => {
    const file = parse([header, 'E0,12/08/2023,A,B,2,1,H,1.5,4.0,7.0,,, ,']);
    expect(file.seasons[0].matches[0].odds).toHaveLength(3);
    expect(file.rejected).toEqual([]);
  });

  it('does not trust the prices of a row that is shifted', () => {
    const file = parse([header, 'E0,12/08/2023,A,B,2,1,H,1,50,4.0,7.0']);
    expect(file.seasons[0].matches[0]).toMatchObject({ score: { home: 2, away: 1 }, odds: [] });
    expect(file.counts.unknownOdds).toBe(3);
  });

  it('takes a row with nothing but its division for blank', () => {
    expect(parse([HEADER, 'E0,,,,,,', 'E0,12/08/2023,A,B,2,1,H']).counts).toMatchObject({ rows: 1, blankRows: 1 });
  });
});

describe('files without a header', () => {
  it.each([[''], ['\n\n'], ['# notes'], ['Div,Date,HomeTeam'], ['<!doctype html>']])('%j', (text) => {
    const file = parse([text]);
    expect(file.seasons).toEqual([]);
    expect(file.rejected.map(({ reason }) => reason)).toEqual(['the header names no date, home team and away team']);
  });
});

describe('competition', () => {
  it.each([
    ['E0', 'Premier League', 'England'],
    ['SC3', 'League Two', 'Scotland'],
    ['T1', 'Süper Lig', 'Turkey'],
    ['ZZ9', 'ZZ9', null],
  ])('%s is %s', (code, title, country) => {
    expect(competitionOf([HEADER, `${code},12/08/2023,A,B,2,1,H`])).toEqual({ code, title, country, sport: 'soccer' });
  });

  it('is that of the file name when the rows do not tell', () => {
    const lines = ['Date,HomeTeam,AwayTeam', '12/08/2023,A,B'];
    expect(competitionOf(lines, 'data/SP1_2324.csv').title).toBe('La Liga');
    expect(parse(lines, 'README.csv').rejected[0].reason).toBe('neither the row nor the file name tells the division');
  });

  it.each([
    ['Brazil,Serie A', 'BRA', 'Serie A', 'Brazil'],
    ['USA,MLS', 'USA', 'MLS', 'United States'],
    ['Argentina , Superliga ', 'ARG', 'Liga Profesional', 'Argentina'],
    [
      'Argentina,Copa De La Liga Profesional',
      'ARG-copa-de-la-liga-profesional',
      'Copa De La Liga Profesional',
      'Argentina',
    ],
    ['Switzerland,Challenge League', 'SWZ-challenge-league', 'Challenge League', 'Switzerland'],
    ['Chile,Primera', 'chile-primera', 'Primera', 'Chile'],
    [',Allsvenskan', 'SWE', 'Allsvenskan', 'Sweden'],
  ])('of "%s" is %s', (cells, code, title, country) => {
    const line = `${cells},2016,09/04/2016,18:00,A,B,1,0,H,2,3,4`;
    expect(competitionOf([COUNTRY_HEADER, line], 'SWE.csv')).toEqual({ code, title, country, sport: 'soccer' });
  });
});

describe('season', () => {
  it.each([
    ['its column', [`${HEADER},Season`, 'I1,02/08/2020,A,B,2,1,H,1920'], 'I1 2019: A|B'],
    ['its dates', [HEADER, 'E0,11/08/23,A,B,2,1,H', 'E0,19/05/24,B,A,2,1,H'], 'E0 2023: A|B B|A'],
    [
      'the date of a league in calendar years',
      ['Country,League,Date,Home,Away', 'Brazil,Serie A,13/04/2026,A,B'],
      'BRA 2026: A|B',
    ],
    [
      'the column of an all-seasons file',
      [COUNTRY_HEADER, 'Mexico,Liga MX,2012/2013,12/01/2013,20:00,A,B,1,0,H,2,3,4'],
      'MEX 2012: A|B',
    ],
  ])('is told by %s', (_, lines, expected) => expect(keys(lines)).toEqual([expected]));

  it('called 2021 is 2020/21 in a season file and 2021 in an all-seasons file', () => {
    expect(keys(['Date,HomeTeam,AwayTeam,Season', '15/05/2021,A,B,2021'], 'E0.csv')).toEqual(['E0 2020: A|B']);
    expect(keys([COUNTRY_HEADER, brazilian('2021', '30/05/2021', 'A,B')])).toEqual(['BRA 2021: A|B']);
  });

  it('separates seasons and divisions of one file', () => {
    const lines = [
      brazilian('2012', '19/05/2012', 'A,B'),
      brazilian('2013', '26/05/2013', 'A,B'),
      brazilian('2012', '02/12/2012', 'B,A'),
    ];
    expect(keys([COUNTRY_HEADER, ...lines])).toEqual(['BRA 2012: A|B B|A', 'BRA 2013: A|B']);
    expect(keys([HEADER, 'E0,12/08/2023,A,B,1,0,H', 'E1,12/08/2023,A,B,1,0,H'])).toEqual([
      'E0 2023: A|B',
      'E1 2023: A|B',
    ]);
  });
});

describe('the same home fixture again', () => {
  it('is dropped when nothing differs, however the date is written', () => {
    expect(read('E0,12/08/2023,A,B,1,0,H', 'E0,12/08/23,A,B,1,0,H')).toEqual({
      matches: ['A|B finished 2023-08-12'],
      rejected: [],
      repeated: 1,
    });
  });

  it('is rejected when it differs', () => {
    const rejected = ['3: repeats the fixture of line 2 with other values'];
    const matches = ['A|B finished 2023-08-12'];
    expect(read('E0,12/08/2023,A,B,1,0,H', 'E0,12/08/2023,A,B,2,0,H')).toEqual({ matches, rejected, repeated: 0 });
    expect(read('E0,12/08/2023,A,B,1,0,H', 'E0,12/02/2024,A,B,1,0,H')).toEqual({ matches, rejected, repeated: 0 });
    expect(read('SC0,12/08/2023,A,B,1,0,H', 'SC0,12/08/2023,A,B,2,0,H')).toEqual({ matches, rejected, repeated: 0 });
  });

  it('replaces a scheduled row when it has been played', () => {
    const expected = {
      matches: ['A|B finished 2023-09-20'],
      rejected: ['2: line 3 has the same fixture played'],
      repeated: 0,
    };
    expect(read('E0,12/08/2023,A,B,,,', 'E0,20/09/2023,A,B,1,0,H')).toEqual(expected);
  });

  it('gets an ordinal by date where pairs meet more often', () => {
    const first = 'SC0,12/08/2023,Celtic,Rangers,1,0,H';
    const second = 'SC0,30/12/2023,Celtic,Rangers,2,1,H';
    const third = 'SC0,11/05/2024,Celtic,Rangers,,,';
    const expected = [
      'Celtic|Rangers finished 2023-08-12',
      'Celtic|Rangers|2 finished 2023-12-30',
      'Celtic|Rangers|3 scheduled 2024-05-11',
    ];
    expect(read(first).matches).toEqual(expected.slice(0, 1));
    expect(read(first, second, third).matches).toEqual(expected);
    expect(read(third, first, second).matches.toSorted()).toEqual(expected);
    expect(read('ZZ,12/08/2023,A,B,1,0,H', 'ZZ,12/09/2023,A,B,1,0,H').matches).toHaveLength(2);
  });
});
