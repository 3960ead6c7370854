import { describe, expect, it } from 'vitest';
import { createRandom } from '../kernel/random.js';
import { firstWeekday, footballMatchdays, kickoffTimes, readInstant, soccerMatchdays } from './season-calendar.js';

const DAY = 86_400_000;

function wednesdays(rounds: number): number {
  return soccerMatchdays(2024, rounds).filter(({ date }) => new Date(date).getUTCDay() === 3).length;
}

describe('soccerMatchdays', () => {
  it.each([22, 30, 34, 38, 41, 46, 60])(
    'lays %d rounds between mid August and late May, more than two days apart',
    (rounds) => {
      for (const year of [2000, 2023, 2024, 2027, 2100]) {
        const days = soccerMatchdays(year, rounds);
        expect(days).toHaveLength(rounds);
        expect(days[0].date).toBeGreaterThanOrEqual(Date.UTC(year, 7, 12));
        expect(days[0].date).toBeLessThan(Date.UTC(year, 7, 19));
        expect(days[rounds - 1].date).toBeLessThanOrEqual(Date.UTC(year + 1, 4, 25));
        for (const { date } of days) expect([3, 6]).toContain(new Date(date).getUTCDay());
        const instants = days.map((day) => kickoffTimes(day, 12, createRandom(year)).map((time) => Date.parse(time)));
        for (let i = 1; i < rounds; i++) {
          expect(Math.min(...instants[i]) - Math.max(...instants[i - 1])).toBeGreaterThan(2 * DAY);
        }
      }
    },
  );

  it('plays in midweek only when the weekends do not suffice', () => {
    expect([34, 38, 41, 46].map(wednesdays)).toEqual([0, 0, 0, 5]);
  });

  it('refuses what does not fit', () => {
    expect(() => soccerMatchdays(2024, 90)).toThrow('do not fit');
  });
});

describe('firstWeekday', () => {
  it('finds the weekday on or after a date', () => {
    expect(new Date(firstWeekday(2024, 7, 12, 6)).toISOString()).toBe('2024-08-17T00:00:00.000Z');
    expect(new Date(firstWeekday(2023, 7, 12, 6)).toISOString()).toBe('2023-08-12T00:00:00.000Z');
  });
});

describe('readInstant', () => {
  it('reads dates and instants in UTC, and no time without a zone', () => {
    expect(readInstant('2024-08-17')).toBe(Date.UTC(2024, 7, 17));
    expect(readInstant('2024-08-17T14:00:00.000Z')).toBe(Date.UTC(2024, 7, 17, 14));
    expect(readInstant('2024-08-17T16:00:00+02:00')).toBe(Date.UTC(2024, 7, 17, 14));
    for (const text of ['2024-08-17T14:00', '17.08.2024', 'now', '', '2024-13-45']) {
      expect(() => readInstant(text)).toThrow('is not a date');
    }
  });
});

describe('footballMatchdays', () => {
  it('plays on consecutive Saturdays from the first in May', () => {
    const days = footballMatchdays(2025, 14).map(({ date }) => new Date(date).toISOString().slice(0, 10));
    expect([days[0], days[1], days[13]]).toEqual(['2025-05-03', '2025-05-10', '2025-08-02']);
  });
});

describe('kickoffTimes', () => {
  it('shows six matches of a weekend on their own and the rest together', () => {
    const times = kickoffTimes(soccerMatchdays(2024, 38)[0], 10, createRandom('round'));
    expect(times.toSorted()).toEqual([
      '2024-08-16T19:00:00.000Z',
      '2024-08-17T11:30:00.000Z',
      ...Array.from({ length: 4 }, () => '2024-08-17T14:00:00.000Z'),
      '2024-08-17T16:30:00.000Z',
      '2024-08-18T13:00:00.000Z',
      '2024-08-18T15:30:00.000Z',
      '2024-08-19T19:00:00.000Z',
    ]);
  });
});
