import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, sha256 } from './canonical-json.js';

/** The same value with the members of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

describe('canonicalJson', () => {
  it('does not depend on the order of members, and is JSON of the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(reversed(value))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('tells different values apart', () => {
    const values = [1, '1', [1], { 1: 1 }, { 1: '1' }, null, [], {}, [[]], 1.0000000000000002, ['1', 1], [1, '1']];
    expect(new Set(values.map(canonicalJson)).size).toBe(values.length);
  });

  it('has no white space, sorts by code units and leaves undefined out', () => {
    expect(canonicalJson({ b: [1, { z: 'x y', a: null }], B: 1e-7, a: undefined, '10': 0.1, '9': -0 })).toBe(
      '{"10":0.1,"9":0,"B":1e-7,"b":[1,{"a":null,"z":"x y"}]}',
    );
  });
});

describe('sha256', () => {
  it('gives the digests of FIPS 180-4', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});
