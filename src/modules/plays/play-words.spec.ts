import { describe, expect, it } from 'vitest';
import type { PlayKind, PlayOutcome, PlayScore } from '#core/football/plays/play.js';
import { meaningOf } from '#core/football/plays/vocabulary.js';
import { resultOf, scoreOf, typeOf } from './play-words.js';

const KINDS: PlayKind[] = [
  'run',
  'pass',
  'kickoff',
  'punt',
  'field-goal',
  'extra-point',
  'two-point',
  'penalty',
  'other',
];
const OUTCOMES: PlayOutcome[] = [
  'run',
  'completed',
  'incomplete',
  'dropped',
  'deflected',
  'intercepted',
  'sack',
  'flag',
  'kick',
  'other',
];
const SCORES: PlayScore[] = [
  'touchdown',
  'defence-touchdown',
  'field-goal',
  'extra-point',
  'two-point',
  'safety',
  'none',
];

describe('the words a meaning is stored in', () => {
  it.each(KINDS)('mean what was meant: %s', (kind) => {
    for (const outcome of OUTCOMES) {
      for (const score of SCORES) {
        const words = { type: typeOf(kind), result: resultOf(outcome), score: scoreOf(score) };
        const meaning = meaningOf({ ...words, fumble: false, hasRunner: false, hasReceiver: false });
        // A penalty without a result is a flag.
        const expected = kind === 'penalty' && outcome === 'other' ? 'flag' : outcome;
        expect(meaning, JSON.stringify(words)).toEqual({ kind, outcome: expected, score, fumble: false });
      }
    }
  });
});
