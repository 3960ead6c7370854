import { describe, expect, it } from 'vitest';
import { findDrift, type Shape } from './shape.js';

const SHAPE: Shape = { matches: [{ id: 'text', 'score?': 'number', 'venue?': { name: 'text', '*?': 'any' } }] };

describe('drift', () => {
  it('is none where everything is as recorded, with or without what is optional', () => {
    const rows = [
      { id: 'a', score: 1 },
      { id: 'b', score: null },
      { id: 'c', venue: { name: 'x', other: 1 } },
    ];
    expect(findDrift(SHAPE, { matches: rows })).toEqual([]);
  });

  it('is what is missing, new or of another kind, each once with how often', () => {
    expect(findDrift(SHAPE, { matches: [{ score: '1' }, { id: 'b', score: '2', extra: 1 }] })).toEqual([
      { kind: 'missing', field: 'matches[].id', detail: '', count: 1 },
      { kind: 'type', field: 'matches[].score', detail: 'number, is text', count: 2 },
      { kind: 'new', field: 'matches[].extra', detail: '', count: 1 },
    ]);
  });

  it('can be the whole answer', () => {
    expect(findDrift(SHAPE, [])).toEqual([{ kind: 'type', field: '(answer)', detail: 'object, is list', count: 1 }]);
    expect(findDrift(['text'], null)).toEqual([{ kind: 'type', field: '(answer)', detail: 'list, is null', count: 1 }]);
  });
});
