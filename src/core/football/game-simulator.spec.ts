import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../kernel/random.js';
import { drivePoints, quarterScores, totalScore, type Drive } from './drive.js';
import { fieldGoalChance } from './drive-model.js';
import { simulateFootballGame, type FootballGame } from './game-simulator.js';

const strength = fc.double({ min: -0.7, max: 0.7, noNaN: true });
const team = fc.record({ offence: strength, defence: strength });
const anyGame = fc
  .record({ home: team, away: team, seed: fc.string() })
  .map(({ home, away, seed }) => simulateFootballGame({ home, away }, createRandom(seed)));

const even = { offence: 0, defence: 0 };
const random = createRandom('games');
const games = Array.from({ length: 1500 }, (_, index) =>
  simulateFootballGame({ home: even, away: even }, random.fork(index)),
);
const drives = games.flatMap((game) => game.drives);

function share(condition: (drive: Drive) => boolean): number {
  return drives.filter(condition).length / drives.length;
}

/** Share of touchdowns among the drives that start between two yard lines. */
function touchdowns(from: number, to: number): number {
  const some = drives.filter(({ start }) => start.yardLine >= from && start.yardLine < to);
  return some.filter((drive) => drive.result === 'touchdown').length / some.length;
}

/** Seconds since kickoff. */
function instant({ quarter, clock }: { quarter: number; clock: number }): number {
  return quarter === 5 ? 3600 + 600 - clock : quarter * 900 - clock;
}

function tied(game: FootballGame, quarters: number): boolean {
  const { home, away } = totalScore(game.quarters.slice(0, quarters));
  return home === away;
}

describe('a simulated game', () => {
  it('has a score that is the fold of its drives, by quarter and in all', () => {
    fc.assert(
      fc.property(anyGame, (game) => {
        expect(game.quarters).toEqual(quarterScores(game.drives));
        let [home, away] = [0, 0];
        for (const drive of game.drives) {
          home += drivePoints(drive).home;
          away += drivePoints(drive).away;
        }
        expect(game.score).toEqual({ home, away });
        expect(totalScore(game.quarters)).toEqual(game.score);
      }),
    );
  });

  it('fills each half with drives that follow one another on the clock and change sides', () => {
    fc.assert(
      fc.property(anyGame, ({ drives: list }) => {
        expect(instant(list[0].start)).toBe(0);
        expect(instant(list[list.length - 1].end)).toBeGreaterThanOrEqual(3600);
        list.forEach((drive, index) => {
          expect(drive.number).toBe(index + 1);
          expect(instant(drive.end)).toBeGreaterThan(instant(drive.start));
          expect(drive.yards).toBe(drive.end.yardLine - drive.start.yardLine);
          expect(drive.plays).toBeGreaterThanOrEqual(1);
          expect(drive.start.yardLine).toBeGreaterThanOrEqual(1);
          expect(drive.start.yardLine).toBeLessThanOrEqual(99);
          expect(drive.start.clock).toBeLessThanOrEqual(900);
          expect(drive.end.clock).toBeGreaterThanOrEqual(0);
          const next = list[index + 1];
          if (!next) return;
          expect(instant(next.start)).toBe(instant(drive.end));
          const halfTime = next.start.quarter === 3 && drive.end.quarter === 2;
          const overtime = next.start.quarter === 5 && drive.end.quarter === 4;
          if (!halfTime && !overtime) expect(next.offence === drive.offence).toBe(drive.returned);
        });
      }),
    );
  });

  it('gives the second half to the team that kicked off the first', () => {
    for (const { drives: list } of games.slice(0, 200)) {
      const second = list.find((drive) => drive.start.quarter === 3);
      expect(second?.offence).not.toBe(list[0].offence);
    }
  });

  it('goes to overtime exactly when four quarters end level, where each team gets the ball', () => {
    let overtimes = 0;
    for (const game of games) {
      expect(game.quarters.length === 5).toBe(tied(game, 4));
      if (game.quarters.length < 5) continue;
      overtimes++;
      const extra = game.drives.filter((drive) => drive.start.quarter === 5);
      const last = extra[extra.length - 1];
      const outright = last.returned || last.result === 'safety' || last.end.clock === 0;
      expect(extra.length > 1 || outright).toBe(true);
      if (tied(game, 5)) expect(last.end.clock).toBe(0);
    }
    expect(overtimes).toBeGreaterThan(20);
    expect(games.filter((game) => tied(game, 5)).length).toBeLessThan(overtimes / 2);
  });

  it('is the same for the same stream', () => {
    const again = simulateFootballGame({ home: even, away: even }, random.fork(3));
    expect(again).toEqual(games[3]);
    expect(again).not.toEqual(games[4]);
  });
});

describe('simulated games look like real ones', () => {
  it('in points, drives and how drives end', () => {
    const points = games.reduce((sum, { score }) => sum + score.home + score.away, 0) / games.length / 2;
    expect(Math.abs(points - 22.5)).toBeLessThan(1.5);
    expect(Math.abs(drives.length / games.length / 2 - 11.6)).toBeLessThan(0.6);
    const shares = { touchdown: 0.2, 'field-goal': 0.15, punt: 0.4, interception: 0.073, fumble: 0.05, downs: 0.032 };
    for (const [result, expected] of Object.entries(shares)) {
      expect(Math.abs(share((drive) => drive.result === result) - expected)).toBeLessThan(0.025);
    }
  });

  it('in home advantage, and in the strength of the teams', () => {
    const homeWins = games.filter(({ score }) => score.home > score.away).length / games.length;
    expect(homeWins).toBeGreaterThan(0.51);
    expect(homeWins).toBeLessThan(0.62);
    const strong = { offence: 0.4, defence: 0.3 };
    const wins = Array.from({ length: 300 }, (_, index) => {
      const { score } = simulateFootballGame({ home: even, away: strong }, random.fork(`strong ${index}`));
      return score.away > score.home;
    });
    expect(wins.filter(Boolean).length / wins.length).toBeGreaterThan(0.7);
  });

  it('in more touchdowns from better field position, and longer kicks that miss', () => {
    expect(touchdowns(60, 100)).toBeGreaterThan(touchdowns(40, 60));
    expect(touchdowns(40, 60)).toBeGreaterThan(touchdowns(1, 20));
    expect(fieldGoalChance(87)).toBeGreaterThan(0.93);
    expect(fieldGoalChance(67)).toBeCloseTo(0.72, 1);
    expect(fieldGoalChance(55)).toBeLessThan(0.5);
  });
});

describe('drivePoints', () => {
  const point = { quarter: 1, clock: 500, yardLine: 50 };
  const drive: Drive = {
    number: 1,
    offence: 'away',
    start: point,
    end: point,
    plays: 3,
    yards: 0,
    result: 'punt',
    returned: false,
    tryResult: null,
  };

  it.each([
    [{ result: 'punt' as const }, 0, 0],
    [{ result: 'touchdown' as const, tryResult: 'kick-good' as const }, 0, 7],
    [{ result: 'touchdown' as const, tryResult: 'kick-failed' as const }, 0, 6],
    [{ result: 'touchdown' as const, tryResult: 'two-point-good' as const }, 0, 8],
    [{ result: 'touchdown' as const }, 0, 6],
    [{ result: 'field-goal' as const }, 0, 3],
    [{ result: 'safety' as const }, 2, 0],
    [{ result: 'interception' as const, returned: true, tryResult: 'kick-good' as const }, 7, 0],
    [{ result: 'interception' as const }, 0, 0],
  ])('%j is %i to %i for a drive of the away team', (change, home, away) => {
    expect(drivePoints({ ...drive, ...change })).toEqual({ home, away });
    expect(drivePoints({ ...drive, ...change, offence: 'home' })).toEqual({ home: away, away: home });
  });
});
