import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeStandings, HEAD_TO_HEAD_TIE_BREAKS, type FinishedMatch, type StandingsOptions } from './standings.js';

const TEAMS = ['Ash', 'Birch', 'Cedar', 'Dogwood', 'Elm'];

function match(day: number, home: string, away: string, homeGoals: number, awayGoals: number): FinishedMatch<string> {
  const kickoffAt = new Date(Date.UTC(2024, 7, day, 14)).toISOString();
  return { home, away, homeGoals, awayGoals, kickoffAt };
}

const anyMatch = fc
  .record({
    day: fc.integer({ min: 1, max: 12 }),
    pair: fc.shuffledSubarray(TEAMS, { minLength: 2, maxLength: 2 }),
    homeGoals: fc.integer({ min: 0, max: 3 }),
    awayGoals: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ day, pair, homeGoals, awayGoals }) => match(day, pair[0], pair[1], homeGoals, awayGoals));

function teamOrder(matches: FinishedMatch<string>[], options: StandingsOptions<string> = {}): string[] {
  return computeStandings(matches, options).map((row) => row.team);
}

/** At most one match per day and fixture, because a team cannot play the same opponent twice at one instant. */
const anySeason = fc.uniqueArray(anyMatch, { maxLength: 40, selector: (m) => `${m.kickoffAt} ${m.home} ${m.away}` });

describe('computeStandings', () => {
  it('counts results, goals, points and form with the most recent match last', () => {
    const table = computeStandings([
      match(8, 'Ash', 'Birch', 2, 2),
      match(1, 'Ash', 'Birch', 3, 0),
      match(15, 'Birch', 'Ash', 0, 1),
      match(22, 'Ash', 'Birch', 0, 4),
    ]);
    const goals = { goalsFor: 6, goalsAgainst: 6, goalDifference: 0 };
    const ash = { team: 'Ash', name: 'Ash', position: 1, played: 4, won: 2, drawn: 1, lost: 1 };
    const birch = { team: 'Birch', name: 'Birch', position: 2, played: 4, won: 1, drawn: 1, lost: 2 };
    expect(table).toEqual([
      { ...ash, ...goals, points: 7, deducted: 0, form: 'WDWL' },
      { ...birch, ...goals, points: 4, deducted: 0, form: 'LDLW' },
    ]);
  });

  it('keeps only the last five results as form', () => {
    const scores = [3, 3, 1, 1, 0, 2];
    const matches = scores.map((goals, index) => match(index + 1, 'Ash', 'Birch', goals, 1));
    expect(computeStandings(matches)[0].form).toBe('WDDLW');
  });

  it('gives a team without a match its row and takes deducted points away', () => {
    const teams = [10, 20, 30].map((key) => ({ key, name: `Team ${key}` }));
    const played = [{ home: 10, away: 20, homeGoals: 1, awayGoals: 0, kickoffAt: '2024-08-01T14:00:00Z' }];
    const table = computeStandings(played, { teams, deductions: new Map([[10, 4]]) });
    expect(table.map((row) => [row.team, row.points, row.deducted, row.played])).toEqual([
      [30, 0, 0, 0],
      [20, 0, 0, 1],
      [10, -1, 4, 1],
    ]);
  });

  it('counts only one side of each match for a home or an away table', () => {
    const matches = [match(1, 'Ash', 'Birch', 3, 0), match(2, 'Birch', 'Ash', 2, 2)];
    const home = computeStandings(matches, { venue: 'home' });
    const away = computeStandings(matches, { venue: 'away' });
    expect(home.map((row) => [row.team, row.played, row.points])).toEqual([
      ['Ash', 1, 3],
      ['Birch', 1, 1],
    ]);
    expect(away.map((row) => [row.team, row.played, row.points])).toEqual([
      ['Ash', 1, 1],
      ['Birch', 1, 0],
    ]);
  });

  it('refuses what cannot be a result', () => {
    expect(() => computeStandings([match(1, 'Ash', 'Ash', 1, 0)])).toThrow('cannot play itself');
    expect(() => computeStandings([match(1, 'Ash', 'Birch', -1, 0)])).toThrow('no count of goals');
    expect(() => computeStandings([match(1, 'Ash', 'Birch', 0.5, 0)])).toThrow('no count of goals');
    expect(() => computeStandings([{ ...match(1, 'Ash', 'Birch', 1, 0), kickoffAt: 'soon' }])).toThrow('not a date');
    const teams = [{ key: 'Ash', name: 'Ash' }];
    expect(() => computeStandings([match(1, 'Ash', 'Birch', 1, 0)], { teams })).toThrow('not in the table');
  });
});

describe('tie-breaks', () => {
  // Ash and Birch end level on points. Ash has the better goal difference, Birch won between the two.
  const season = [
    match(1, 'Ash', 'Birch', 1, 1),
    match(2, 'Birch', 'Ash', 1, 0),
    match(3, 'Ash', 'Cedar', 5, 0),
    match(4, 'Cedar', 'Ash', 0, 1),
    match(5, 'Birch', 'Cedar', 1, 0),
    match(6, 'Cedar', 'Birch', 2, 0),
  ];

  it('goes by goal difference unless told that the matches between the teams come first', () => {
    expect(computeStandings(season).map((row) => row.points)).toEqual([7, 7, 3]);
    expect(teamOrder(season)).toEqual(['Ash', 'Birch', 'Cedar']);
    expect(teamOrder(season, { tieBreaks: HEAD_TO_HEAD_TIE_BREAKS })).toEqual(['Birch', 'Ash', 'Cedar']);
  });

  it('lets head-to-head wait until the pair has met as often as it will', () => {
    const unfinished = season.filter((m) => m.kickoffAt !== season[0].kickoffAt);
    unfinished.push(match(7, 'Ash', 'Elm', 0, 0), match(8, 'Birch', 'Elm', 0, 0));
    const tieBreaks = HEAD_TO_HEAD_TIE_BREAKS;
    expect(teamOrder(unfinished, { tieBreaks }).slice(0, 2)).toEqual(['Ash', 'Birch']);
    expect(teamOrder(unfinished, { tieBreaks, meetings: 1 }).slice(0, 2)).toEqual(['Birch', 'Ash']);
  });

  it('starts again with the teams a three-way head-to-head leaves level', () => {
    // Among the three Cedar has 9 points; Birch and Ash have 4, goal difference -1 and 2 goals each. Between the two
    // Birch is ahead, although Ash has the better goal difference over the season and comes first by name.
    const among = [
      match(1, 'Birch', 'Ash', 2, 1),
      match(2, 'Ash', 'Birch', 0, 0),
      match(3, 'Cedar', 'Birch', 1, 0),
      match(4, 'Birch', 'Cedar', 0, 1),
      match(5, 'Cedar', 'Ash', 1, 0),
      match(6, 'Ash', 'Cedar', 1, 0),
    ];
    const others = [
      match(7, 'Ash', 'Dogwood', 9, 0),
      match(8, 'Birch', 'Dogwood', 1, 0),
      match(9, 'Ash', 'Elm', 0, 0),
      match(10, 'Elm', 'Ash', 0, 0),
      match(11, 'Birch', 'Elm', 0, 0),
      match(12, 'Elm', 'Birch', 0, 0),
    ];
    const table = computeStandings([...among, ...others], { tieBreaks: HEAD_TO_HEAD_TIE_BREAKS });
    expect(table.map((row) => row.points)).toEqual([9, 9, 9, 4, 0]);
    expect(table.map((row) => row.team)).toEqual(['Cedar', 'Birch', 'Ash', 'Elm', 'Dogwood']);
  });

  it('orders by name when nothing else separates', () => {
    const matches = [match(1, 'Elm', 'Birch', 1, 1), match(1, 'Cedar', 'Ash', 1, 1)];
    expect(teamOrder(matches)).toEqual(['Ash', 'Birch', 'Cedar', 'Elm']);
  });

  it('knows wins and away goals', () => {
    const matches = [
      match(1, 'Ash', 'Cedar', 1, 0),
      match(2, 'Ash', 'Cedar', 0, 1),
      match(3, 'Ash', 'Cedar', 0, 1),
      match(1, 'Birch', 'Dogwood', 1, 1),
      match(2, 'Birch', 'Dogwood', 2, 2),
      match(3, 'Birch', 'Dogwood', 3, 3),
    ];
    expect(teamOrder(matches, { tieBreaks: ['wins'] })).toEqual(['Cedar', 'Ash', 'Birch', 'Dogwood']);
    expect(teamOrder(matches, { tieBreaks: ['away-goals'] }).slice(1)).toEqual(['Dogwood', 'Ash', 'Birch']);
  });
});

describe('properties of any table', () => {
  const options = fc.record({
    tieBreaks: fc.constantFrom(undefined, HEAD_TO_HEAD_TIE_BREAKS, ['wins', 'away-goals'] as const),
    meetings: fc.constantFrom(1, 2),
  });

  it('conserves points, goals and matches', () => {
    fc.assert(
      fc.property(anySeason, options, (matches, given) => {
        const table = computeStandings(matches, given);
        const sum = (value: (row: (typeof table)[number]) => number) => table.reduce((s, row) => s + value(row), 0);
        const draws = matches.filter((m) => m.homeGoals === m.awayGoals).length;
        expect(sum((row) => row.points)).toBe(3 * matches.length - draws);
        expect(sum((row) => row.goalDifference)).toBe(0);
        expect(sum((row) => row.played)).toBe(2 * matches.length);
        expect(sum((row) => row.won)).toBe(sum((row) => row.lost));
        for (const row of table) expect(row.won + row.drawn + row.lost).toBe(row.played);
      }),
    );
  });

  it('does not depend on the order of the matches, and numbers positions by points', () => {
    const shuffled = anySeason.chain((matches) =>
      fc.tuple(fc.constant(matches), fc.shuffledSubarray(matches, { minLength: matches.length })),
    );
    fc.assert(
      fc.property(shuffled, options, ([matches, reordered], given) => {
        const table = computeStandings(matches, given);
        expect(computeStandings(reordered, given)).toEqual(table);
        expect(table.map((row) => row.position)).toEqual(table.map((_, index) => index + 1));
        for (let i = 1; i < table.length; i++) expect(table[i - 1].points).toBeGreaterThanOrEqual(table[i].points);
      }),
    );
  });

  it('splits into a home and an away table that add up', () => {
    fc.assert(
      fc.property(anySeason, (matches) => {
        const teams = TEAMS.map((name) => ({ key: name, name }));
        const points = (venue: 'all' | 'home' | 'away') =>
          new Map(computeStandings(matches, { teams, venue }).map((row) => [row.team, row.points]));
        const [all, home, away] = [points('all'), points('home'), points('away')];
        for (const team of TEAMS) expect(all.get(team)).toBe((home.get(team) ?? 0) + (away.get(team) ?? 0));
      }),
    );
  });
});
