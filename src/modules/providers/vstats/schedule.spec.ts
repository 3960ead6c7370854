import { describe, expect, it } from 'vitest';
import { readCalendar } from './calendar.js';
import { readSchedule } from './schedule.js';

/** As recorded, with other ids. */
const ROW = {
  id: 'm1',
  date: '2025-12-23T00:00:00+00:00',
  localTime: '17:00:00',
  localDate: '2025-12-23',
  homeContestantId: 'h',
  awayContestantId: 'a',
  homeContestantName: 'Arsenal',
  awayContestantName: 'Crystal Palace',
  awayContestantOfficialName: 'Crystal Palace FC',
  homeContestantOfficialName: 'Arsenal FC',
  awayContestantShortName: 'Crystal Palace',
  homeContestantShortName: 'Arsenal',
  awayContestantCode: 'CRY',
  homeContestantCode: 'ars',
  numberOfPeriods: '2',
  periodLength: '45',
};
const nothing = (): void => undefined;
const readOne = (change: object) => readSchedule({ matches: [{ ...ROW, ...change }] }, 't', nothing)[0];

describe('a match of a schedule', () => {
  it('is read as recorded', () => {
    expect(readOne({})).toEqual({
      id: 'm1',
      tournamentId: 't',
      kickoffAt: '2025-12-23T20:00:00.000Z',
      localDate: '2025-12-23',
      home: { id: 'h', name: 'Arsenal', officialName: 'Arsenal FC', shortName: 'Arsenal', code: 'ARS' },
      away: {
        id: 'a',
        name: 'Crystal Palace',
        officialName: 'Crystal Palace FC',
        shortName: 'Crystal Palace',
        code: 'CRY',
      },
      score: null,
      status: null,
      week: null,
      stage: null,
      venue: null,
    });
  });

  it.each([
    [
      { homeScore: 1, awayScore: 0 },
      { home: 1, away: 0 },
    ],
    [
      { homeScore: '2', awayScore: '2' },
      { home: 2, away: 2 },
    ],
    [
      { home: { score: 3 }, away: { score: '1' } },
      { home: 3, away: 1 },
    ],
    [{ homeScore: 1, awayScore: null }, null],
    [{ homeScore: null, awayScore: null }, null],
    [{ homeScore: '', awayScore: '' }, null],
  ])('has the score of %j', (change, score) => expect(readOne(change).score).toEqual(score));

  it('has its day from the date where there is no local one, and the hour only where that is told', () => {
    expect(readOne({ localDate: null })).toMatchObject({
      localDate: '2025-12-23',
      kickoffAt: '2025-12-23T20:00:00.000Z',
    });
    expect(readOne({ localDate: '', localTime: undefined })).toMatchObject({
      localDate: '2025-12-23',
      kickoffAt: null,
    });
    expect(readOne({ localTime: '10:00' }).kickoffAt).toBe('2025-12-23T13:00:00.000Z');
  });

  it('has a name in whichever field there is one, and a venue by any of its names', () => {
    expect(readOne({ homeContestantName: undefined, homeContestantClubName: 'Gunners' }).home.name).toBe('Gunners');
    expect(readOne({ homeContestantName: null }).home.name).toBe('Arsenal FC');
    expect(readOne({ venue: { name: 'Emirates Stadium' } }).venue).toBe('Emirates Stadium');
    expect(readOne({ matchStatus: 'Postponed' }).status).toBe('postponed');
  });

  it.each([
    { id: null },
    { localDate: 'soon', date: null },
    { localDate: '', date: '' },
    { homeContestantId: undefined },
    { homeScore: 'many', awayScore: 1 },
    { homeScore: -1, awayScore: 1 },
    { localDate: 42 },
  ])('with %j is left out, and told of', (change) => {
    const told: string[] = [];
    const matches = readSchedule(
      {
        matches: [
          { ...ROW, ...change },
          { ...ROW, id: 'm2' },
        ],
      },
      't',
      (why) => told.push(why),
    );
    expect(matches.map(({ id }) => id)).toEqual(['m2']);
    expect(told).toHaveLength(1);
  });
});

describe('a schedule', () => {
  it('comes in days, as one list, bare, or without any match', () => {
    const days = [
      { date: '2025-12-23', match: [ROW] },
      { date: '2025-12-24', match: [{ ...ROW, id: 'm2' }] },
    ];
    expect(readSchedule({ matchDate: days }, 't', nothing).map(({ id }) => id)).toEqual(['m1', 'm2']);
    expect(readSchedule([ROW], 't', nothing)).toHaveLength(1);
    expect(readSchedule({ matches: null }, 't', nothing)).toEqual([]);
    expect(readSchedule({ matchDate: [{ date: '2025-12-23', match: null }] }, 't', nothing)).toEqual([]);
  });

  it('has every match once', () => {
    const again = { ...ROW, homeScore: 1, awayScore: 0 };
    expect(readSchedule({ matches: [ROW, again] }, 't', nothing)).toMatchObject([{ score: { home: 1, away: 0 } }]);
  });

  it.each([{ unexpected: 'shape' }, 'text', 5, { matches: 'none' }, { matches: [{ id: 'm1' }] }, undefined])(
    '%j is none',
    (answer) => expect(() => readSchedule(answer, 't', nothing)).toThrow(/ is not /),
  );
});

describe('the calendar', () => {
  const item = {
    competitionId: 'c',
    knownName: 'Premier League',
    translatedName: 'Campeonato Inglês',
    name: 'English Premier League',
    competitionCode: 'EPL',
    competitionFormat: 'Domestic league',
    country: 'England',
    tournamentCalendarId: 't',
    startDate: '2025-08-16Z',
    endDate: '2026-05-24Z',
    includeStandings: 'yes',
  };

  it('comes bare or as `tournaments`', () => {
    const expected = {
      id: 't',
      competitionId: 'c',
      name: 'Premier League',
      country: 'England',
      kind: 'league',
      startDate: '2025-08-16',
      endDate: '2026-05-24',
    };
    expect(readCalendar([item], nothing)).toEqual([expected]);
    expect(readCalendar({ tournaments: [item] }, nothing)).toEqual([expected]);
  });

  it('prefers the known name to the translated one and that to the formal one', () => {
    const { knownName: _known, ...translated } = item;
    const { translatedName: _translated, ...formal } = translated;
    expect(readCalendar([translated, formal], nothing).map(({ name }) => name)).toEqual([
      'Campeonato Inglês',
      'English Premier League',
    ]);
  });

  it.each(['Domestic cup', 'International cup'])('tells that a %s is a cup', (competitionFormat) => {
    expect(readCalendar([{ ...item, competitionFormat }], nothing)[0].kind).toBe('cup');
  });
});
