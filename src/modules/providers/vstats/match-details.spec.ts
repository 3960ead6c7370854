import { describe, expect, it } from 'vitest';
import type { UpstreamStatLine } from '../upstream.js';
import { readMatchDetails, readPlayedStats } from './match-details.js';

const INFO = {
  id: 'm',
  date: '2022-08-05Z',
  time: '18:30:00Z',
  localDate: '2022-08-05',
  localTime: '20:30:00',
  week: '1',
  competition: { id: 'c', name: 'Bundesliga', country: { id: 'x', name: 'Germany' } },
  tournamentCalendar: { id: 't', name: '2022/2023' },
  stage: { id: 's', name: 'Regular Season' },
  contestant: [
    { id: 'sge', name: 'Eintracht Frankfurt', code: 'SGE', position: 'home' },
    { id: 'fcb', name: 'Bayern München', code: 'FCB', position: 'away' },
  ],
  venue: { id: 'v', neutral: 'no', longName: 'Deutsche Bank Park', shortName: 'Frankfurt' },
};
const row = (type: string, value: string, fh?: string, sh?: string) => ({
  type,
  value,
  ...(fh && { fh }),
  ...(sh && { sh }),
});
/** The recorded numbers of Frankfurt v Bayern; Bayern had no yellow card, so there is no row for them. */
const HOME = [
  row('wonCorners', '5', '1', '4'),
  row('goals', '1', '0', '1'),
  row('goalsConceded', '6', '5', '1'),
  row('totalScoringAtt', '8', '4', '4'),
  row('ontargetScoringAtt', '2', '0', '2'),
  row('totalYellowCard', '2', '0', '2'),
  row('fkFoulLost', '10', '7', '3'),
  row('saves', '4', '2', '2'),
  row('formationUsed', '352'),
];
const AWAY = [
  row('wonCorners', '6', '3', '3'),
  row('totalScoringAtt', '23', '17', '6'),
  row('ontargetScoringAtt', '10', '7', '3'),
  row('firstHalfGoals', '5'),
];
const LIVE = {
  matchDetails: {
    periodId: 14,
    matchStatus: 'Played',
    scores: { ht: { home: 0, away: 5 }, ft: { home: 1, away: 6 }, total: { home: 1, away: 6 } },
  },
  lineUp: [
    { contestantId: 'sge', stat: HOME },
    { contestantId: 'fcb', stat: AWAY },
  ],
  matchDetailExtra: {
    matchOfficials: [
      { id: 'o1', type: 'Fourth official', firstName: 'F', lastName: 'Ourth' },
      { id: 'o2', type: 'Main', firstName: 'Deniz', lastName: 'Aytekin' },
    ],
  },
};
const read = (live: object = {}, info: object = {}) => {
  const details = readMatchDetails({ matchInfo: { ...INFO, ...info }, liveData: { ...LIVE, ...live } }, 'm');
  if (!details) throw new Error('no match');
  return details;
};
const line = (lines: readonly UpstreamStatLine[], side: string, period: string) =>
  lines.find((each) => each.side === side && each.period === period);

describe('details of a match', () => {
  it('are read as recorded', () => {
    const { statLines, home, away, ...rest } = read();
    expect(rest).toEqual({
      id: 'm',
      tournamentId: 't',
      competitionName: 'Bundesliga',
      kickoffAt: '2022-08-05T18:30:00.000Z',
      localDate: '2022-08-05',
      score: { home: 1, away: 6 },
      halfTime: { home: 0, away: 5 },
      fullTime: { home: 1, away: 6 },
      status: 'finished',
      week: 1,
      stage: 'Regular Season',
      venue: 'Deutsche Bank Park',
      referee: { id: 'o2', name: 'Deniz Aytekin' },
    });
    expect([home.id, away.code]).toEqual(['sge', 'FCB']);
    expect(line(statLines, 'home', 'full')).toMatchObject({
      goals: 1,
      corners: 5,
      shots: 8,
      shotsOnTarget: 2,
      fouls: 10,
    });
    expect(line(statLines, 'home', 'first_half')).toMatchObject({ goals: 0, corners: 1, yellowCards: 0, saves: 2 });
    expect(line(statLines, 'away', 'second_half')).toMatchObject({ goals: 1, corners: 3, shots: 6, shotsOnTarget: 3 });
  });

  it('count 0 for what is left out in every period, and know nothing of possession then', () => {
    for (const period of ['full', 'first_half', 'second_half']) {
      expect(line(read().statLines, 'away', period)).toMatchObject({
        yellowCards: 0,
        redCards: 0,
        possession: null,
        xg: null,
      });
    }
  });

  it('know no halves where none are told apart, except goals', () => {
    const whole = ({ type, value }: { type: string; value: string }) => ({ type, value });
    const lineUp = [
      { contestantId: 'sge', stat: HOME.map(whole) },
      { contestantId: 'fcb', stat: AWAY.map(whole) },
    ];
    const { statLines } = read({ lineUp });
    expect(line(statLines, 'home', 'full')).toMatchObject({ goals: 1, corners: 5 });
    expect(line(statLines, 'home', 'first_half')).toMatchObject({ goals: 0, corners: null, yellowCards: null });
    const scores = { ft: { home: 1, away: 6 }, total: { home: 1, away: 6 } };
    const without = read({ lineUp, matchDetails: { matchStatus: 'Played', scores } });
    expect(without.statLines.map(({ period }) => period)).toEqual(['full', 'full']);
  });

  it('read a half that is left out as 0 only where the other has everything', () => {
    const stat = [row('wonCorners', '5', '5'), row('fkFoulLost', '7', '3'), row('saves', '0')];
    const lineUp = [{ contestantId: 'sge', stat }, LIVE.lineUp[1]];
    expect(line(read({ lineUp }).statLines, 'home', 'second_half')).toMatchObject({
      corners: 0,
      fouls: null,
      saves: 0,
    });
  });

  it('accept numbers as numbers, and a second yellow card as a red one', () => {
    const stat = [{ type: 'wonCorners', value: 5, fh: 1, sh: 4 }, row('secondYellow', '1', '0', '1')];
    const lineUp = [{ contestantId: 'sge', stat }, LIVE.lineUp[1]];
    expect(line(read({ lineUp }).statLines, 'home', 'second_half')).toMatchObject({ corners: 4, redCards: 1 });
  });

  it.each([
    ['12', 12],
    [12, 12],
    ['Quarter-finals', null],
    [null, null],
    [0, null],
  ])('have matchday %j as %j', (week, expected) => {
    expect(readMatchDetails({ matchInfo: { ...INFO, week }, liveData: LIVE }, 'm')?.week).toBe(expected);
  });

  it.each([
    [12345, '12345'],
    [null, null],
  ])('have a referee of id %j', (id, expected) => {
    const matchOfficials = [{ id, type: 'Main', firstName: 'Deniz', lastName: 'Aytekin' }];
    const live = { ...LIVE, matchDetailExtra: { matchOfficials } };
    expect(readMatchDetails({ matchInfo: INFO, liveData: live }, 'm')?.referee).toEqual({
      id: expected,
      name: 'Deniz Aytekin',
    });
  });

  it('tell teams by their position and line-ups by their team, whatever the order', () => {
    const { home, statLines } = read(
      { lineUp: LIVE.lineUp.toReversed() },
      { contestant: INFO.contestant.toReversed() },
    );
    expect(home.id).toBe('sge');
    expect(line(statLines, 'home', 'full')?.corners).toBe(5);
    const nameless = INFO.contestant.map(({ position: _position, ...team }) => team);
    expect(read({}, { contestant: nameless }).home.id).toBe('sge');
  });

  it('have the goals of the halves from the running score where there is none of half time', () => {
    const scores = { ft: { home: 2, away: 1 } };
    const goal = [
      { periodId: 1, type: 'OG', homeScore: 1, awayScore: 0 },
      { periodId: 2, homeScore: 1, awayScore: 1 },
      { periodId: 2, homeScore: '2', awayScore: '1' },
    ];
    const details = read({ goal, matchDetails: { matchStatus: 'Played', scores } });
    expect(details).toMatchObject({ score: { home: 2, away: 1 }, halfTime: { home: 1, away: 0 } });
    expect(line(details.statLines, 'away', 'second_half')?.goals).toBe(1);
    const incomplete = read({ goal: goal.slice(1), matchDetails: { matchStatus: 'Played', scores } });
    expect(incomplete.halfTime).toBeNull();
  });

  it('count goals after extra time, and the second half without it', () => {
    const scores = { ht: { home: 0, away: 0 }, ft: { home: 1, away: 1 }, total: { home: 2, away: 1 } };
    const { score, fullTime, statLines } = read({ matchDetails: { matchStatus: 'Played', scores } });
    expect([score, fullTime]).toEqual([
      { home: 2, away: 1 },
      { home: 1, away: 1 },
    ]);
    expect(line(statLines, 'home', 'second_half')?.goals).toBe(1);
  });

  it('take officials under both names, and only the main one', () => {
    const { matchDetailExtra, ...live } = LIVE;
    const matchInfo = { ...INFO };
    const raw = { matchOfficial: matchDetailExtra.matchOfficials };
    expect(readMatchDetails({ matchInfo, liveData: { ...live, matchDetailsExtra: raw } }, 'm')?.referee?.id).toBe('o2');
    const others = { matchOfficials: matchDetailExtra.matchOfficials.slice(0, 1) };
    expect(read({ matchDetailExtra: others }).referee).toBeNull();
    expect(read({ matchDetailExtra: null }).referee).toBeNull();
  });

  it('use the clock of UTC, never that of the venue', () => {
    const late = read({}, { date: '2025-12-26T00:00:00Z', time: '01:00:00Z' });
    expect(late).toMatchObject({ kickoffAt: '2025-12-26T01:00:00.000Z', localDate: '2025-12-25' });
    expect(read({}, { time: undefined })).toMatchObject({ kickoffAt: null, localDate: '2022-08-05' });
  });

  it.each([
    ['Fixture', null, 'scheduled'],
    ['Playing', 1, 'live'],
    ['Playing', 10, 'halftime'],
    ['Playing', 4, 'extra_time'],
    ['Playing', 5, 'penalties'],
    ['Postponed', null, 'postponed'],
    ['Awarded', 14, 'awarded'],
    ['Something new', null, null],
  ])('with status %s in period %s are %s', (matchStatus, periodId, status) => {
    expect(read({ matchDetails: { matchStatus, periodId } }).status).toBe(status);
  });

  it('of a match to come have no statistics', () => {
    const future = readMatchDetails({ matchInfo: INFO, liveData: { matchDetails: { matchStatus: 'Fixture' } } }, 'm');
    expect(future).toMatchObject({ score: null, statLines: [], status: 'scheduled' });
    expect(readMatchDetails({ matchInfo: INFO }, 'm')).toMatchObject({ status: null, referee: null, statLines: [] });
  });

  it.each([{}, null, undefined, []])('%j describes no match', (answer) => {
    expect(readMatchDetails(answer, 'm')).toBeUndefined();
    expect(readPlayedStats(answer)).toBeUndefined();
  });

  it.each([
    'text',
    { unexpected: 'shape' },
    { matchInfo: 5 },
    { matchInfo: { ...INFO, contestant: [] } },
    { matchInfo: { ...INFO, date: 'soon' } },
    { matchInfo: INFO, liveData: { lineUp: 'none' } },
    { matchInfo: INFO, liveData: { ...LIVE, matchDetails: { scores: { ft: { home: 'x', away: 1 } } } } },
  ])('%j is malformed', (answer) => expect(() => readMatchDetails(answer, 'm')).toThrow(/ is not /));
});

describe('played statistics', () => {
  const stats = {
    attempts: ['10', '7', '3', '3', '7', '4'],
    attemptsOnGoal: ['3', '1', '2', '0', '1', '1'],
    fouls: ['10', '6', '6', '3', '4', '3'],
    corners: ['4', '3', '0', '2', '4', '1'],
    passes: ['540', '360', '315', '166', '225', '194'],
  };

  it('are six numbers: home and away in the match, the first and the second half', () => {
    const { score, statLines = [] } = readPlayedStats({ homeScore: 1, awayScore: '0', stats }) ?? {};
    expect(score).toEqual({ home: 1, away: 0 });
    expect(line(statLines, 'home', 'full')).toMatchObject({ goals: 1, shots: 10, corners: 4, yellowCards: null });
    expect(line(statLines, 'away', 'first_half')).toMatchObject({ goals: null, shots: 3, corners: 2 });
    expect(line(statLines, 'home', 'second_half')).toMatchObject({ shots: 7, corners: 4, shotsOnTarget: 1 });
  });

  it('of two numbers have no halves', () => {
    const short = { corners: ['4', '3'], fouls: [10, 6] };
    const { statLines = [] } = readPlayedStats({ homeScore: 1, awayScore: 0, stats: short }) ?? {};
    expect(statLines).toMatchObject([
      { side: 'home', period: 'full', corners: 4, fouls: 10 },
      { side: 'away', period: 'full', corners: 3, fouls: 6 },
    ]);
  });

  it.each([{}, null, { corners: null }, { corners: [] }])('of %j are none', (empty) => {
    expect(readPlayedStats({ homeScore: 1, awayScore: 0, stats: empty })?.statLines).toEqual([]);
  });

  it('may come as line-ups', () => {
    const { statLines = [] } = readPlayedStats({ matchInfo: INFO, liveData: LIVE }) ?? {};
    expect(line(statLines, 'away', 'first_half')).toMatchObject({ goals: 5, shots: 17 });
  });

  it.each([
    { unexpected: 'shape' },
    { homeScore: 1, awayScore: 0, stats: 'none' },
    5,
    { stats: { corners: ['x', '1'] } },
  ])('%j is malformed', (answer) => expect(() => readPlayedStats(answer)).toThrow(/ is not /));
});
