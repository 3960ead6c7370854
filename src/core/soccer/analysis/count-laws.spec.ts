import { describe, expect, it } from 'vitest';
import { createRandom } from '#core/kernel/random.js';
import { likeliestDispersion, negativeBinomialLaw } from './count-laws.js';

describe('count laws', () => {
  it('leave nothing out', () => {
    for (const dispersion of [0, 0.1]) {
      expect(negativeBinomialLaw(9.5, dispersion).reduce((sum, mass) => sum + mass, 0)).toBeCloseTo(1, 9);
    }
  });

  it('recover the dispersion that counts were drawn with, and none where there is none', () => {
    const random = createRandom('dispersion');
    const means = Array.from({ length: 4000 }, () => 5 + 10 * random.next());
    const drawn = (dispersion: number) => means.map((mean) => random.negativeBinomial(mean, dispersion));
    expect(likeliestDispersion(drawn(0.1), means)).toBeGreaterThan(0.08);
    expect(likeliestDispersion(drawn(0.1), means)).toBeLessThan(0.12);
    expect(likeliestDispersion(drawn(0), means)).toBeLessThan(0.01);
    const regular = means.map((mean) => random.binomial(30, mean / 30));
    expect(likeliestDispersion(regular, means)).toBe(0);
    expect(likeliestDispersion([], [])).toBe(0);
    expect(() => likeliestDispersion([1], [])).toThrow(RangeError);
  });
});
