import { describe, expect, it } from 'vitest';
import { parseMoment, rfc3339, withoutZone } from './statsboards.dates.js';

describe('moments', () => {
  const moment = new Date('2024-01-15T10:30:00.120Z');

  it('are written in the two forms of the document', () => {
    expect(withoutZone(moment)).toBe('2024-01-15T10:30:00.120000');
    expect(rfc3339(moment)).toBe('2024-01-15T10:30:00.120Z');
  });

  it.each([
    ['2024-01-15', '2024-01-15T00:00:00.000Z'],
    ['2024-01-15T10:30', '2024-01-15T10:30:00.000Z'],
    ['2024-01-15T10:30:00', '2024-01-15T10:30:00.000Z'],
    ['2024-01-15 10:30:00', '2024-01-15T10:30:00.000Z'],
    ['2024-01-15T10:30:00.123456', '2024-01-15T10:30:00.123Z'],
    ['2024-01-15T10:30:00Z', '2024-01-15T10:30:00.000Z'],
    ['2024-01-15T10:30:00+03:00', '2024-01-15T07:30:00.000Z'],
    ['2024-01-15T10:30:00-0330', '2024-01-15T14:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ])('are read without a zone as UTC: %s', (text, expected) => {
    expect(parseMoment(text)?.toISOString()).toBe(expected);
  });

  it.each([
    '',
    'today',
    '2023-02-29',
    '2024-13-01',
    '2024-01-15T25:00',
    '15.01.2024',
    '2024-1-5',
    '0000-01-01',
    '2024-01-15T',
  ])('that are none: %j', (text) => {
    expect(parseMoment(text)).toBeUndefined();
  });

  it('written are read again', () => {
    expect(parseMoment(withoutZone(moment))).toEqual(moment);
    expect(parseMoment(rfc3339(moment))).toEqual(moment);
  });
});
