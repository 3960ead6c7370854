import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DateTime, parseDateTime } from './date-time.scalar.js';

describe('DateTime', () => {
  it.each([
    ['2024-08-17T14:00:00Z', '2024-08-17T14:00:00.000Z'],
    ['2024-08-17t14:00:00z', '2024-08-17T14:00:00.000Z'],
    ['2024-08-17T14:00:00.5Z', '2024-08-17T14:00:00.500Z'],
    ['2024-08-17T14:00:00.123456789Z', '2024-08-17T14:00:00.123Z'],
    ['2024-08-17T16:00:00+02:00', '2024-08-17T14:00:00.000Z'],
    ['2024-08-17T08:30:00-05:30', '2024-08-17T14:00:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['2000-02-29T23:59:59.999-00:00', '2000-02-29T23:59:59.999Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('reads %s', (text, utc) => {
    expect(DateTime.serialize(DateTime.parseValue(text))).toBe(utc);
  });

  it.each([
    'garbage',
    '',
    '2024-08-17',
    '2024-08-17T14:00:00',
    '2024-08-17 14:00:00Z',
    '2024-08-17T14:00Z',
    '2024-08-17T14:00:00+0200',
    '2024-08-17T14:00:00.Z',
    '2024-13-01T00:00:00Z',
    '2024-00-01T00:00:00Z',
    '2024-04-31T00:00:00Z',
    '2024-04-00T00:00:00Z',
    '2023-02-29T00:00:00Z',
    '1900-02-29T00:00:00Z',
    '2024-08-17T24:00:00Z',
    '2024-08-17T23:60:00Z',
    '2024-08-17T23:59:60Z',
    '2024-08-17T23:00:00+24:00',
    '2024-08-17T23:00:00+01:60',
    '0000-12-31T23:59:59Z',
    '0001-01-01T00:00:00+00:01',
    '9999-12-31T23:59:59-00:01',
    '+012024-08-17T14:00:00Z',
    ' 2024-08-17T14:00:00Z',
    '2024-08-17T14:00:00Z\n',
    1_723_903_200_000,
    null,
    ['2024-08-17T14:00:00Z'],
  ])('refuses %j', (value) => {
    expect(() => DateTime.parseValue(value)).toThrow(/DateTime/);
  });

  it('reads back every moment it writes', () => {
    const moment = fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, (date) => {
        expect(parseDateTime(DateTime.serialize(date)).getTime()).toBe(date.getTime());
      }),
    );
  });

  it('writes dates and the text of the database, and nothing else', () => {
    expect(DateTime.serialize('2024-08-17T14:00:00.123456Z')).toBe('2024-08-17T14:00:00.123Z');
    expect(() => DateTime.serialize('infinity')).toThrow('infinity is not a moment');
    expect(() => DateTime.serialize(new Date(Number.NaN))).toThrow('is not a moment');
  });
});
