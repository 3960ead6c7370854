import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LruMap } from './lru-map.js';

describe('LruMap', () => {
  it('keeps what was used last', () => {
    const key = fc.integer({ min: 0, max: 9 });
    const step = fc.oneof(
      fc.record({ kind: fc.constant('get'), key }),
      fc.record({ kind: fc.constant('set'), key }),
      fc.record({ kind: fc.constant('delete'), key }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.array(step, { maxLength: 200 }), (capacity, steps) => {
        const map = new LruMap<number, number>(capacity);
        let model: [number, number][] = [];
        for (const [n, { kind, key }] of steps.entries()) {
          const known = model.find(([each]) => each === key);
          if (kind === 'get') expect(map.get(key)).toBe(known?.[1]);
          if (kind === 'set') map.set(key, n);
          if (kind === 'delete') expect(map.delete(key)).toBe(known !== undefined);
          const entry: [number, number] | undefined = kind === 'set' ? [key, n] : kind === 'get' ? known : undefined;
          if (entry || kind === 'delete') model = model.filter(([each]) => each !== key);
          if (entry) model = [...model, entry].slice(-capacity);
          expect([...map]).toEqual(model);
        }
      }),
    );
  });

  it.each([0, -1, 1.5, NaN])('has no room for %d entries', (capacity) => {
    expect(() => new LruMap(capacity)).toThrow(RangeError);
  });
});
