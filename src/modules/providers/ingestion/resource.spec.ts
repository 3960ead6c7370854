import { describe, expect, it } from 'vitest';
import { ageOf, FRESH_FOR, playedFreshFor, UNKNOWN_RESOURCE } from './resource.js';

describe('the age of a resource', () => {
  const fetched = { ...UNKNOWN_RESOURCE, fetchedAt: 1_000, freshUntil: 2_000 };

  it.each([
    [UNKNOWN_RESOURCE, 0, 'unknown'],
    [{ ...UNKNOWN_RESOURCE, failedAt: 5 }, 10, 'unknown'],
    [fetched, 1_999, 'fresh'],
    [{ ...fetched, failedAt: 1_500 }, 1_999, 'fresh'],
    [fetched, 2_000, 'stale'],
    [fetched, 2_999, 'stale'],
    [fetched, 3_000, 'old'],
    // A provider that did not answer just now is waited for, so that its silence can be told.
    [{ ...fetched, failedAt: 2_100 }, 2_200, 'old'],
    [{ ...fetched, failedAt: 500 }, 2_200, 'stale'],
  ])('%o at %i is %s', (resource, now, age) => expect(ageOf(resource, now)).toBe(age));
});

it('a match of the last week is asked for again sooner', () => {
  const day = 86_400_000;
  expect(playedFreshFor(0, true, 6 * day)).toBe(FRESH_FOR.recentMatch);
  expect(playedFreshFor(0, false, 6 * day)).toBe(FRESH_FOR.matchWithoutStats);
  expect(playedFreshFor(0, true, 8 * day)).toBe(FRESH_FOR.oldMatch);
});
