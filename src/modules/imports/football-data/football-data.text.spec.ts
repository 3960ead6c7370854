import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitCells, splitLines } from './football-data.text.js';

describe('splitCells', () => {
  it.each([
    ['a,b,,c', ['a', 'b', '', 'c']],
    ['a,"b, c",d', ['a', 'b, c', 'd']],
    ['"a","",""', ['a', '', '']],
    ['a,"say ""no""",', ['a', 'say "no"', '']],
    ['a,O"Neill,b', ['a', 'O"Neill', 'b']],
    ['"', null],
    ['a,"b,c', null],
    ['a,"b"c,d', null],
  ])('%s', (line, cells) => expect(splitCells(line)).toEqual(cells));

  it('agrees with a CSV parser on every line that one can write', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', ' ', ',', '"', "'", 'é'), maxLength: 6 });
    const quoted = fc
      .tuple(cell, fc.boolean())
      .map(([text, always]) => (always || /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text));
    const line = fc.array(quoted, { minLength: 2, maxLength: 8 }).map((cells) => cells.join(','));
    fc.assert(fc.property(line, (text) => void expect(splitCells(text)).toEqual(parse(text)[0])));
  });
});

describe('splitLines', () => {
  it('keeps the count of physical lines with mixed ends', () => {
    expect(splitLines('a\r\nb\n\nc\rd\n')).toEqual(['a', 'b', '', 'c', 'd', '']);
  });
});
