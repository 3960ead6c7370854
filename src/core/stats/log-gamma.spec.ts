import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logFactorial, logGamma } from './log-gamma.js';

/** Forty-digit arithmetic, rounded. */
const KNOWN: readonly (readonly [number, number])[] = [
  [1e-10, 23.025850929882736],
  [1e-3, 6.907178885383853],
  [0.1, 2.252712651734206],
  [0.25, 1.2880225246980774],
  [0.5, 0.5723649429247001],
  [0.75, 0.20328095143129538],
  [0.999999, 5.77216487368967e-7],
  [1, 0],
  [1.0000001, -5.772155826548335e-8],
  [1.46163214496836, -0.12148629053584961],
  [1.75, -0.08440112102048555],
  [1.9999, -4.2275208772158115e-5],
  [2, 0],
  [2.5, 0.2846828704729192],
  [2.50001, 0.2846899020638435],
  [3, Math.LN2],
  [4.5, 2.4537365708424423],
  [7.99, 8.50501160608848],
  [8, 8.525161361065415],
  [10, 12.801827480081469],
  [17.3, 31.51562417817529],
  [100, 359.1342053695754],
  [171.5, 709.1431630309282],
  [1e3, 5905.220423209181],
  [123456.789, 1323902.018795063],
  [1e10, 220258509288.81058],
  [1e100, 2.2925850929940456e102],
  [-0.5, 1.2655121234846454],
  [-1.5, 0.860047015376481],
  [-2.25, 0.5555015450206475],
  [-10.1, -13.020973271011503],
];

describe('logGamma', () => {
  it.each(KNOWN)('ln gamma(%d) = %d', (x, expected) => {
    expect(Math.abs(logGamma(x) - expected)).toBeLessThanOrEqual(1e-13 * Math.max(1, Math.abs(expected)));
  });

  it('obeys gamma(x + 1) = x gamma(x) across every branch', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (x) => {
        const difference = logGamma(x + 1) - logGamma(x) - Math.log(x);
        expect(Math.abs(difference)).toBeLessThanOrEqual(1e-13 * Math.max(4, Math.abs(logGamma(x + 1)) * 4));
      }),
    );
  });

  it('is infinite at the poles and undefined for no number', () => {
    expect(logGamma(0)).toBe(Infinity);
    expect(logGamma(-3)).toBe(Infinity);
    expect(logGamma(Infinity)).toBe(Infinity);
    expect(logGamma(NaN)).toBeNaN();
  });
});

describe('logFactorial', () => {
  it('counts orderings, in the table and beyond it', () => {
    expect(Math.exp(logFactorial(5))).toBeCloseTo(120, 10);
    expect(logFactorial(300)).toBe(logGamma(301));
    expect(logFactorial(0)).toBe(0);
  });
});
