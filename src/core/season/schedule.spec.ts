import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubleRoundRobin, roundRobin, type Pairing } from './schedule.js';

const teamCount = fc.integer({ min: 2, max: 25 });

/** Venue of one team round by round: H, A, or - when it rests. */
function venues(rounds: Pairing[][], team: number): string {
  return rounds
    .map((round) => (round.some((p) => p.home === team) ? 'H' : round.some((p) => p.away === team) ? 'A' : '-'))
    .join('');
}

describe('roundRobin', () => {
  it('lets every pair meet once and nobody play twice in a round', () => {
    fc.assert(
      fc.property(teamCount, (teams) => {
        const rounds = roundRobin(teams);
        const pairs = rounds.flat().map(({ home, away }) => [home, away].toSorted((a, b) => a - b).join('-'));
        expect(new Set(pairs).size).toBe((teams * (teams - 1)) / 2);
        expect(pairs.length).toBe((teams * (teams - 1)) / 2);
        expect(rounds.length).toBe(teams % 2 === 0 ? teams - 1 : teams);
        for (const round of rounds) {
          const playing = round.flatMap(({ home, away }) => [home, away]);
          expect(new Set(playing).size).toBe(playing.length);
          expect(playing.length).toBe(teams - (teams % 2));
        }
      }),
    );
  });

  it('balances the venues: home and away differ by at most one, and never three in a row', () => {
    fc.assert(
      fc.property(teamCount, (teams) => {
        const rounds = roundRobin(teams);
        for (let team = 0; team < teams; team++) {
          const line = venues(rounds, team);
          const home = line.split('H').length - 1;
          const away = line.split('A').length - 1;
          expect(Math.abs(home - away)).toBeLessThanOrEqual(1);
          expect(line.replaceAll('-', '')).not.toMatch(/HHH|AAA/);
        }
      }),
    );
  });

  it('refuses fewer than two teams', () => {
    for (const teams of [1, 0, -4, 2.5]) expect(() => roundRobin(teams)).toThrow('needs two teams');
  });
});

describe('doubleRoundRobin', () => {
  it('plays every ordered pair once, with as many matches at home as away', () => {
    fc.assert(
      fc.property(teamCount, (teams) => {
        const rounds = doubleRoundRobin(teams);
        const fixtures = rounds.flat().map(({ home, away }) => `${home}-${away}`);
        expect(new Set(fixtures).size).toBe(teams * (teams - 1));
        expect(fixtures.length).toBe(teams * (teams - 1));
        for (let team = 0; team < teams; team++) {
          expect(venues(rounds, team).split('H').length - 1).toBe(teams - 1);
          expect(venues(rounds, team)).not.toMatch(/HHHH|AAAA/);
        }
      }),
    );
  });
});
