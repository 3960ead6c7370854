import { describe, expect, it } from 'vitest';
import { readPreview } from './preview.js';
import { readReferee } from './referee.js';
import { readSeasonStats } from './season-stats.js';
import { readStandings } from './standings.js';

const nothing = (): void => undefined;

describe('standings', () => {
  const row = {
    rank: 1,
    rankStatus: 'UEFA Champions League',
    contestantId: 'a',
    contestantName: 'Arsenal FC',
    contestantShortName: 'Arsenal',
    contestantCode: 'ARS',
    points: 40,
    matchesPlayed: 17,
    matchesWon: 12,
    matchesLost: 1,
    matchesDrawn: 4,
    goalsFor: 31,
    goalsAgainst: 10,
    goaldifference: '+21',
    lastSix: 'WWLDLW',
  };
  const table = (type: string) => ({ type, ranking: [row] });

  it('are six tables, one of them under a misspelt name', () => {
    const tables = readStandings(
      {
        total: table('total'),
        home: table('home'),
        away: table('away'),
        firstHalfTotal: table('half-time-total'),
        firstHalfHome: table('half-time-home'),
        fistHalfAway: { ranking: [row] },
      },
      nothing,
    );
    expect(tables.map(({ scope }) => scope)).toEqual([
      'total',
      'home',
      'away',
      'first-half-total',
      'first-half-home',
      'first-half-away',
    ]);
    expect(tables[0].rows[0]).toMatchObject({
      position: 1,
      points: 40,
      goalDifference: 21,
      zone: 'UEFA Champions League',
    });
    expect(tables[0].rows[0].team).toMatchObject({ id: 'a', name: 'Arsenal FC', shortName: 'Arsenal', code: 'ARS' });
  });

  it.each([
    ['0', 0],
    ['-7', -7],
    [3, 3],
  ])('behaviour 50: read the difference %j', (goaldifference, value) => {
    const [{ rows }] = readStandings({ total: { ranking: [{ ...row, goaldifference }] } }, nothing);
    expect(rows[0].goalDifference).toBe(value);
  });

  it('behaviour 27: of a cup are one table per group', () => {
    const tables = readStandings(
      { totalCup: [{ ranking: [row] }, { ranking: [row] }], homeCup: [], awayCup: null },
      nothing,
    );
    expect(tables.map(({ scope, group }) => [scope, group])).toEqual([
      ['total', 0],
      ['total', 1],
    ]);
  });

  it('behaviour 50: do without what is optional', () => {
    const { rankStatus: _status, lastSix: _six, ...plain } = row;
    const [{ rows }] = readStandings({ total: { ranking: [plain] } }, nothing);
    expect(rows[0]).toMatchObject({ zone: null, lastSix: null });
  });

  it('derive the difference from the goals where it is not told', () => {
    const { goaldifference: _difference, ...plain } = row;
    const [{ rows }] = readStandings({ total: { ranking: [{ ...plain, goalsFor: 3, goalsAgainst: '7' }] } }, nothing);
    expect(rows[0].goalDifference).toBe(-4);
  });

  it.each([{}, null, undefined, [], { total: { ranking: [] } }, { total: null }])('of %j are none', (answer) => {
    expect(readStandings(answer, nothing)).toEqual([]);
  });

  it.each([
    'text',
    { unexpected: 'shape' },
    { total: 'none' },
    { total: { ranking: 'none' } },
    { total: { ranking: [{}] } },
  ])('%j is malformed', (answer) => expect(() => readStandings(answer, nothing)).toThrow(/ is not /));
});

describe('statistics of a season', () => {
  const TEAM = { teamId: 'a', tournamentId: 't' };
  const stat = [
    { name: 'Games Played', value: '17', average: 1 },
    { name: 'Goals', value: '31', average: 1.82 },
    { name: 'Goals Conceded', value: '10', average: 0.59 },
    { name: 'Corners Won', value: '100', average: 5.88 },
    { name: 'Total Shots', value: '184', average: 10.82 },
    { name: 'Blocked Shots', value: '60', average: 3.53 },
    { name: 'Total Shots Conceded', value: '124', average: 7.29 },
    { name: 'Shots On Target ( inc goals )', value: '84', average: 4.94 },
    { name: 'Shots On Conceded Inside Box', value: '29', average: 1.71 },
    { name: 'Shots On Conceded Outside Box', value: '8', average: 0.47 },
    { name: 'Yellow Cards', value: '22', average: 1.29 },
    { name: 'Total Fouls Conceded', value: '166', average: 9.76 },
    { name: 'Saves Made', value: '30', average: 1.76 },
  ];
  const without = (...names: string[]) => ({ stat: stat.filter(({ name }) => !names.includes(name)) });

  it('are totals; shots include the blocked ones, and corners conceded are unknown', () => {
    expect(readSeasonStats({ id: 'a', name: 'Arsenal FC', stat }, TEAM)).toEqual({
      ...TEAM,
      matches: 17,
      goals: 31,
      goalsConceded: 10,
      corners: 100,
      cornersConceded: null,
      shots: 244,
      shotsConceded: 124,
      shotsOnTarget: 84,
      shotsOnTargetConceded: 37,
      yellowCards: 22,
      redCards: 0,
      fouls: 166,
      saves: 30,
    });
  });

  it('derive the matches from totals and means where they are not told', () => {
    expect(readSeasonStats(without('Games Played'), TEAM)?.matches).toBe(17);
    expect(readSeasonStats({ stat: [{ name: 'Goals', value: '3' }] }, TEAM)?.matches).toBeNull();
  });

  it('know the other names', () => {
    const other = [
      ...without('Corners Won', 'Shots On Target ( inc goals )', 'Yellow Cards').stat,
      { name: 'Corners Taken (incl short corners)', value: 90 },
      { name: 'Shots On Target', value: '80' },
      { name: 'Straight Red Cards', value: '1' },
      { name: 'Red Card - 2nd Yellow', value: '2' },
    ];
    const stats = readSeasonStats({ stat: other }, TEAM);
    expect(stats).toMatchObject({ corners: 90, shotsOnTarget: 80, redCards: 3, yellowCards: null });
  });

  it('come as a map too', () => {
    const answer = { data: { statistics: { goals: 31, corners: '100' }, matchesPlayed: 17 } };
    expect(readSeasonStats(answer, TEAM)).toMatchObject({ matches: 17, goals: 31, corners: 100, redCards: null });
  });

  it.each([{}, null, undefined, [], { stat: [] }, { stat: null }])('of %j are none', (answer) => {
    expect(readSeasonStats(answer, TEAM)).toBeUndefined();
  });

  it.each([
    'text',
    { unexpected: 'shape' },
    { stat: 'none' },
    { stat: [{ name: 5 }] },
    { stat: [{ name: 'Goals', value: 'x' }] },
  ])('%j is malformed', (answer) => expect(() => readSeasonStats(answer, TEAM)).toThrow(/ is not /));
});

describe('a referee', () => {
  const season = {
    tmcl: 't',
    competitionName: 'Premier League',
    matches: '14',
    yellowCards: '56',
    redCards: '1',
    fouls: '286',
  };
  const stats = [{ ...season, averageCards: '4.0', averageFouls: '20.00' }];

  it('has one entry per tournament, in no order', () => {
    expect(readReferee({ name: 'A. Taylor', tournamentStats: stats }, 'r', nothing)).toEqual({
      id: 'r',
      name: 'A. Taylor',
      seasons: [
        {
          tournamentId: 't',
          competitionName: 'Premier League',
          matches: 14,
          yellowCards: 56,
          redCards: 1,
          fouls: 286,
          averageCards: 4,
          averageFouls: 20,
        },
      ],
    });
  });

  it('may be new', () => {
    expect(readReferee({ name: 'A. Taylor', tournamentStats: null }, 'r', nothing)?.seasons).toEqual([]);
    expect(readReferee({}, 'r', nothing)).toBeUndefined();
  });

  it('without a name is malformed', () => {
    expect(() => readReferee({ unexpected: 'shape' }, 'r', nothing)).toThrow(/ is not /);
  });
});

describe('a preview', () => {
  const meetings = {
    homeContestantWins: 32,
    awayContestantWins: 5,
    draws: '15',
    homeContestantGoals: 112,
    awayContestantGoals: 52,
    ids: 'a,b, c',
  };

  it('tells stage, venue and earlier meetings', () => {
    const matchInfo = {
      id: 'm',
      localDate: '12/23/2025 00:00:00',
      tournamentCalendarId: 't',
      stageName: 'Quarter-finals',
      venueName: 'Emirates Stadium',
    };
    const preview = readPreview({ matchInfo, previousMeetings: meetings }, 'm');
    expect(preview).toMatchObject({ tournamentId: 't', stage: 'Quarter-finals', venue: 'Emirates Stadium' });
    expect(preview?.headToHead).toEqual({
      matches: 52,
      homeWins: 32,
      awayWins: 5,
      draws: 15,
      homeGoals: 112,
      awayGoals: 52,
      matchIds: ['a', 'b', 'c'],
    });
    expect(preview?.headToHeadAnyCompetition).toBeNull();
  });

  it('knows of no meetings where they never met', () => {
    const none = { homeContestantWins: 0, awayContestantWins: 0, draws: 0 };
    expect(readPreview({ matchInfo: { id: 'm' }, previousMeetings: none }, 'm')?.headToHead).toBeNull();
  });

  it.each(['text', { unexpected: 'shape' }, { matchInfo: 5 }, { matchInfo: {}, previousMeetings: { draws: 'x' } }])(
    '%j is malformed',
    (answer) => expect(() => readPreview(answer, 'm')).toThrow(/ is not /),
  );
});
