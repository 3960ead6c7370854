import { describe, expect, it } from 'vitest';
import { confidenceLevel, confidenceOf } from './confidence.js';
import { rateConsistency, stabilityScore } from './consistency.js';

describe('consistency', () => {
  it.each([
    [0, 'very-stable'],
    [0.1499999, 'very-stable'],
    [0.15, 'stable'],
    [0.2999999, 'stable'],
    [0.3, 'moderate'],
    [0.4999999, 'moderate'],
    [0.5, 'unstable'],
    [0.7499999, 'unstable'],
    [0.75, 'very-unstable'],
    [12, 'very-unstable'],
  ] as const)('rates a coefficient of variation of %d as %s', (cv, rating) => {
    expect(rateConsistency(cv)).toBe(rating);
  });

  it.each([
    [0, 100],
    [0.375, 50],
    [0.75, 0],
    [2, 0],
  ])('scores %d with %d', (cv, score) => {
    expect(stabilityScore(cv)).toBe(score);
  });
});

describe('confidence', () => {
  it('is one minus the relative half-width, never certain and never nothing', () => {
    expect(confidenceOf(10, 8, 12)).toBeCloseTo(0.8, 12);
    expect(confidenceOf(10, 10, 10)).toBe(0.95);
    expect(confidenceOf(1, 0, 9)).toBe(0.05);
  });

  it('has levels that begin at 0.7 and 0.5', () => {
    expect([0.95, 0.7, 0.6999, 0.5, 0.4999].map(confidenceLevel)).toEqual(['high', 'high', 'medium', 'medium', 'low']);
  });
});
