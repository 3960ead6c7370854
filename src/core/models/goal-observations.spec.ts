import { describe, expect, it } from 'vitest';
import { lowerBound, observationsBetween, toObservations } from './goal-observations.js';

const rows = [
  { day: 30, season: 2021, home: 7, away: 'b', homeGoals: 2, awayGoals: 0 },
  { day: 10, season: 2020, home: 'b', away: 7, homeGoals: 1, awayGoals: 1 },
  { day: 20, season: 2020, home: 'c', away: 'b', homeGoals: 0, awayGoals: 3 },
  { day: 10, season: 2020, home: 'c', away: 'd', homeGoals: 4, awayGoals: 4 },
];

describe('observations', () => {
  it('are columns sorted by day, ties in the order given', () => {
    const got = toObservations(rows);
    expect([...got.day]).toEqual([10, 10, 20, 30]);
    expect([...got.homeGoals]).toEqual([1, 4, 0, 2]);
    expect([...got.home].map((team) => got.teams[team])).toEqual(['b', 'c', 'c', 7]);
    expect([...got.away].map((team) => got.teams[team])).toEqual([7, 'd', 'b', 'b']);
    expect([...got.season]).toEqual([2020, 2020, 2020, 2021]);
  });

  it('can be cut by day: the first day belongs to the part, the last does not', () => {
    const all = toObservations(rows);
    expect([...observationsBetween(all, 10, 30).homeGoals]).toEqual([1, 4, 0]);
    expect([...observationsBetween(all, 11, 31).awayGoals]).toEqual([3, 0]);
    expect(observationsBetween(all, 25, 12).day).toHaveLength(0);
    expect(observationsBetween(all, -Infinity, 20).home.buffer).toBe(all.home.buffer);
  });

  it('are found by bisection', () => {
    expect([0, 10, 11, 20, 30, 31].map((day) => lowerBound([10, 10, 20, 30], day))).toEqual([0, 0, 2, 2, 3, 4]);
  });
});
