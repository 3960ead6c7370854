import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field } from './field.js';
import type { Play, PlayKind, PlayOutcome } from './play.js';
import { netPassingYards, offenceYards, passerRating, yardsPerAttempt } from './statistics.js';
import type { Lineup } from './side-counts.js';
import { foldStatistics, StatisticsFold } from './statistics-fold.js';

const field: Field = { scale: 'plain', length: 100 };
/** Players 10 to 19 are the home team's (1), 20 to 29 the away team's (2). */
const lineup: Lineup = { teams: [1, 2], teamOf: (player) => Math.trunc(player / 10) || undefined };

let id = 0;
const play = (kind: PlayKind, outcome: PlayOutcome, more: Partial<Play> = {}): Play => ({
  id: ++id,
  quarter: 1,
  offence: 1,
  down: 1,
  distance: 10,
  from: 20,
  to: 20,
  recordedYards: null,
  kind,
  outcome,
  score: 'none',
  fumble: false,
  firstDowns: null,
  players: {},
  credits: [],
  ...more,
});
const run = (down: number, from: number, to: number, more: Partial<Play> = {}): Play =>
  play('run', 'run', { down, from, to, players: { runner: 11 }, ...more });
const pass = (down: number, from: number, to: number, more: Partial<Play> = {}): Play =>
  play('pass', 'completed', { down, from, to, players: { quarterback: 10, receiver: 12 }, ...more });
const home = (...plays: Play[]) => foldStatistics(field, lineup, plays)[0];
const away = (...plays: Play[]) => foldStatistics(field, lineup, plays)[1];

describe('a team', () => {
  it('gains by runs and passes, and loses by sacks', () => {
    const { team } = home(
      run(1, 20, 25),
      pass(2, 25, 45),
      play('pass', 'sack', { from: 45, to: 38, players: { quarterback: 10, sacker: 21 } }),
      play('pass', 'incomplete', { from: 38, to: 38 }),
    );
    expect(team).toMatchObject({ passAttempts: 3, runAttempts: 1, passYards: 20, runYards: -2, rushingYards: 5 });
    expect(team).toMatchObject({ sacked: 1, sackYards: 7, lostYards: 7 });
    expect(netPassingYards(team)).toBe(13);
    expect(offenceYards(team)).toBe(18);
    expect(yardsPerAttempt(team)).toBe(4.5);
  });

  it('has no average without an attempt', () => {
    expect(yardsPerAttempt(home().team)).toBe(0);
  });

  it('is charged its own penalties and what the other team was flagged for against it is not its own', () => {
    const own = play('penalty', 'flag', { from: 30, to: 20, players: { flagged: 11 } });
    const theirs = play('penalty', 'flag', { from: 30, to: 45, players: { flagged: 21 } });
    expect(home(own, theirs).team.flagYards).toBe(-10);
    expect(away(own, theirs).team.flagYards).toBe(-15);
    expect(home(own, theirs).team).toMatchObject({ runAttempts: 0, passAttempts: 0, turnovers: 0 });
  });

  it('turns the ball over by interceptions and by fumbles it does not recover', () => {
    const fumble = (recoverer: number | null) => run(1, 20, 22, { fumble: true, players: { runner: 11, recoverer } });
    expect(home(play('pass', 'intercepted')).team.turnovers).toBe(1);
    expect(home(fumble(21)).team.turnovers).toBe(1);
    expect(home(fumble(null)).team.turnovers).toBe(1);
    expect(home(fumble(12)).team.turnovers).toBe(0);
  });

  it('takes recorded yards where a position is missing', () => {
    expect(home(run(1, 20, 25, { to: null, recordedYards: 7 })).team.runYards).toBe(7);
    expect(home(run(1, 20, 25, { to: null })).team.runYards).toBe(0);
  });
});

describe('first downs and conversions', () => {
  const third = run(3, 25, 31, { distance: 5 });
  const punt = play('punt', 'kick', { down: 4, from: 25 });
  const theirs = run(1, 60, 62, { offence: 2, players: { runner: 21 } });

  it('D12: a new series of the same drive is a first down', () => {
    expect(home(third, run(1, 31, 33)).team).toMatchObject({
      firstDowns: 1,
      thirdDownAttempts: 1,
      thirdDownConversions: 1,
    });
  });

  it('a third down followed by a punt is an attempt', () => {
    const { team } = home(run(3, 25, 27, { distance: 5 }), punt, theirs);
    expect(team).toMatchObject({ thirdDownAttempts: 1, thirdDownConversions: 0, fourthDownAttempts: 0, firstDowns: 0 });
  });

  it('D12: a failed fourth down is an attempt, and the next possession converts nothing', () => {
    const failed = run(4, 40, 41, { distance: 2 });
    const { team } = home(failed, theirs, run(1, 30, 35), run(2, 35, 36));
    expect(team).toMatchObject({ fourthDownAttempts: 1, fourthDownConversions: 0, firstDowns: 0 });
  });

  it('a touchdown converts, and is a first down', () => {
    const touchdown = pass(4, 95, 100, { distance: 5, score: 'touchdown' });
    expect(home(touchdown).team).toMatchObject({ firstDowns: 1, fourthDownAttempts: 1, fourthDownConversions: 1 });
  });

  it('the yards of a drive’s last play tell, when nothing follows', () => {
    expect(home(run(2, 20, 32, { fumble: true })).team.firstDowns).toBe(1);
    expect(home(run(2, 20, 29)).team.firstDowns).toBe(0);
  });

  it('a first down played again after a penalty is none, and one after an automatic first down is', () => {
    const start = play('penalty', 'flag', { down: 1, from: 20, to: 15 });
    expect(home(start, run(1, 15, 17, { distance: 15 })).team.firstDowns).toBe(0);
    const holding = play('penalty', 'flag', { down: 1, from: 20, to: 25 });
    expect(home(holding, run(1, 25, 27)).team.firstDowns).toBe(1);
    const declined = play('penalty', 'flag', { down: 2, from: 20, to: 20 });
    expect(home(declined, run(2, 20, 22)).team.firstDowns).toBe(0);
  });

  it('a penalty walked off after a play does not come between it and the next', () => {
    const enforced = play('penalty', 'flag', { down: null, distance: null, from: 31, to: 46 });
    const { team } = home(third, enforced, run(1, 46, 48));
    expect(team).toMatchObject({ firstDowns: 1, thirdDownConversions: 1 });
    expect(away(third, enforced, run(1, 46, 48)).team.flagYards).toBe(-15);
  });

  it('officials may give two on one play, and none on one that went far enough', () => {
    expect(home({ ...third, firstDowns: 2 }).team).toMatchObject({ firstDowns: 2, thirdDownConversions: 1 });
    expect(home({ ...third, firstDowns: 0 }).team).toMatchObject({ firstDowns: 0, thirdDownConversions: 0 });
  });

  it('neither half-time nor a kickoff is crossed by a drive', () => {
    const before = run(2, 20, 22, { quarter: 2 });
    expect(home(before, run(1, 25, 30, { quarter: 3 })).team.firstDowns).toBe(0);
    expect(home(play('kickoff', 'kick'), run(1, 25, 30)).team.firstDowns).toBe(0);
  });
});

describe('players', () => {
  it('a receiver has targets, receptions and yards', () => {
    const { offence } = home(
      pass(1, 20, 30, { score: 'touchdown' }),
      play('pass', 'deflected', { players: { quarterback: 10, receiver: 12 } }),
      play('pass', 'dropped', { players: { quarterback: 10, dropper: 12 } }),
      play('pass', 'flag', { players: { quarterback: 10, receiver: 12 } }),
    );
    expect(offence.get(12)).toMatchObject({
      targets: 3,
      receptions: 1,
      receivingYards: 10,
      receivingTouchdowns: 1,
      runAttempts: 0,
    });
  });

  it('D12: a quarterback is credited with his own runs only', () => {
    const { quarterbacks } = home(
      run(1, 20, 30, { players: { quarterback: 10, runner: 11 } }),
      run(2, 30, 34, { players: { quarterback: 10, runner: 10 } }),
    );
    expect(quarterbacks.get(10)).toMatchObject({ runAttempts: 1, runYards: 4, passes: 0 });
  });

  it('has the rating the contract documents', () => {
    const { quarterbacks } = home(
      pass(1, 20, 40, { score: 'touchdown' }),
      pass(1, 20, 25),
      play('pass', 'incomplete', { players: { quarterback: 10 } }),
      play('pass', 'intercepted', { players: { quarterback: 10, interceptor: 22 } }),
    );
    const counts = quarterbacks.get(10)!;
    expect(counts).toMatchObject({ passes: 4, completions: 2, passYards: 25, passTouchdowns: 1, interceptions: 1 });
    expect(passerRating(counts)).toBeCloseTo((8.4 * 25 + 330 + 200 - 200) / 4, 12);
    expect(passerRating({ ...counts, passes: 0 })).toBe(0);
  });

  it('the defence is credited with what its own players did', () => {
    const plays = [
      run(1, 20, 22, { players: { runner: 11, tackler: 21, assistant: 22 } }),
      play('pass', 'sack', { from: 22, to: 15, players: { quarterback: 10, sacker: 21 } }),
      run(3, 15, 16, { fumble: true, players: { runner: 11, recoverer: 12 } }),
      play('penalty', 'flag', { players: { flagged: 11 } }),
    ];
    const { defence } = away(...plays);
    expect(defence.get(21)).toMatchObject({ tackles: 1, sacks: 1 });
    expect(defence.get(22)).toMatchObject({ assistTackles: 1, tackles: 0 });
    expect([...defence.keys()].toSorted()).toEqual([21, 22]);
  });

  it('two may share a sack, and yards after a lateral belong to whom made them', () => {
    const sack = play('pass', 'sack', {
      players: { quarterback: 10, sacker: 21 },
      credits: [
        { player: 21, kind: 'sack', share: 0.5, yards: 0 },
        { player: 22, kind: 'sack', share: 0.5, yards: 0 },
      ],
    });
    expect(away(sack).defence.get(22)?.sacks).toBe(0.5);
    const lateral = pass(1, 20, 50, {
      credits: [
        { player: 12, kind: 'reception', share: 1, yards: 20 },
        { player: 13, kind: 'reception', share: 0, yards: 10 },
      ],
    });
    expect(home(lateral).offence.get(12)).toMatchObject({ receptions: 1, receivingYards: 20 });
    expect(home(lateral).offence.get(13)).toMatchObject({ receptions: 0, receivingYards: 10 });
    expect(home(lateral).team.passYards).toBe(30);
  });
});

describe('the fold', () => {
  const anyPlay: fc.Arbitrary<Play> = fc
    .record({
      kind: fc.constantFrom<PlayKind>('run', 'pass', 'punt', 'kickoff', 'penalty', 'field-goal'),
      outcome: fc.constantFrom<PlayOutcome>('run', 'completed', 'incomplete', 'intercepted', 'sack', 'flag', 'kick'),
      offence: fc.constantFrom(1, 2, null),
      down: fc.constantFrom(1, 2, 3, 4, null),
      quarter: fc.integer({ min: 1, max: 5 }),
      from: fc.option(fc.integer({ min: 1, max: 99 })),
      to: fc.option(fc.integer({ min: 1, max: 100 })),
      score: fc.constantFrom<Play['score']>('none', 'none', 'none', 'touchdown'),
      fumble: fc.boolean(),
      runner: fc.option(fc.integer({ min: 10, max: 29 })),
      recoverer: fc.option(fc.integer({ min: 10, max: 29 })),
    })
    .map(({ kind, outcome, runner, recoverer, ...more }) =>
      play(kind, outcome, { ...more, players: { quarterback: 10, runner, receiver: 12, recoverer } }),
    );

  it('is the same however often it is looked at on the way', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyPlay, fc.boolean()), { maxLength: 40 }), (steps) => {
        const fold = new StatisticsFold(field, lineup);
        for (const [next, look] of steps) {
          fold.add(next);
          if (look) fold.statistics();
        }
        const plays = steps.map(([next]) => next);
        expect(fold.statistics()).toEqual(foldStatistics(field, lineup, plays));
      }),
    );
  });

  it('never converts more than it attempted, and no play counts for both teams', () => {
    fc.assert(
      fc.property(fc.array(anyPlay, { maxLength: 60 }), (plays) => {
        const sides = foldStatistics(field, lineup, plays);
        for (const { team } of sides) {
          expect(team.thirdDownConversions).toBeLessThanOrEqual(team.thirdDownAttempts);
          expect(team.fourthDownConversions).toBeLessThanOrEqual(team.fourthDownAttempts);
        }
        const attempts = plays.filter(
          ({ kind, outcome, offence }) => (kind === 'run' || kind === 'pass') && outcome !== 'flag' && offence !== null,
        );
        const counted = sides.reduce((sum, { team }) => sum + team.passAttempts + team.runAttempts, 0);
        expect(counted).toBe(attempts.length);
      }),
    );
  });

  it('does not change what it returned before', () => {
    const fold = new StatisticsFold(field, lineup).add(run(1, 20, 25));
    const [before] = fold.statistics();
    fold.add(run(2, 25, 30));
    expect(before.team.runYards).toBe(5);
    expect(before.offence.get(11)?.runYards).toBe(5);
  });
});
