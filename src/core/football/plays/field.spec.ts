import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Field, fieldOf, positionAt, yardLine, yardsBetween } from './field.js';

const signed: Field = { scale: 'signed', length: 92 };

describe('D12: a signed half-field', () => {
  it.each([
    [-20, -30, 10],
    [30, 20, 10],
    [-30, 40, 22],
    [-10, 0, 82],
    [-30, -20, -10],
    [20, 30, -10],
    [40, -30, -22],
    [15, 0, 15],
    [0, 7, -7],
    [46, -46, 0],
  ])('from %i to %i is %i yards', (from, to, yards) => {
    expect(yardsBetween(signed, from, to)).toBe(yards);
  });

  it('has one position for each yard line but midfield, which has two', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 92 }), (line) => {
        expect(yardLine(signed, positionAt(signed, line))).toBe(line);
      }),
    );
    expect(yardLine(signed, 46)).toBe(yardLine(signed, -46));
  });
});

it('a plain scale counts from the own goal line', () => {
  expect(yardsBetween({ scale: 'plain', length: 100 }, 25, 37)).toBe(12);
});

it('a match is signed as soon as one position is not positive', () => {
  expect(fieldOf([25, null, 37])).toEqual({ scale: 'plain', length: 92 });
  expect(fieldOf([25, null, 0], 100)).toEqual({ scale: 'signed', length: 100 });
  expect(fieldOf([-20, 25])).toEqual({ scale: 'signed', length: 92 });
});
