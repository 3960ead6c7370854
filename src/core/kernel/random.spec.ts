import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, Random } from './random.js';

const DRAWS = 40_000;

function moments(draw: () => number): { mean: number; variance: number } {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < DRAWS; i++) {
    const x = draw();
    sum += x;
    squares += x * x;
  }
  const mean = sum / DRAWS;
  return { mean, variance: squares / DRAWS - mean * mean };
}

/** Expects mean and variance within about five standard errors (the variance's error allows for heavy tails). */
function expectMoments(draw: () => number, mean: number, variance: number): void {
  const seen = moments(draw);
  expect(Math.abs(seen.mean - mean)).toBeLessThan(5 * Math.sqrt(variance / DRAWS));
  expect(Math.abs(seen.variance / variance - 1)).toBeLessThan(0.08);
}

/** Chi-square statistic against equal counts. */
function chiSquare(counts: number[]): number {
  const expected = DRAWS / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

describe('the stream', () => {
  it('gives the published sequence of xoshiro128** for the state 1, 2, 3, 4', () => {
    const random = new Random([1, 2, 3, 4]);
    const stream = Array.from({ length: 10 }, () => random.uint32());
    expect(stream).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('never changes for a seed: stored demo data depends on it', () => {
    const random = createRandom('touchline');
    expect([random.uint32(), random.uint32(), random.uint32()]).toEqual([729779536, 3868362896, 1862358442]);
    expect(createRandom('touchline').fork('E0').fork(2024).uint32()).toBe(1503149930);
  });

  it('treats a number and its text as one seed and tells other seeds apart', () => {
    expect(createRandom(7).next()).toBe(createRandom('7').next());
    const firsts = new Set(Array.from({ length: 5000 }, (_, seed) => createRandom(seed).uint32()));
    expect(firsts.size).toBeGreaterThan(4995);
  });

  it('refuses the all-zero state', () => {
    expect(() => new Random([0, 0, 0, 0])).toThrow(RangeError);
  });

  it('is uniform on [0, 1) in every tenth, for fresh seeds as well as along one stream', () => {
    const random = createRandom('uniform');
    const along = Array.from({ length: 10 }, () => 0);
    const across = [...along];
    for (let i = 0; i < DRAWS; i++) {
      along[Math.floor(random.next() * 10)]++;
      across[Math.floor(random.fork(i).next() * 10)]++;
    }
    expect(chiSquare(along)).toBeLessThan(27.9); // 0.999 quantile with 9 degrees of freedom
    expect(chiSquare(across)).toBeLessThan(27.9);
  });
});

describe('fork', () => {
  it('does not depend on what was drawn before', () => {
    const fresh = createRandom('a');
    const used = createRandom('a');
    for (let i = 0; i < 100; i++) used.next();
    expect(used.fork('x').next()).toBe(fresh.fork('x').next());
  });

  it('separates labels, levels and the parent', () => {
    const root = createRandom('a');
    const draws = [
      root.fork('xy'),
      root.fork('x').fork('y'),
      root.fork('y').fork('x'),
      root.fork(''),
      createRandom('a'),
    ];
    expect(new Set(draws.map((random) => random.next())).size).toBe(draws.length);
  });

  it('gives streams without correlation to each other', () => {
    const root = createRandom('correlation');
    let sum = 0;
    for (let i = 0; i < DRAWS; i++) sum += (root.fork(i).next() - 0.5) * (root.fork(i + 1).next() - 0.5) * 12;
    expect(Math.abs(sum / DRAWS)).toBeLessThan(5 / Math.sqrt(DRAWS));
  });
});

describe('choices', () => {
  it('int stays in range and refuses other bounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 0xffffffff }), fc.string(), (n, seed) => {
        const drawn = createRandom(seed).int(n);
        return Number.isInteger(drawn) && drawn >= 0 && drawn < n;
      }),
    );
    for (const n of [0, -1, 1.5, Number.NaN, 2 ** 33]) expect(() => createRandom(1).int(n)).toThrow(RangeError);
    expect(() => createRandom(1).pick([])).toThrow(RangeError);
  });

  it('int has no modulo bias for a bound just above a third of the range', () => {
    const n = 0x60000000;
    const random = createRandom('bias');
    expectMoments(() => random.int(n) / n, 0.5, 1 / 12);
  });

  it('shuffle returns the same elements, leaves its argument alone, and reaches all orders equally', () => {
    const random = createRandom('shuffle');
    const counts = new Map<string, number>();
    const items = ['a', 'b', 'c'];
    for (let i = 0; i < 6000; i++) {
      const order = random.shuffle(items).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(items).toEqual(['a', 'b', 'c']);
    expect([...counts.keys()].toSorted()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('weighted follows the weights and never takes a zero one', () => {
    const random = createRandom('weights');
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < DRAWS; i++) counts[random.weighted([1, 0, 3, 0])]++;
    expect([counts[1], counts[3]]).toEqual([0, 0]);
    expect(Math.abs(counts[2] / DRAWS - 0.75)).toBeLessThan(0.012);
    expect(() => random.weighted([0, 0])).toThrow(RangeError);
  });
});

describe('variates have the moments they promise', () => {
  it.each([0.3, 1.4, 12, 16.5, 90])('Poisson of mean %d', (mean) => {
    const random = createRandom(`poisson ${mean}`);
    expectMoments(() => random.poisson(mean), mean, mean);
  });

  it.each([
    [0.4, 2],
    [1, 1],
    [7.5, 0.2],
  ])('gamma of shape %d and scale %d', (shape, scale) => {
    const random = createRandom(`gamma ${shape}`);
    expectMoments(() => random.gamma(shape, scale), shape * scale, shape * scale * scale);
  });

  it.each([
    [5.4, 0.08],
    [12, 0.5],
    [3, 0],
  ])('negative binomial of mean %d and alpha %d', (mean, alpha) => {
    const random = createRandom(`negative binomial ${mean}`);
    expectMoments(() => random.negativeBinomial(mean, alpha), mean, mean + alpha * mean * mean);
  });

  it('normal and binomial', () => {
    const random = createRandom('normal');
    expectMoments(() => random.normal(3, 2), 3, 4);
    expectMoments(() => random.binomial(12, 0.3), 3.6, 2.52);
  });

  it('refuses impossible parameters', () => {
    const random = createRandom(1);
    expect(random.poisson(0)).toBe(0);
    expect(random.negativeBinomial(0, 0.5)).toBe(0);
    for (const mean of [-1, Number.NaN, Infinity]) expect(() => random.poisson(mean)).toThrow(RangeError);
    expect(() => random.gamma(0)).toThrow(RangeError);
    expect(() => random.negativeBinomial(2, -0.1)).toThrow(RangeError);
  });
});
