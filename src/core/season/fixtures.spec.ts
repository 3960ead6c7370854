import { describe, expect, it } from 'vitest';
import { createRandom } from '../kernel/random.js';
import { appoint, drawFixtures } from './fixtures.js';
import { soccerMatchdays } from './season-calendar.js';

const teams = ['Ash', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir'].map((name) => ({ name }));
const drawn = drawFixtures(teams, (rounds) => soccerMatchdays(2025, rounds), createRandom('fixtures'));
const pairs = (fixtures: typeof drawn): string[] => fixtures.map(({ key }) => key).toSorted();
const slots = (fixtures: typeof drawn): string[] => fixtures.map((f) => `${f.week} ${f.kickoffAt}`).toSorted();

describe('an appointed fixture', () => {
  const elsewhere = drawn.find(({ week }) => week === 2)!;
  const day = drawn.find(({ week }) => week === 7)!;
  const kickoffAt = new Date(Date.parse(day.kickoffAt) + 3_600_000).toISOString();
  const appointment = { home: elsewhere.home.name, away: elsewhere.away.name, kickoffAt };
  const appointed = appoint(drawn, appointment);

  it('kicks off when it is told to, in the round of that day', () => {
    expect(appointed.find(({ key }) => key === elsewhere.key)).toMatchObject({ kickoffAt, week: 7 });
  });

  it('brings its round along: the same matches in whole rounds, in order of kickoff', () => {
    expect(pairs(appointed)).toEqual(pairs(drawn));
    for (const round of Map.groupBy(appointed, ({ week }) => week).values()) {
      expect(new Set(round.flatMap(({ home, away }) => [home.name, away.name])).size).toBe(teams.length);
    }
    expect(appointed.map((fixture) => fixture.kickoffAt)).toEqual(appointed.map((f) => f.kickoffAt).toSorted());
    const others = (of: typeof drawn) => of.filter(({ week }) => week !== 2 && week !== 7);
    expect(others(appointed)).toEqual(others(drawn));
    expect(slots(appointed).filter((slot) => slots(drawn).includes(slot))).toHaveLength(drawn.length - 1);
  });

  it('may stay in its round, at another hour', () => {
    const own = { home: day.home.name, away: day.away.name, kickoffAt };
    const moved = appoint(drawn, own);
    expect(moved.filter((fixture) => !drawn.includes(fixture) && fixture.kickoffAt === kickoffAt)).toHaveLength(1);
    expect(slots(moved).filter((slot) => slots(drawn).includes(slot)).length).toBeGreaterThanOrEqual(drawn.length - 1);
    expect(moved.find(({ key }) => key === day.key)).toEqual({ ...day, kickoffAt });
  });

  it('must be one', () => {
    expect(() => appoint(drawn, { home: 'Ash', away: 'Ash', kickoffAt })).toThrow('never plays');
  });
});
