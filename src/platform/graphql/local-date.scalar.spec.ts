import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LocalDate, parseLocalDate } from './local-date.scalar.js';

describe('LocalDate', () => {
  it('keeps every day of the calendar as it is written', () => {
    const day = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const text = date.toISOString().slice(0, 10);
        expect([parseLocalDate(text), LocalDate.serialize(text)]).toEqual([text, text]);
      }),
    );
  });

  it.each(['2023-02-29', '2024-04-31', '2024-13-01', '2024-00-01', '2024-01-00', '0000-12-31'])(
    'refuses %s, which does not exist',
    (text) => expect(() => parseLocalDate(text)).toThrow('does not exist'),
  );

  it.each([
    '',
    'today',
    '2024-1-01',
    '20240101',
    '2024-01-01T00:00:00Z',
    ' 2024-01-01',
    '2024-01-01\n',
    20240101,
    null,
  ])('refuses %j, which is no day', (value) => expect(() => parseLocalDate(value)).toThrow('a day like'));
});
