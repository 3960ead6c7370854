import { describe, expect, it } from 'vitest';
import { identifier, listAt, MalformedAnswer, optionalCount, optionalNumber, optionalText } from './json-value.js';
import { readableRows } from './readable-rows.js';

describe('numbers', () => {
  it.each([
    ['5', 5],
    [' 0 ', 0],
    ['+21', 21],
    ['-7', -7],
    ['4.0', 4],
    ['20.00', 20],
    [1.82, 1.82],
    ['', null],
    [null, null],
    [undefined, null],
  ])('%j is %j', (written, value) => expect(optionalNumber(written, 'x')).toBe(value));

  it.each(['many', '1e3', '0x10', '1,5', Number.NaN, true, {}, []])('%j is none', (written) => {
    expect(() => optionalNumber(written, 'x')).toThrow(new MalformedAnswer('x', 'a number'));
  });

  it.each([-1, 1.5, 40_000, '-3'])('%j is no count', (written) => {
    expect(() => optionalCount(written, 'x')).toThrow('x is not a count');
  });
});

describe('text', () => {
  it('is trimmed, and blank is unknown', () => {
    expect(optionalText(' Arsenal ', 'x')).toBe('Arsenal');
    expect(optionalText('  ', 'x')).toBeNull();
    expect(() => optionalText(42, 'x')).toThrow(MalformedAnswer);
  });

  it('is an id also as a whole number', () => {
    expect(identifier(133_604, 'x')).toBe('133604');
    expect(() => identifier(1.5, 'x')).toThrow(MalformedAnswer);
    expect(() => identifier(null, 'x')).toThrow(MalformedAnswer);
  });

  it('of an answer is in no message', () => {
    expect(() => optionalNumber('hush', 'row.key')).toThrow(/^row\.key is not a number$/);
  });
});

describe('lists', () => {
  it('stand under one of several names, or alone', () => {
    expect(listAt([1], ['a'])).toEqual([1]);
    expect(listAt({ b: [2] }, ['a', 'b'])).toEqual([2]);
    expect(listAt({ a: null }, ['a'])).toEqual([]);
    expect(() => listAt({ c: [3] }, ['a', 'b'])).toThrow(MalformedAnswer);
    expect(() => listAt('<html>', ['a'])).toThrow(MalformedAnswer);
  });

  it('leave out the rows that cannot be read, and tell', () => {
    const told: string[] = [];
    const read = (row: unknown, where: string): number => optionalCount(row, where) ?? -1;
    expect(readableRows([1, 'x', 3], read, 'rows', (why) => told.push(why))).toEqual([1, 3]);
    expect(told).toEqual(['rows[1] is not a number']);
  });

  it('of which no row can be read are no empty list', () => {
    const read = (row: unknown, where: string): number => optionalCount(row, where) ?? -1;
    expect(() => readableRows(['x', 'y'], read, 'rows', () => undefined)).toThrow('rows[0] is not a number');
    expect(readableRows([], read, 'rows', () => undefined)).toEqual([]);
  });
});
