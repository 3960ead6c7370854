import { describe, expect, it } from 'vitest';
import type { PlayKind, PlayOutcome, PlayScore } from './play.js';
import { pointsOf } from './scoring.js';
import { meaningOf } from './vocabulary.js';

const points = (kind: PlayKind, outcome: PlayOutcome, score: PlayScore) => pointsOf({ kind, outcome, score });

describe('points of a play', () => {
  it.each<[PlayKind, PlayOutcome, PlayScore, number, number]>([
    ['pass', 'completed', 'touchdown', 6, 0],
    ['pass', 'intercepted', 'defence-touchdown', 0, 6],
    ['field-goal', 'kick', 'field-goal', 3, 0],
    ['extra-point', 'kick', 'extra-point', 1, 0],
    ['two-point', 'completed', 'two-point', 2, 0],
    ['two-point', 'intercepted', 'defence-two-point', 0, 2],
    ['run', 'run', 'safety', 0, 2],
    ['kickoff', 'kick', 'safety', 2, 0],
    ['run', 'run', 'none', 0, 0],
    ['run', 'flag', 'touchdown', 0, 0],
  ])('%s, %s, %s: %d to %d', (kind, outcome, score, offence, defence) => {
    expect(points(kind, outcome, score)).toEqual({ offence, defence });
  });

  it('of a failed try that was brought back are the defence’s', () => {
    const words = { type: 'pat 1', result: 'pat 1', score: 'pat 1 return', fumble: false };
    expect(pointsOf(meaningOf({ ...words, hasRunner: false, hasReceiver: false }))).toEqual({ offence: 0, defence: 2 });
  });
});
