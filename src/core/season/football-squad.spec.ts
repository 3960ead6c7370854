import { describe, expect, it } from 'vitest';
import { FOOTBALL_POSITIONS, footballSquad } from './football-squad.js';

describe('a football squad', () => {
  const squad = footballSquad(2024, 'Granitevane Herons');

  it('fills every position', () => {
    const wanted = FOOTBALL_POSITIONS.map(({ title, players }) => [title, players]);
    const byPosition = Map.groupBy(squad, ({ position }) => position);
    expect([...byPosition].map(([title, members]) => [title, members.length])).toEqual(wanted);
    expect(squad).toHaveLength(34);
  });

  it('has nobody and no number twice, and numbers that fit the position', () => {
    expect(new Set(squad.map(({ firstName, secondName }) => `${firstName} ${secondName}`)).size).toBe(34);
    expect(new Set(squad.map(({ number }) => number)).size).toBe(34);
    for (const { position, number } of squad) {
      const [first, last] = FOOTBALL_POSITIONS.find(({ title }) => title === position)?.numbers ?? [0, 0];
      expect(Number(number)).toBeGreaterThanOrEqual(first);
      expect(Number(number)).toBeLessThanOrEqual(last);
    }
  });

  it('is of an age to play', () => {
    for (const { bornOn } of squad) expect(bornOn).toMatch(/^(199[2-9]|200[0-4])-\d\d-\d\d$/);
  });

  it('follows from seed and team', () => {
    expect(footballSquad(2024, 'Granitevane Herons')).toEqual(squad);
    expect(footballSquad(2025, 'Granitevane Herons')).not.toEqual(squad);
    expect(footballSquad(2024, 'Ironreach Comets')).not.toEqual(squad);
  });
});
