import { describe, expect, it } from 'vitest';
import { createRandom } from '../kernel/random.js';
import { teamCode } from '../soccer/team-code.js';
import { inventClubs, inventReferees, inventVenue } from './invented-names.js';

describe('invented names', () => {
  it('gives every club of both soccer styles a name and a three-letter code of its own', () => {
    for (const seed of ['a', 'b', 'c']) {
      const clubs = [...inventClubs(createRandom(seed), 'north', 30), ...inventClubs(createRandom(seed), 'south', 30)];
      expect(new Set(clubs).size).toBe(60);
      expect(new Set(clubs.map(teamCode)).size).toBe(60);
    }
  });

  it('is the same for the same stream and refuses more than it has', () => {
    expect(inventClubs(createRandom(1), 'gridiron', 8)).toEqual(inventClubs(createRandom(1), 'gridiron', 8));
    expect(inventClubs(createRandom(1), 'gridiron', 8)).not.toEqual(inventClubs(createRandom(2), 'gridiron', 8));
    expect(() => inventClubs(createRandom(1), 'gridiron', 13)).toThrow(RangeError);
  });

  it('names a ground after the town, not after the kind of club', () => {
    expect(inventVenue(createRandom(1), 'FC Tarnstad')).toMatch(/^Tarnstad \w+$/);
    expect(inventVenue(createRandom(1), 'Eskrwick Wanderers')).toMatch(/^Eskrwick \w+$/);
  });

  it('makes referees with an initial and a surname, all different', () => {
    const referees = inventReferees(createRandom(1), 40);
    expect(new Set(referees).size).toBe(40);
    for (const name of referees) expect(name).toMatch(/^[A-Z]\. [A-Z][a-z]+$/);
  });
});
