import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { devig, type DevigMethod } from './devig.js';

const METHODS: readonly DevigMethod[] = ['proportional', 'power', 'shin'];
const prices = fc.array(fc.double({ min: 1.02, max: 60, noNaN: true }), { minLength: 2, maxLength: 6 });

describe('devig', () => {
  it('gives a distribution in the order of the prices, whatever the margin', () => {
    fc.assert(
      fc.property(prices, fc.constantFrom(...METHODS), (odds, method) => {
        const fair = devig(odds, method);
        expect(fair.method).toBe(method);
        expect(fair.probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
        fair.probabilities.forEach((p, i) => {
          expect(p).toBeGreaterThan(0);
          fair.probabilities.forEach((q, j) => {
            if (odds[i] < odds[j]) expect(p).toBeGreaterThanOrEqual(q);
          });
        });
      }),
    );
  });

  it('agree when there is no margin to take out', () => {
    for (const method of METHODS) {
      const fair = devig([2, 4, 4], method);
      expect(fair.overround).toBeCloseTo(0, 14);
      [0.5, 0.25, 0.25].forEach((p, i) => expect(fair.probabilities[i]).toBeCloseTo(p, 12));
    }
  });

  it('solve their own equations', () => {
    const odds = [1.25, 6.5, 15];
    const power = devig(odds, 'power');
    odds.forEach((price, i) => expect(power.probabilities[i]).toBeCloseTo((1 / price) ** power.parameter!, 12));
    const { probabilities, parameter } = devig(odds, 'shin');
    const z = parameter!;
    expect(z).toBeGreaterThan(0);
    // Shin's model read forwards: the price a bookmaker would set against these probabilities and insiders.
    const quoted = probabilities.map((p) => Math.sqrt(z * p + (1 - z) * p * p));
    const scale = quoted.reduce((sum, q) => sum + q, 0);
    odds.forEach((price, i) => expect(quoted[i] * scale).toBeCloseTo(1 / price, 10));
  });

  it('take more margin from the outsider than proportional does', () => {
    const odds = [1.25, 6.5, 15];
    const outsider = (method: DevigMethod): number => devig(odds, method).probabilities[2];
    expect(outsider('power')).toBeLessThan(outsider('proportional'));
    expect(outsider('shin')).toBeLessThan(outsider('proportional'));
    expect(devig(odds, 'proportional')).toMatchObject({ parameter: null });
  });

  it('refuse what is not a market', () => {
    expect(() => devig([2], 'power')).toThrow(RangeError);
    expect(() => devig([2, 1], 'shin')).toThrow(RangeError);
    expect(() => devig([2, NaN], 'proportional')).toThrow(RangeError);
  });
});
