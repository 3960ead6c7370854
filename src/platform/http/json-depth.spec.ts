import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDeeperThan as isDeeper } from './json-depth.js';

const isDeeperThan = (json: string, most: number): boolean => isDeeper(Buffer.from(json), most);

const depthOf = (value: unknown): number =>
  typeof value !== 'object' || value === null ? 0 : 1 + Math.max(0, ...Object.values(value).map(depthOf));

describe('isDeeperThan', () => {
  it('says of every JSON text how deep it is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6, stringUnit: 'binary' }), fc.nat(8), (value, most) => {
        expect(isDeeperThan(JSON.stringify(value), most)).toBe(depthOf(value) > most);
      }),
    );
  });

  it('does not count what stands in texts', () => {
    expect(isDeeperThan(String.raw`{"a": "\"[[[[", "b[": ["\\", "]"]}`, 2)).toBe(false);
    expect(isDeeperThan(String.raw`{"a": "\"[[[[", "b[": ["\\", "]"]}`, 1)).toBe(true);
  });

  it('reads what is no JSON too', () => {
    expect(isDeeperThan(']]}[', 1)).toBe(false);
    expect(isDeeperThan('['.repeat(100_000), 100)).toBe(true);
    expect(isDeeperThan('"abc', 1)).toBe(false);
    expect(isDeeperThan('"\\', 1)).toBe(false);
  });
});
