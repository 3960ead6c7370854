import { describe, expect, it } from 'vitest';
import { minimise, type Objective } from './lbfgs.js';

/** Sum of c_i (x_i - i)^2 / 2 with curvatures over several orders of magnitude. */
function bowl(dimension: number, spread: number): Objective {
  const curvatureOf = (i: number): number => spread ** (i / (dimension - 1));
  return {
    dimension,
    evaluate(x, gradient) {
      let value = 0;
      for (let i = 0; i < dimension; i++) {
        gradient[i] = curvatureOf(i) * (x[i] - i);
        value += (gradient[i] * (x[i] - i)) / 2;
      }
      return value;
    },
  };
}

const rosenbrock: Objective = {
  dimension: 2,
  evaluate([x, y], gradient) {
    gradient[0] = -2 * (1 - x) - 400 * x * (y - x * x);
    gradient[1] = 200 * (y - x * x);
    return (1 - x) ** 2 + 100 * (y - x * x) ** 2;
  },
};

/** -ln x + x on x > 0, infinite elsewhere: its minimum is at 1. */
const barrier: Objective = {
  dimension: 1,
  evaluate([x], gradient) {
    gradient[0] = 1 - 1 / x;
    return x > 0 ? x - Math.log(x) : Infinity;
  },
};

describe('minimise', () => {
  it('finds the bottom of a badly scaled bowl', () => {
    const x = new Float64Array(12);
    const result = minimise(bowl(12, 1e3), x, { gradientTolerance: 1e-6, maxIterations: 500 });
    expect(result.converged).toBe(true);
    x.forEach((value, i) => expect(value).toBeCloseTo(i, 6));
  });

  it('needs hardly any steps when told the curvature', () => {
    const curvature = Float64Array.from({ length: 12 }, (_, i) => 1e6 ** (i / 11));
    const result = minimise(bowl(12, 1e6), new Float64Array(12), { curvature });
    expect(result).toMatchObject({ converged: true, iterations: 1 });
  });

  it('follows the curved valley of Rosenbrock', () => {
    const x = Float64Array.of(-1.2, 1);
    const result = minimise(rosenbrock, x, { gradientTolerance: 1e-9 });
    expect(result.converged).toBe(true);
    expect(result.value).toBeLessThan(1e-15);
    expect(x[0]).toBeCloseTo(1, 7);
    expect(x[1]).toBeCloseTo(1, 7);
  });

  it('steps back from outside the domain', () => {
    for (const start of [1e-6, 0.3, 50, 1e5]) {
      const x = Float64Array.of(start);
      expect(minimise(barrier, x, { gradientTolerance: 1e-9 }).converged).toBe(true);
      expect(x[0]).toBeCloseTo(1, 7);
    }
  });

  it('never makes things worse and says when it stopped early', () => {
    const x = Float64Array.of(-1.2, 1);
    const before = rosenbrock.evaluate(x, new Float64Array(2));
    const result = minimise(rosenbrock, x, { maxIterations: 3 });
    expect(result).toMatchObject({ converged: false, iterations: 3 });
    expect(result.value).toBeLessThan(before);
    expect(rosenbrock.evaluate(x, new Float64Array(2))).toBe(result.value);
  });

  it('stays put at a minimum and refuses a start that is none', () => {
    const x = Float64Array.of(1, 1);
    expect(minimise(rosenbrock, x)).toEqual({ value: 0, iterations: 0, evaluations: 1, converged: true });
    expect([...x]).toEqual([1, 1]);
    expect(() => minimise(rosenbrock, new Float64Array(3))).toThrow(RangeError);
    expect(() => minimise(barrier, Float64Array.of(-1))).toThrow(RangeError);
  });
});
