import { describe, expect, it } from 'vitest';
import { isCalendarDay, localDay } from './analise.dates.js';

describe('the local day', () => {
  it.each([
    ['2025-12-27T20:00:00Z', '2025-12-27'],
    ['2025-12-28T02:59:59.999Z', '2025-12-27'],
    ['2025-12-28T03:00:00Z', '2025-12-28'],
    // Daylight saving time: two hours behind UTC.
    ['2010-01-15T02:00:00Z', '2010-01-15'],
    ['2010-01-15T01:59:59Z', '2010-01-14'],
  ])('of %s is %s', (instant, day) => {
    expect(localDay(new Date(instant))).toBe(day);
  });
});

describe('a calendar day', () => {
  it('exists and is written year-month-day', () => {
    expect(['2025-12-27', '2024-02-29', '1993-08-14'].filter(isCalendarDay)).toHaveLength(3);
    const wrong = [
      '27-12-2025',
      '2025-13-01',
      '2025-02-29',
      '2025-1-1',
      '',
      '2025-12-27T00:00',
      '0001-01-01',
      ' 2025-12-27',
    ];
    expect(wrong.filter(isCalendarDay)).toEqual([]);
  });
});
