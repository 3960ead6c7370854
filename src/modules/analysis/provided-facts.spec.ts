import { expect, it } from 'vitest';
import type { MatchGround } from '#modules/providers/index.js';
import type { MatchStatistics } from './analysis.types.js';
import { withFacts } from './provided-facts.js';

it('behaviour 48: totals of a season count all its matches, also beyond those that were asked for', () => {
  const nothing = { sampleSize: 0, metrics: {}, recentForm: [], sample: [] };
  const statistics = {
    request: { limit: 5 },
    home: nothing,
    away: nothing,
    context: { home: {}, away: {}, adjustments: [] },
  } as unknown as MatchStatistics;
  const totals = { matches: 17, goals: 34, corners: 85, goalsConceded: 17 };
  const ground = {
    isStale: false,
    missing: new Set(['matches']),
    facts: { home: { seasonTotals: totals }, away: { seasonTotals: { ...totals, matches: 16 } } },
  } as unknown as MatchGround;

  const { sampleSize, home, away, context } = withFacts(statistics, ground);
  expect([sampleSize, home.sampleSize, away.sampleSize]).toEqual([16, 17, 16]);
  expect(home.metrics.goals).toMatchObject({ for: { mean: 2, cv: null, observations: 17 }, against: { mean: 1 } });
  expect(home.metrics.corners.against).toMatchObject({ mean: null, observations: 0 });
  expect(context.adjustments).toEqual(['season-totals', 'reduced-sample']);
});
