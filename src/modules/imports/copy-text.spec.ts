import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countField, instantField, realField, RefusedFact, textField } from './copy-text.js';

/** What PostgreSQL makes of a field of COPY text. */
function unescape(field: string): string | null {
  if (field === '\\N') return null;
  const meaning: Record<string, string> = { t: '\t', n: '\n', r: '\r', '\\': '\\' };
  return field.replaceAll(/\\(.)/gs, (_, letter: string) => meaning[letter]);
}

describe('COPY fields', () => {
  it('hold any text without code zero, on one line and in one field', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('\\', '\t', '\n', '\r', 'N', '.', 't', 'é') }),
    );
    fc.assert(
      fc.property(text, (value) => {
        fc.pre(!value.includes('\0'));
        const field = textField('x', value, 1000);
        expect(field).not.toMatch(/[\t\n\r]/);
        expect(unescape(field)).toBe(value);
      }),
    );
    expect(() => textField('x', 'a\0', 10)).toThrow(RefusedFact);
    expect(textField('x', null, 10)).toBe('\\N');
  });

  it('count characters as the database does', () => {
    expect(textField('x', '🏟️'.repeat(5), 10)).toBe('🏟️'.repeat(5));
    expect(() => textField('x', '🏟️'.repeat(5), 9)).toThrow('x has more than 9 characters');
  });

  it.each([-1, 1.5, Number.NaN, Infinity, 11])('refuse %d as a count up to 10', (value) => {
    expect(() => countField('x', value, 10)).toThrow(`x ${value} is not a whole number from 0 to 10`);
  });

  it.each([Number.NaN, Infinity, 100.5, -0.5])('refuse %d as a percentage', (value) => {
    expect(() => realField('x', value, 0, 100)).toThrow(RefusedFact);
  });

  it('write numbers the database reads', () => {
    expect([0, 10, null].map((value) => countField('x', value, 10))).toEqual(['0', '10', '\\N']);
    expect([-0.25, 1.44, 1e-40, null].map((value) => realField('x', value))).toEqual(['-0.25', '1.44', '0', '\\N']);
  });

  it('write equal instants equally and refuse what is none', () => {
    expect(instantField('x', '2023-08-12T13:30:00+01:00')).toBe('2023-08-12T12:30:00.000Z');
    for (const value of ['', 'soon', '1066-10-14', '9999-01-01']) {
      expect(() => instantField('x', value)).toThrow(`x "${value}" is not an instant`);
    }
  });
});
