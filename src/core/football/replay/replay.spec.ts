import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Play } from '../plays/play.js';
import { boardOf, periodTitle } from './board.js';
import { gameInstants, quarterSeconds } from './game-instants.js';
import { gameMoments } from './game-moments.js';

const at = (quarter: number | null, clock: number | null) => ({ quarter, clock });

describe('instants of plays', () => {
  it('are what was recorded, and spread evenly where nothing was', () => {
    const plays = [at(1, 900), at(1, null), at(1, null), at(1, 600), at(2, null), at(null, null)];
    expect(quarterSeconds(plays, 1)).toBe(900);
    expect(gameInstants(plays)).toEqual([at(1, 900), at(1, 800), at(1, 700), at(1, 600), at(2, 900), at(2, 450)]);
  });

  it('never go back, whatever was recorded', () => {
    const play = fc.record({
      quarter: fc.option(fc.integer({ min: 1, max: 5 })),
      clock: fc.option(fc.integer({ min: -5, max: 900 })),
    });
    fc.assert(
      fc.property(fc.array(play, { maxLength: 40 }), (plays) => {
        const instants = gameInstants(plays);
        expect(instants).toHaveLength(plays.length);
        for (const [index, { quarter, clock }] of instants.entries()) {
          expect(clock).toBeGreaterThanOrEqual(0);
          const before = instants[index - 1];
          if (before?.quarter === quarter) expect(clock).toBeLessThanOrEqual(before.clock);
          else expect(quarter).toBeGreaterThan(before?.quarter ?? 0);
        }
        const moments = gameMoments(plays);
        expect(moments.filter(({ kind }) => kind === 'whistle')).toHaveLength(plays.length);
        for (const [index, moment] of moments.entries()) {
          expect(moment.at).toBeGreaterThanOrEqual(moments[index - 1]?.at ?? 0);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('moments of a game', () => {
  const moments = gameMoments([at(1, 900), at(1, 900), at(1, 870), at(1, 863), at(2, 900), at(3, 900)]);
  const of = (kind: string) => moments.filter((moment) => moment.kind === kind);

  it('are as far apart as the clock says while it runs', () => {
    const [, first, second, third] = of('snap');
    expect(second!.at - first!.at).toBe(30);
    // Seven seconds and a stopped clock.
    expect(third!.at - second!.at).toBe(7 + 6);
    expect(of('whistle').map((moment) => 'clock' in moment && moment.clock)).toEqual([
      900,
      null,
      863,
      null,
      null,
      null,
    ]);
  });

  it('start and end the periods, with a break in the middle', () => {
    expect(of('period')).toMatchObject([
      { at: 0, quarter: 1, seconds: 900 },
      { quarter: 2, seconds: 900 },
      { quarter: 3, seconds: 900 },
    ]);
    expect(of('period-end')).toHaveLength(3);
    expect(of('halftime')).toHaveLength(1);
    expect(moments.at(-1)!.kind).toBe('end');
  });

  it('let the clock run before the first recorded play of a quarter', () => {
    const late = gameMoments([at(1, 720), at(2, 700)]);
    expect(late.filter(({ kind }) => kind === 'snap')).toMatchObject([
      { clock: 720 },
      { clock: 720, runs: true },
      { clock: 700 },
    ]);
    expect(gameMoments([])).toEqual([]);
  });
});

describe('the scoreboard before a play', () => {
  const field = { scale: 'signed', length: 100 } as const;
  const play = (values: Partial<Play>): Play => ({ kind: 'run', down: 1, distance: 10, from: -25, ...values }) as Play;

  it.each([
    [play({}), '1st', '10', -25],
    [play({ down: 3, distance: 0 }), '3rd', 'INCH', -25],
    [play({ down: 2, distance: 8, from: 8 }), '2nd', 'GOAL', 8],
    [play({ distance: 25 }), '1st', '20+', -25],
    [play({ kind: 'kickoff', down: null, from: -35 }), '', 'KICK OFF', -35],
    [play({ kind: 'extra-point', down: null, from: 15 }), '', 'PAT 1', 15],
    [play({ kind: 'penalty', down: null, distance: null, from: null }), '', '', null],
  ])('says down, distance and spot (%#)', (given, down, distance, ballOn) => {
    expect(boardOf(given, field)).toEqual({ down, distance, ballOn });
  });

  it('calls the periods by their names', () => {
    expect([1, 2, 3, 4, 5, 6].map(periodTitle)).toEqual(['1st', '2nd', '3rd', '4th', 'OT', 'OT']);
  });
});
