import { describe, expect, it } from 'vitest';
import { toObservations } from './goal-observations.js';
import { seasonsSinceArrival } from './newcomers.js';

/** One match per pair of neighbours in each season's list of teams. */
function played(seasons: Record<number, string[]>): ReturnType<typeof toObservations> {
  return toObservations(
    Object.entries(seasons).flatMap(([season, teams]) =>
      teams.map((home, i) => ({
        day: Number(season) * 400 + i,
        season: Number(season),
        home,
        away: teams[(i + 1) % teams.length],
        homeGoals: 1,
        awayGoals: 0,
      })),
    ),
  );
}

const arrivals = (seasons: Record<number, string[]>, season: number, roster: string[] = []): Record<string, number> => {
  const observations = played(seasons);
  const counts = seasonsSinceArrival(observations, season, roster);
  return Object.fromEntries(observations.teams.map((team, i) => [team, counts[i]]));
};

describe('seasonsSinceArrival', () => {
  const history = { 2018: ['a', 'b', 'x'], 2019: ['a', 'b', 'c'], 2020: ['a', 'c', 'x'] };

  it('counts from promotion, and not at all for those that were always there or have gone', () => {
    expect(arrivals(history, 2020)).toEqual({ a: -1, b: -1, c: 1, x: 0 });
  });

  it('knows a coming season by its roster', () => {
    expect(arrivals(history, 2021, ['a', 'b', 'c', 'new'])).toEqual({ a: -1, b: 0, c: 2, x: -1 });
  });

  it('calls nobody new when the season before was not observed', () => {
    expect(arrivals({ 2020: ['a', 'b'] }, 2020)).toEqual({ a: -1, b: -1 });
    expect(arrivals({ 2018: ['a', 'b'], 2020: ['a', 'c'] }, 2020)).toEqual({ a: -1, b: -1, c: -1 });
  });

  it('looks at no season after the one asked about', () => {
    expect(arrivals({ ...history, 2021: ['a', 'b', 'c'] }, 2020)).toEqual({ a: -1, b: -1, c: 1, x: 0 });
  });

  it('has nothing to count without matches', () => {
    expect(seasonsSinceArrival(toObservations([]), 2020, ['a'])).toHaveLength(0);
  });
});
