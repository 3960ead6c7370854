import { describe, expect, it } from 'vitest';
import { meaningOf, type PlayWords } from './vocabulary.js';

const meaning = (
  type: string | null,
  result: string | null,
  score: string | null = null,
  more: Partial<PlayWords> = {},
) => {
  const {
    kind,
    outcome,
    score: scored,
    fumble,
  } = meaningOf({
    type,
    result,
    score,
    fumble: false,
    hasRunner: false,
    hasReceiver: false,
    ...more,
  });
  return [kind, outcome, scored, fumble];
};

describe('three vocabularies, one meaning', () => {
  it.each([
    ['pass', 'completed', 'td'],
    ['Pass', 'Touchdown', null],
    ['pass', 'pass_completed', 'touchdown'],
  ])('a touchdown pass: %s, %s, %s', (type, result, score) => {
    expect(meaning(type, result, score, { hasReceiver: true })).toEqual(['pass', 'completed', 'touchdown', false]);
  });

  it.each([
    ['run', 'run', null],
    ['Run', 'Gain', null],
    ['run', 'gain', 'none'],
    ['Run', 'No Gain', null],
    ['Run', 'Loss', null],
    ['Kneel', null, null],
  ])('a run: %s, %s, %s', (type, result, score) => {
    expect(meaning(type, result, score)).toEqual(['run', 'run', 'none', false]);
  });

  it.each([
    ['pass', 'intercepted'],
    ['Pass', 'Interception'],
    ['pass', 'interception'],
  ])('an interception: %s, %s', (type, result) => {
    expect(meaning(type, result)).toEqual(['pass', 'intercepted', 'none', false]);
  });

  it.each([
    ['kick', 'kick', 'kick is good', 'field-goal'],
    ['Field Goal', 'Good', 'field_goal', 'field-goal'],
    ['pat 1', 'pat 1', 'pat 1 is good', 'extra-point'],
    ['Extra Point', 'No Good', null, 'none'],
  ])('a kick: %s, %s, %s', (type, result, score, scored) => {
    expect(meaning(type, result, score).slice(1, 3)).toEqual(['kick', scored]);
  });

  it('a fumble on a run is a run that was fumbled, and behind the line a sack', () => {
    expect(meaning('Run', 'Fumble')).toEqual(['run', 'run', 'none', true]);
    expect(meaning('Pass', 'Fumble')).toEqual(['pass', 'sack', 'none', true]);
    expect(meaning('Pass', 'Fumble', null, { hasReceiver: true })).toEqual(['pass', 'completed', 'none', true]);
  });

  it('a quarterback who runs on a pass play has run', () => {
    expect(meaning('pass', 'gain', null, { hasRunner: true })).toEqual(['pass', 'run', 'none', false]);
  });

  it('only the penalty is left of a nullified play, whichever kind it was', () => {
    expect(meaning('pass', 'flag')[1]).toBe('flag');
    expect(meaning('Penalty', null)).toEqual(['penalty', 'flag', 'none', false]);
  });

  it('an unknown word means nothing', () => {
    expect(meaning('timeout', 'charged', 'who knows')).toEqual(['other', 'other', 'none', false]);
    expect(meaning(null, null)).toEqual(['other', 'other', 'none', false]);
  });
});
