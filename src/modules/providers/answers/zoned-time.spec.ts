import { describe, expect, it } from 'vitest';
import { readDay, readTimeOfDay, SAO_PAULO, TimeZone } from './zoned-time.js';

describe('days', () => {
  it.each([
    ['2025-12-23', '2025-12-23'],
    ['2025-12-23T00:00:00+00:00', '2025-12-23'],
    ['2022-08-05Z', '2022-08-05'],
    ['12/23/2025 00:00:00', '2025-12-23'],
    ['1/2/2026', '2026-01-02'],
    ['2025-02-30', null],
    ['23/12/2025', null],
    ['', null],
    ['soon', null],
  ])('%s', (written, day) => expect(readDay(written)).toBe(day));
});

describe('times of day', () => {
  it.each([
    ['17:00:00', 61_200_000],
    ['17:00', 61_200_000],
    ['18:30:00Z', 66_600_000],
    ['24:00', null],
    ['TBD', null],
  ])('%s', (written, ms) => expect(readTimeOfDay(written)).toBe(ms));
});

describe('São Paulo', () => {
  // Known from a match that kicked off at 20:00 in London and was listed at 17:00.
  it('is three hours behind UTC now', () => {
    expect(SAO_PAULO.toUtc('2025-12-23', 17 * 3_600_000)).toBe('2025-12-23T20:00:00.000Z');
    expect(SAO_PAULO.toUtc('2025-07-01', 22 * 3_600_000)).toBe('2025-07-02T01:00:00.000Z');
  });

  it('had a summer time until 2019', () => {
    expect(SAO_PAULO.toUtc('2018-12-23', 17 * 3_600_000)).toBe('2018-12-23T19:00:00.000Z');
  });

  it('knows its day of an instant', () => {
    expect(SAO_PAULO.dayOf('2025-12-28T02:59:59.000Z')).toBe('2025-12-27');
    expect(SAO_PAULO.dayOf('2025-12-28T03:00:00.000Z')).toBe('2025-12-28');
  });
});

it('reads a local time back all through a year, every hour around the changes of the clock', () => {
  const berlin = new TimeZone('Europe/Berlin');
  const near = (at: number): boolean =>
    [Date.UTC(2025, 2, 30), Date.UTC(2025, 9, 26)].some((day) => Math.abs(at - day) < 3 * 86_400_000);
  for (let at = Date.UTC(2025, 0, 1); at < Date.UTC(2026, 0, 1); at += near(at) ? 3_600_000 : 39_600_000) {
    const instant = new Date(at).toISOString();
    const day = berlin.dayOf(instant);
    const offset = at >= Date.UTC(2025, 2, 30, 1) && at < Date.UTC(2025, 9, 26, 1) ? 2 : 1;
    const msOfDay = (at + offset * 3_600_000) % 86_400_000;
    const back = Date.parse(berlin.toUtc(day, msOfDay));
    // The hour that is there twice is read as one of the two.
    const twice = at === Date.UTC(2025, 9, 26, 0) || at === Date.UTC(2025, 9, 26, 1);
    expect(twice ? Math.abs(back - at) <= 3_600_000 : back === at).toBe(true);
  }
});
