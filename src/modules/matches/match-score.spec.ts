import { describe, expect, it } from 'vitest';
import { MATCH_STATUSES, type MatchStatus } from '#core/kernel/match-status.js';
import { matchScore } from './match-score.js';

const unwritten = { scoreHome: null, scoreAway: null, halfTimeHome: null, halfTimeAway: null };

describe('matchScore', () => {
  it('is 0 each in play when nothing was written, and unknown in every other state', () => {
    const known = MATCH_STATUSES.filter((status) => matchScore(status, unwritten) !== null);
    expect(known).toEqual(['live', 'halftime', 'extra_time', 'penalties', 'interrupted']);
    expect(matchScore('live', unwritten)).toEqual({ home: 0, away: 0, halfTime: null });
  });

  it('counts the side that was not written as 0 in play only', () => {
    const half = { ...unwritten, scoreAway: 2 };
    expect(matchScore('live', half)).toEqual({ home: 0, away: 2, halfTime: null });
    expect(matchScore('finished', half)).toBeNull();
  });

  it.each(MATCH_STATUSES)('is what was written in state %s', (status: MatchStatus) => {
    const stored = { scoreHome: 3, scoreAway: 0, halfTimeHome: 1, halfTimeAway: 0 };
    expect(matchScore(status, stored)).toEqual({ home: 3, away: 0, halfTime: { home: 1, away: 0 } });
    expect(matchScore(status, { ...stored, halfTimeAway: null })?.halfTime).toBeNull();
  });
});
