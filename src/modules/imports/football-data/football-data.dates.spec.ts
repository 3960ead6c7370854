import { describe, expect, it } from 'vitest';
import { londonToUtc, parseDay, parseMinutes, parseSeasonYear, seasonYearsByDay } from './football-data.dates.js';

const dayOf = (iso: string) => Date.parse(iso) / 86_400_000;

describe('parseDay', () => {
  it.each([
    ['11/08/05', '2005-08-11'],
    ['11/08/2005', '2005-08-11'],
    ['1/8/2005', '2005-08-01'],
    ['2005-08-11', '2005-08-11'],
    ['14/08/93', '1993-08-14'],
    ['29/02/2024', '2024-02-29'],
  ])('%s is %s', (text, iso) => expect(parseDay(text)).toBe(dayOf(iso)));

  it.each(['', '08/13/2005', '31/02/2024', '29/02/2023', '11/08/005', '2005-8-11', '11/08/2005 15:00', 'postponed'])(
    '"%s" is no date',
    (text) => expect(parseDay(text)).toBeNull(),
  );
});

describe('parseMinutes', () => {
  it.each([
    ['20:00', 1200],
    ['8:05', 485],
    ['00:00', 0],
    ['17:30:00', 1050],
  ])('%s', (text, minutes) => expect(parseMinutes(text)).toBe(minutes));

  it.each(['24:00', '12:60', '1200', 'tbc', '7.30'])('"%s" is no time', (text) =>
    expect(parseMinutes(text)).toBeNull(),
  );
});

describe('londonToUtc', () => {
  it.each([
    ['winter', '2024-01-13', 15 * 60, '2024-01-13T15:00:00.000Z'],
    ['summer', '2023-08-11', 20 * 60, '2023-08-11T19:00:00.000Z'],
    ['just after midnight in summer', '2012-05-20', 60, '2012-05-20T00:00:00.000Z'],
    ['first half hour of a summer day', '2012-05-20', 30, '2012-05-19T23:30:00.000Z'],
    ['before the clocks go forward', '2024-03-31', 59, '2024-03-31T00:59:00.000Z'],
    ['the hour that does not exist', '2024-03-31', 90, '2024-03-31T01:30:00.000Z'],
    ['after the clocks go forward', '2024-03-31', 120, '2024-03-31T01:00:00.000Z'],
    ['the hour that exists twice', '2024-10-27', 90, '2024-10-27T00:30:00.000Z'],
    ['after the clocks go back', '2024-10-27', 120, '2024-10-27T02:00:00.000Z'],
  ])('%s', (_, day, minutes, expected) => expect(londonToUtc(dayOf(day), minutes)).toBe(expected));

  it('agrees with the time zone database on every afternoon from 1993 to 2035', () => {
    const london = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', hourCycle: 'h23' });
    const wrong: string[] = [];
    for (let day = dayOf('1993-01-01'); day < dayOf('2036-01-01'); day++) {
      const instant = londonToUtc(day, 15 * 60);
      if (london.format(new Date(instant)) !== '15') wrong.push(instant);
    }
    expect(wrong).toEqual([]);
  });
});

describe('parseSeasonYear', () => {
  it.each([
    ['2324', false, 2023],
    ['0506', false, 2005],
    ['506', false, 2005],
    ['506.0', false, 2005],
    ['9394', false, 1993],
    ['9900', false, 1999],
    ['1920', false, 2019],
    ['2023', false, 2023],
    ['2023/24', false, 2023],
    ['2023-2024', false, 2023],
    ['23/24', false, 2023],
    ['2012', true, 2012],
    ['2012.0', true, 2012],
    ['2012/2013', true, 2012],
    ['2021', true, 2021],
    ['1213', true, 2012],
  ])('%s (four digits are a year: %s) starts in %i', (text, fourDigitsAreAYear, year) => {
    expect(parseSeasonYear(text, fourDigitsAreAYear, dayOf(`${year}-10-01`))).toBe(year);
  });

  it('tells 2020/21 from 2021 by the day of the match', () => {
    expect(parseSeasonYear('2021', false, dayOf('2021-05-23'))).toBe(2020);
    expect(parseSeasonYear('2021', false, dayOf('2021-09-11'))).toBe(2021);
  });

  it.each(['', 'x', '2325', '99', '20232024'])('"%s" names no season', (text) => {
    expect(parseSeasonYear(text, false, 0)).toBeNull();
  });
});

function yearsOf(...dates: string[]) {
  const years = seasonYearsByDay(dates.map(dayOf));
  return dates.map((date) => years.get(dayOf(date)));
}

describe('seasonYearsByDay', () => {
  it('lets a season run from summer to summer', () => {
    expect(yearsOf('2023-08-11', '2024-01-01', '2024-05-19')).toEqual([2023, 2023, 2023]);
  });

  it('accepts a start in July', () => expect(yearsOf('2022-07-15', '2022-07-22')).toEqual([2022, 2022]));

  it('keeps a season whole that ended in August', () => {
    expect(yearsOf('2019-08-24', '2020-03-09', '2020-06-20', '2020-07-12', '2020-08-02')).toEqual(Array(5).fill(2019));
  });

  it('separates seasons in one file, in any order', () => {
    const dates = ['2020-09-19', '2020-03-09', '2021-05-23', '2020-06-20', '2020-07-12', '2020-08-02', '2020-10-04'];
    expect(yearsOf(...dates)).toEqual([2020, 2019, 2020, 2019, 2019, 2019, 2020]);
  });

  it('is not misled by a long winter break', () => {
    expect(yearsOf('2022-08-05', '2022-11-13', '2022-12-26', '2023-05-28')).toEqual(Array(4).fill(2022));
  });
});
