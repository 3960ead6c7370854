import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../kernel/random.js';
import { footballSquad } from '../../season/football-squad.js';
import type { GamePlay } from '../../season/game-record.js';
import { totalScore } from '../drive.js';
import { simulateFootballGame } from '../game-simulator.js';
import { meaningOf } from '../plays/vocabulary.js';
import { pointsOf } from '../plays/scoring.js';
import type { CastMember } from './cast.js';
import { playByPlay } from './play-by-play.js';

const EVEN = { home: { offence: 0, defence: 0 }, away: { offence: 0, defence: 0 } };
const squad = (team: string): CastMember[] =>
  footballSquad(1, team).map(({ position }, index) => ({ ref: `${team}${index}`, position }));
const squads = { home: squad('home'), away: squad('away') };

const gameOf = (seed: number) => simulateFootballGame(EVEN, createRandom(seed));
const playsOf = (seed: number) => playByPlay(gameOf(seed), squads, createRandom(seed).fork('plays'));
const meaning = (play: GamePlay) =>
  meaningOf({
    ...play,
    hasRunner: play.players.runner !== undefined,
    hasReceiver: play.players.receiver !== undefined,
  });
const seeds = fc.integer({ min: 0, max: 1_000_000 });

describe('the plays of a simulated game', () => {
  it('are good for its score', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const points = { home: 0, away: 0 };
        for (const play of playsOf(seed)) {
          const { offence, defence } = pointsOf(meaning(play));
          points[play.offence!] += offence;
          points[play.offence === 'home' ? 'away' : 'home'] += defence;
        }
        expect(points).toEqual(totalScore(gameOf(seed).quarters));
      }),
      { numRuns: 30 },
    );
  });

  it('follow each other: the clock runs down, downs count up, and each begins where the one before ended', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const plays = playsOf(seed);
        for (const [index, play] of plays.entries()) {
          const before = plays[index - 1];
          expect(play.clock).toBeGreaterThanOrEqual(0);
          expect(play.clock).toBeLessThanOrEqual(play.quarter === 5 ? 600 : 900);
          if (before === undefined) continue;
          expect(play.quarter).toBeGreaterThanOrEqual(before.quarter);
          if (play.quarter === before.quarter) expect(play.clock).toBeLessThanOrEqual(before.clock!);
          if (before.down === null || play.down === null || play.down === 1) continue;
          expect(play.offence).toBe(before.offence);
          expect(play.down).toBe(before.down + 1);
          expect(play.distance).toBe(before.distance! - before.yards!);
          expect(play.from).toBe(before.to);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('never go on after a first down was missed, and never pass the goal line', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const plays = playsOf(seed);
        for (const [index, play] of plays.entries()) {
          if (play.down === null) continue;
          expect(play.down).toBeLessThanOrEqual(4);
          expect(play.distance).toBeGreaterThan(0);
          expect(play.score === 'td').toBe(play.to === 0);
          const next = plays[index + 1];
          if (play.down === 4 && play.type !== 'kick' && play.type !== 'punt' && next?.down === 1) {
            expect(next.offence).not.toBe(play.offence);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('name a player of the right team for every part', () => {
    for (const play of playsOf(7)) {
      expect(Object.keys(play.players).length).toBeGreaterThan(0);
      const { tackler, sacker, interceptor, quarterback, runner } = play.players;
      for (const own of [quarterback, runner]) if (own !== undefined) expect(own).toContain(play.offence!);
      for (const other of [sacker, interceptor]) if (other !== undefined) expect(other).not.toContain(play.offence!);
      if (tackler !== undefined && play.type !== 'kickoff') expect(tackler).not.toContain(play.offence!);
    }
  });

  it('look like those of real games', () => {
    const games = Array.from({ length: 40 }, (_, seed) => playsOf(seed));
    const perGame = games.flat().length / games.length;
    expect(perGame).toBeGreaterThan(130);
    expect(perGame).toBeLessThan(205);
    const passes = games.flat().filter((play) => play.type === 'pass' && play.result !== 'sack');
    const completed = passes.filter(({ result }) => result === 'completed').length / passes.length;
    expect(completed).toBeGreaterThan(0.5);
    expect(completed).toBeLessThan(0.72);
    const runs = games.flat().filter(({ type }) => type === 'run');
    const yards = runs.reduce((sum, play) => sum + play.yards!, 0) / runs.length;
    expect(yards).toBeGreaterThan(3);
    expect(yards).toBeLessThan(6);
  });

  it('are the same for the same game and seed, and need no players', () => {
    expect(playsOf(3)).toEqual(playsOf(3));
    const without = playByPlay(gameOf(3), { home: [], away: [] }, createRandom(3));
    expect(without.every(({ players }) => Object.keys(players).length === 0)).toBe(true);
  });
});
