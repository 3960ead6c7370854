import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf, normalLogCdf, normalLogPdf, normalPdf, normalQuantile } from './normal.js';

describe('normal', () => {
  it.each([
    [-20, 2.7536241186062337e-89, -203.91715537109727],
    [-8, 6.220960574271784e-16, -35.01343715991455],
    [-5, 2.866515718791939e-7, -15.064998393988725],
    [-3, 0.0013498980316300946, -6.607726221510349],
    [-2.001, 0.02269619494564155, -3.7855579920851956],
    [-1.5, 0.06680720126885807, -2.7059444008238898],
    [-0.3, 0.3820885778110474, -0.9621028181688507],
    [0, 0.5, -Math.LN2],
    [0.7, 0.758036347776927, -0.27702394227713123],
    [1.96, 0.9750021048517795, -0.02531564916428211],
    [2.5, 0.9937903346742238, -0.006229025485860002],
    [6, 0.9999999990134123, -9.865876455243758e-10],
  ])('Phi(%d)', (z, cdf, logCdf) => {
    expect(Math.abs(normalCdf(z) / cdf - 1)).toBeLessThan(5e-13);
    expect(Math.abs(normalLogCdf(z) / logCdf - 1)).toBeLessThan(5e-13);
    expect(normalCdf(10 + 3 * z, 10, 3)).toBeCloseTo(cdf, 13);
  });

  it('has a logarithm where the probability is too small for a double', () => {
    expect(Math.abs(normalLogCdf(-38) / -726.5572160188201 - 1)).toBeLessThan(1e-13);
    expect(normalCdf(-60)).toBe(0);
    expect(normalLogCdf(-60)).toBeCloseTo(-1805.0135606, 6);
  });

  it('inverts its own distribution function', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1 - 1e-9, noNaN: true }), (p) => {
        expect(Math.abs(normalCdf(normalQuantile(p)) / p - 1)).toBeLessThan(1e-12);
      }),
    );
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13);
    expect(normalQuantile(0.975, 5, 2)).toBeCloseTo(5 + 2 * 1.959963984540054, 12);
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
    expect(() => normalQuantile(1.2)).toThrow(RangeError);
  });

  it('has the density of its logarithm', () => {
    expect(normalPdf(0)).toBeCloseTo(0.3989422804014327, 15);
    expect(normalLogPdf(4, 1, 2)).toBeCloseTo(Math.log(normalPdf(1.5) / 2), 13);
  });
});
