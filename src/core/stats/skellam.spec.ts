import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonPmf } from './poisson.js';
import { skellamCdf, skellamLogPmf, skellamPmf } from './skellam.js';

describe('Skellam', () => {
  it.each([
    [0, 1.5, 1.2, -1.3672105113512165],
    [3, 1.5, 1.2, -2.843812308304665],
    [-4, 1.5, 1.2, -4.79888591734043],
    [25, 1.5, 1.2, -50.49783521714782],
    [0, 80, 75, -3.5202474688544467],
    [-30, 80, 75, -7.393352494973863],
  ])('ln P(X - Y = %d) with means %d and %d', (d, home, away, expected) => {
    expect(Math.abs(skellamLogPmf(d, home, away) / expected - 1)).toBeLessThan(1e-13);
  });

  it.each([
    [3, 1.5, 1.2, 0.9724636767910347],
    [-4, 1.5, 1.2, 0.010537270856481408],
    [-30, 80, 75, 0.0027920985780069685],
  ])('P(X - Y <= %d) with means %d and %d', (d, home, away, expected) => {
    expect(Math.abs(skellamCdf(d, home, away) / expected - 1)).toBeLessThan(1e-12);
  });

  it('sums to one and mirrors when the sides change places', () => {
    const mean = fc.double({ min: 0, max: 12, noNaN: true });
    fc.assert(
      fc.property(mean, mean, fc.integer({ min: -12, max: 12 }), (home, away, d) => {
        expect(skellamPmf(d, home, away)).toBeCloseTo(skellamPmf(-d, away, home), 13);
        expect(skellamCdf(d, home, away) + skellamCdf(-d - 1, away, home)).toBeCloseTo(1, 12);
        expect(skellamCdf(d, home, away) - skellamCdf(d - 1, home, away)).toBeCloseTo(skellamPmf(d, home, away), 12);
      }),
    );
  });

  it('is a Poisson when one side never scores', () => {
    expect(skellamPmf(2, 1.3, 0)).toBeCloseTo(poissonPmf(2, 1.3), 15);
    expect(skellamPmf(-2, 0, 1.3)).toBeCloseTo(poissonPmf(2, 1.3), 15);
    expect(skellamPmf(1, 0, 1.3)).toBe(0);
    expect(skellamCdf(0, 0, 0)).toBe(1);
  });
});
