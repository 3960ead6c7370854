import { describe, expect, it } from 'vitest';
import { takeFloats } from './float-slab.js';

describe('takeFloats', () => {
  it('gives every caller zeros of its own, across slabs', () => {
    const taken = Array.from({ length: 100 }, (_, i) => takeFloats(196).fill(i + 1));
    taken.forEach((own, i) => {
      expect(own).toHaveLength(196);
      expect(own.every((value) => value === i + 1)).toBe(true);
    });
    expect(takeFloats(50).every((value) => value === 0)).toBe(true);
  });

  it('does not cut large arrays from the slab', () => {
    const large = takeFloats(5000);
    expect(large).toHaveLength(5000);
    expect(large.byteOffset).toBe(0);
  });
});
