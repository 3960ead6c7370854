import { describe, expect, it } from 'vitest';
import { type DatedFixture, isAbbreviation, learnFromFixtures, pairByName, sameName } from './team-names.js';

describe('names of one club', () => {
  it.each([
    ['Arsenal FC', 'Arsenal'],
    ['AFC Bournemouth', 'Bournemouth'],
    ['Brighton & Hove Albion', 'Brighton and Hove Albion FC'],
    ['Atlético Mineiro', 'Atletico Mineiro'],
  ])('%s is %s', (a, b) => expect(sameName(a, b)).toBe(true));

  it.each([
    ['Man United', 'Manchester United'],
    ['Man City', 'Manchester City'],
    ["Nott'm Forest", 'Nottingham Forest'],
    ['Sheffield Weds', 'Sheffield Wednesday'],
    ['Man Utd', 'Manchester United'],
  ])('%s is short for %s', (a, b) => expect(isAbbreviation(a, b)).toBe(true));

  it.each([
    ['Dundee', 'Dundee United'],
    ['Man City', 'Manchester United'],
    ['Sheffield', 'Sheffield United'],
    ['Real Madrid', 'Real Sociedad'],
    ['Arsenal', 'Arsenal Sarandi'],
  ])('%s is not %s', (a, b) => {
    expect(sameName(a, b)).toBe(false);
    expect(isAbbreviation(a, b)).toBe(false);
  });

  it('pairs only where one fits one', () => {
    const theirs = [
      { id: 'a', names: ['Arsenal', 'Arsenal FC'] },
      { id: 'u', names: ['United'] },
      { id: 'e1', names: ['Everton'] },
      { id: 'e2', names: ['Everton FC'] },
    ];
    const ours = [
      { id: 1, names: ['Arsenal'] },
      { id: 2, names: ['United'] },
      { id: 3, names: ['United FC'] },
      { id: 4, names: ['Everton'] },
    ];
    expect([...pairByName(theirs, ours, sameName)]).toEqual([['a', 1]]);
  });
});

describe('learning from fixtures', () => {
  const of = <Id>(...rows: [home: Id, away: Id, day: number][]): DatedFixture<Id>[] =>
    rows.map(([home, away, day]) => ({ home, away, day }));

  it('takes two agreeing matches, and what was learned helps to learn more', () => {
    const known = new Map([['a', 1]]);
    learnFromFixtures(
      known,
      of(['a', 'b', 10], ['b', 'a', 20], ['b', 'c', 30], ['c', 'b', 40]),
      of([1, 2, 10], [2, 1, 21], [2, 3, 30], [3, 2, 40]),
    );
    expect([...known]).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
  });

  it.each([
    ['one match is not enough', of(['a', 'b', 10]), of([1, 2, 10])],
    [
      'contradicting matches',
      of(['a', 'b', 10], ['a', 'b', 20], ['a', 'b', 30]),
      of([1, 2, 10], [1, 2, 20], [1, 3, 30]),
    ],
    ['other days', of(['a', 'b', 10], ['a', 'b', 20]), of([1, 2, 13], [1, 2, 23])],
    ['the other ground', of(['a', 'b', 10], ['a', 'b', 20]), of([2, 1, 10], [2, 1, 20])],
  ])('learns nothing from: %s', (_, theirs, ours) => {
    const known = new Map([['a', 1]]);
    learnFromFixtures(known, theirs, ours);
    expect(known.size).toBe(1);
  });
});
