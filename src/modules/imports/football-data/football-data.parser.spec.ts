import { describe, expect, it } from 'vitest';
import { type ParsedFile, parseFootballData } from './football-data.parser.js';

const HEADER = 'Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR';

function parse(text: string, fileName = 'E0.csv'): ParsedFile {
  return parseFootballData(new TextEncoder().encode(text), fileName);
}

const rows = (header: string, ...lines: string[]) => parse([header, ...lines, ''].join('\n'));
const matchesOf = (file: ParsedFile) => file.seasons.flatMap(({ matches }) => matches);
const reasonsOf = (file: ParsedFile) => file.rejected.map(({ line, reason }) => `${line}: ${reason}`);

/** The only match of a header and a row; fails the test when the row is not accepted. */
function only(header: string, line: string) {
  const file = rows(header, line);
  expect(reasonsOf(file)).toEqual([]);
  expect(matchesOf(file)).toHaveLength(1);
  return matchesOf(file)[0];
}

describe('a played match', () => {
  const header = `${HEADER},HTHG,HTAG,HTR,Referee,HS,AS,HST,AST,HF,AF,HC,AC,HY,AY,HR,AR,HO,AO,Attendance`;
  const match = only(
    header,
    `E0,12/08/2023,Arsenal,Nott'm Forest,2,1,H,2,0,H,M Oliver,15,6,7,2,12,11,8,3,2,2.0,0,1,4,,59984`,
  );

  it('has the facts of its row', () => {
    expect(match).toMatchObject({
      key: "Arsenal|Nott'm Forest",
      kickoffAt: '2023-08-12T14:00:00.000Z',
      home: 'Arsenal',
      away: "Nott'm Forest",
      status: 'finished',
      score: { home: 2, away: 1 },
      halfTime: { home: 2, away: 0 },
      week: null,
      venue: null,
      referee: 'M Oliver',
      attendance: 59984,
    });
  });

  it('has the statistics of the whole match, unknown ones as null', () => {
    const unknown = { saves: null, possession: null, xg: null };
    const [home, away] = match.statLines;
    expect(home).toEqual({
      side: 'home',
      period: 'full',
      goals: 2,
      shots: 15,
      shotsOnTarget: 7,
      fouls: 12,
      corners: 8,
      yellowCards: 2,
      redCards: 0,
      offsides: 4,
      ...unknown,
    });
    expect(away).toEqual({
      side: 'away',
      period: 'full',
      goals: 1,
      shots: 6,
      shotsOnTarget: 2,
      fouls: 11,
      corners: 3,
      yellowCards: 2,
      redCards: 1,
      offsides: null,
      ...unknown,
    });
  });

  it('has the goals of both halves', () => {
    const halves = match.statLines.slice(2).map(({ side, period, goals, shots }) => ({ side, period, goals, shots }));
    expect(halves).toEqual([
      { side: 'home', period: 'first_half', goals: 2, shots: null },
      { side: 'away', period: 'first_half', goals: 0, shots: null },
      { side: 'home', period: 'second_half', goals: 0, shots: null },
      { side: 'away', period: 'second_half', goals: 1, shots: null },
    ]);
  });

  it('has no halves when half time is unknown', () => {
    const awarded = only(`${HEADER},HTHG,HTAG,HTR`, 'E0,12/08/2023,A,B,0,3,A,,,');
    expect(awarded.halfTime).toBeNull();
    expect(awarded.statLines.map(({ period }) => period)).toEqual(['full', 'full']);
  });

  it('reads expected goals where the file has them', () => {
    expect(only(`${HEADER},HxG,AxG`, 'E0,15/08/2026,A,B,1,1,D,1.37,0.8').statLines.map(({ xg }) => xg)).toEqual([
      1.37, 0.8,
    ]);
  });
});

describe('kickoff', () => {
  const header = `${HEADER},Time`;
  it.each([
    ['given, in summer', 'E0,11/08/2023,A,B,0,3,A,20:00', '2023-08-11T19:00:00.000Z'],
    ['given, in winter', 'E0,01/01/24,A,B,0,3,A,20:00', '2024-01-01T20:00:00.000Z'],
    ['unknown: three in the afternoon', 'E0,2024-01-01,A,B,0,3,A,', '2024-01-01T15:00:00.000Z'],
  ])('%s', (_, line, kickoffAt) => expect(only(header, line).kickoffAt).toBe(kickoffAt));
});

describe('a match to come', () => {
  it('is scheduled, with its odds', () => {
    const match = only(`${HEADER},HS,AS,PSH,PSD,PSA`, 'E0,24/05/2026,A,B,,,,,,2.1,3.4,3.6');
    expect(match).toMatchObject({ status: 'scheduled', score: null, halfTime: null, statLines: [] });
    expect(match.odds.map(({ price }) => price)).toEqual([2.1, 3.4, 3.6]);
  });

  it('needs no result columns', () => {
    expect(only('Div,Date,Time,HomeTeam,AwayTeam', 'E1,26/09/2026,15:00,Norwich,Leeds').status).toBe('scheduled');
  });
});

describe('odds', () => {
  it('become one record per bookmaker, market and selection', () => {
    const header = `${HEADER},PSH,PSD,PSA,PSCH,Avg>2.5,Avg<2.5,AHh,PAHH,PAHA,AHCh,PCAHH`;
    const { odds } = only(header, 'E0,12/08/2023,A,B,2,1,H,1.18,7.86,15.67,1.19,1.42,2.85,-2.0,1.88,2.01,-0.0,1.93');
    const base = { bookmaker: 'PS', market: 'match_winner', line: null, closing: false };
    expect(odds).toEqual([
      { ...base, selection: 'home', price: 1.18 },
      { ...base, selection: 'draw', price: 7.86 },
      { ...base, selection: 'away', price: 15.67 },
      { ...base, selection: 'home', price: 1.19, closing: true },
      { bookmaker: 'AVG', market: 'over_under', selection: 'over', line: 2.5, price: 1.42, closing: false },
      { bookmaker: 'AVG', market: 'over_under', selection: 'under', line: 2.5, price: 2.85, closing: false },
      { ...base, market: 'asian_handicap', selection: 'home', line: -2, price: 1.88 },
      { ...base, market: 'asian_handicap', selection: 'away', line: -2, price: 2.01 },
      { ...base, market: 'asian_handicap', selection: 'home', line: 0, price: 1.93, closing: true },
    ]);
  });

  it.each([
    ['empty', '', [], 0],
    ['exactly one', '1', [], 1],
    ['zero', '0.0', [], 1],
    ['a word', 'n/a', [], 1],
    ['infinite', 'Infinity', [], 1],
    ['just above one', '1.001', [1.001], 0],
  ])('a price that is %s', (_, text, prices, unknownOdds) => {
    const file = rows(`${HEADER},PSH`, `E0,12/08/2023,A,B,2,1,H,${text}`);
    expect(file.rejected).toEqual([]);
    expect(matchesOf(file)[0].odds.map(({ price }) => price)).toEqual(prices);
    expect(file.counts.unknownOdds).toBe(unknownOdds);
  });

  it.each(['', '-1.2', 'x', '40'])('no handicap price on the line "%s"', (line) => {
    const file = rows(`${HEADER},AHh,PAHH,PAHA,PSH`, `E0,12/08/2023,A,B,2,1,H,${line},1.9,2.0,1.5`);
    expect(matchesOf(file)[0].odds.map(({ market }) => market)).toEqual(['match_winner']);
    expect(file.counts.unknownOdds).toBe(2);
  });
});

describe('rows that cannot be trusted', () => {
  const header = `${HEADER},HTHG,HTAG,HTR,HS,AS,Time`;
  it.each([
    ['E0,12/08/2023,,B,2,1,H,,,,,,', 'a team name is missing'],
    ['E0,12/08/2023,A, A ,2,1,H,,,,,,', 'A plays itself'],
    ['E0,31/02/2023,A,B,2,1,H,,,,,,', 'Date "31/02/2023" is not a date'],
    ['E0,,A,B,2,1,H,,,,,,', 'Date "" is not a date'],
    ['E0,12/08/2023,A,B,2,1,H,,,,,,25:00', 'Time "25:00" is not a time'],
    ['E0,12/08/2023,A,B,-2,1,A,,,,,,', 'FTHG "-2" is not a count'],
    ['E0,12/08/2023,A,B,2,1.5,H,,,,,,', 'FTAG "1.5" is not a count'],
    ['E0,12/08/2023,A,B,two,1,H,,,,,,', 'FTHG "two" is not a count'],
    ['E0,12/08/2023,A,B,2,1,H,0,x,,,,', 'HTAG "x" is not a count'],
    ['E0,12/08/2023,A,B,2,1,H,,,,-3,4,', 'HS "-3" is not a count'],
    ['E0,12/08/2023,A,B,2,1,H,,,,3,4000,', 'AS "4000" is not a count'],
    ['E0,12/08/2023,A,B,2,,H,,,,,,', 'the goals of one team are missing'],
    ['E0,12/08/2023,A,B,,,H,,,,,,', 'a result without the goals of full time'],
    ['E0,12/08/2023,A,B,,,,1,0,H,,,', 'a result without the goals of full time'],
    ['E0,12/08/2023,A,B,2,1,D,,,,,,', 'FTR "D" contradicts the score 2-1'],
    ['E0,12/08/2023,A,B,2,1,H,3,0,H,,,', 'half-time score 3-0 exceeds the score 2-1'],
    ['E0,12/08/2023,A,B,2,1,H,0,2,A,,,', 'half-time score 0-2 exceeds the score 2-1'],
    ['E0,12/08/2023,"A,B,2,1,H,,,,,,', 'a quotation mark is out of place'],
  ])('%s', (line, reason) => {
    const good = 'E0,13/08/2023,C,D,1,1,D,0,0,D,1,2,';
    const file = rows(header, line, good);
    expect(file.rejected).toEqual([{ file: 'E0.csv', line: 2, reason, text: line }]);
    expect(matchesOf(file).map(({ home }) => home)).toEqual(['C']);
    expect(file.counts.rows).toBe(2);
  });

  it('reads result letters in either case', () => {
    expect(only(HEADER, 'E0,12/08/2023,A,B,2,1,h').status).toBe('finished');
  });

  it('keeps a match whose half-time result is wrong, without its half time', () => {
    const file = rows(header, 'E0,12/08/2023,A,B,2,1,H,1,0,D,,,');
    expect(matchesOf(file)[0]).toMatchObject({ score: { home: 2, away: 1 }, halfTime: null });
    expect(file.counts.unknownHalfTimes).toBe(1);
  });

  it.each(['NA', '-', ' ', 'NaN'])('takes "%s" for an empty count', (mark) => {
    expect(only(header, `E0,12/08/2023,A,B,2,1,H,,,,${mark},4,`).statLines[0].shots).toBeNull();
  });
});
