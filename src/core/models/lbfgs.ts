/** A differentiable function of a vector. `evaluate` writes the gradient at `x` into `gradient` and returns the value. */
export interface Objective {
  readonly dimension: number;
  evaluate(x: Float64Array, gradient: Float64Array): number;
}

export interface LbfgsOptions {
  /** Stop when the largest absolute component of the gradient is at most this. */
  gradientTolerance?: number;
  maxIterations?: number;
  /** Number of correction pairs kept, 3 to 20 in practice. */
  memory?: number;
  /** Positive estimate of the diagonal of the Hessian at the start; all ones when absent. */
  curvature?: Float64Array;
}

export interface LbfgsResult {
  value: number;
  iterations: number;
  evaluations: number;
  /** False when the iteration limit was reached or no further descent was possible at this precision. */
  converged: boolean;
}

const SUFFICIENT_DECREASE = 1e-4;
const CURVATURE_CONDITION = 0.9;
const MAX_LINE_STEPS = 30;

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function largest(a: Float64Array): number {
  let max = 0;
  for (let i = 0; i < a.length; i++) max = Math.max(max, Math.abs(a[i]));
  return max;
}

/** Correction pairs and scratch vectors of one run; everything the iterations write to is allocated here, once. */
class Workspace {
  readonly gradient: Float64Array;
  readonly trial: Float64Array;
  readonly trialGradient: Float64Array;
  readonly direction: Float64Array;
  private readonly steps: Float64Array[];
  private readonly changes: Float64Array[];
  private readonly inverseDots: Float64Array;
  private readonly alphas: Float64Array;
  private stored = 0;
  private next = 0;
  private scale = 1;

  constructor(
    n: number,
    private readonly memory: number,
    private readonly curvature: Float64Array | undefined,
  ) {
    this.gradient = new Float64Array(n);
    this.trial = new Float64Array(n);
    this.trialGradient = new Float64Array(n);
    this.direction = new Float64Array(n);
    this.steps = Array.from({ length: memory }, () => new Float64Array(n));
    this.changes = Array.from({ length: memory }, () => new Float64Array(n));
    this.inverseDots = new Float64Array(memory);
    this.alphas = new Float64Array(memory);
  }

  forget(): void {
    this.stored = 0;
    this.scale = 1;
  }

  /** Keeps x_new - x and g_new - g unless they show no positive curvature, which would spoil the approximation. */
  remember(x: Float64Array): void {
    const step = this.steps[this.next];
    const change = this.changes[this.next];
    for (let i = 0; i < x.length; i++) {
      step[i] = this.trial[i] - x[i];
      change[i] = this.trialGradient[i] - this.gradient[i];
    }
    const curvature = dot(step, change);
    const squares = this.preconditionedSquare(change);
    if (!(curvature > 1e-12 * squares)) return;
    this.inverseDots[this.next] = 1 / curvature;
    this.scale = curvature / squares;
    this.next = (this.next + 1) % this.memory;
    this.stored = Math.min(this.stored + 1, this.memory);
  }

  private preconditionedSquare(v: Float64Array): number {
    if (this.curvature === undefined) return dot(v, v);
    let sum = 0;
    for (let i = 0; i < v.length; i++) sum += (v[i] * v[i]) / this.curvature[i];
    return sum;
  }

  /** Two-loop recursion (Nocedal & Wright, Numerical Optimization, algorithm 7.4): direction = -H gradient. */
  computeDirection(): void {
    const d = this.direction;
    for (let i = 0; i < d.length; i++) d[i] = -this.gradient[i];
    for (let k = 1; k <= this.stored; k++) {
      const slot = (this.next - k + this.memory) % this.memory;
      const alpha = dot(this.steps[slot], d) * this.inverseDots[slot];
      this.alphas[slot] = alpha;
      const change = this.changes[slot];
      for (let i = 0; i < d.length; i++) d[i] -= alpha * change[i];
    }
    if (this.curvature === undefined) for (let i = 0; i < d.length; i++) d[i] *= this.scale;
    else for (let i = 0; i < d.length; i++) d[i] *= this.scale / this.curvature[i];
    for (let k = this.stored; k >= 1; k--) {
      const slot = (this.next - k + this.memory) % this.memory;
      const step = this.steps[slot];
      const beta = this.alphas[slot] - dot(this.changes[slot], d) * this.inverseDots[slot];
      for (let i = 0; i < d.length; i++) d[i] += beta * step[i];
    }
  }
}

/**
 * Minimises `objective` from `x`, which is overwritten by the best point found. Limited-memory BFGS (Liu & Nocedal 1989)
 * with a line search for the weak Wolfe conditions by bracketing and quadratic interpolation (Lewis & Overton 2013).
 * The objective may return Infinity or NaN outside its domain; the line search then steps back. No allocation per
 * iteration. RangeError when `x` has the wrong length or lies outside the domain.
 */
export function minimise(objective: Objective, x: Float64Array, options: LbfgsOptions = {}): LbfgsResult {
  const { gradientTolerance = 1e-6, maxIterations = 200, memory = 8, curvature } = options;
  const n = objective.dimension;
  if (x.length !== n) throw new RangeError(`start has ${x.length} components, objective ${n}`);
  const work = new Workspace(n, memory, curvature);
  const { gradient, trial, trialGradient, direction } = work;
  let value = objective.evaluate(x, gradient);
  if (!Number.isFinite(value)) throw new RangeError('the objective is not finite at the start');
  let evaluations = 1;
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    if (largest(gradient) <= gradientTolerance) return { value, iterations: iteration, evaluations, converged: true };
    work.computeDirection();
    let slope = dot(direction, gradient);
    if (!(slope < 0)) {
      work.forget();
      work.computeDirection();
      slope = dot(direction, gradient);
    }
    let low = 0;
    let high = Infinity;
    // Without a Hessian estimate the first step must not depend on the units of the objective.
    let step = iteration === 0 && curvature === undefined ? Math.min(1, 1 / largest(gradient)) : 1;
    let accepted = false;
    let trialValue = value;
    for (let attempt = 0; attempt < MAX_LINE_STEPS; attempt++) {
      for (let i = 0; i < n; i++) trial[i] = x[i] + step * direction[i];
      trialValue = objective.evaluate(trial, trialGradient);
      evaluations++;
      if (!(trialValue <= value + SUFFICIENT_DECREASE * step * slope)) {
        high = step;
        const parabola = (-slope * step * step) / (2 * (trialValue - value - slope * step));
        const inside = parabola > low + 0.1 * (high - low) && parabola < high - 0.1 * (high - low);
        step = inside ? parabola : (low + high) / 2;
        continue;
      }
      accepted = true;
      if (dot(trialGradient, direction) >= CURVATURE_CONDITION * slope) break;
      low = step;
      step = high === Infinity ? 2 * step : (low + high) / 2;
    }
    if (!accepted || !(trialValue <= value)) return { value, iterations: iteration, evaluations, converged: false };
    work.remember(x);
    x.set(trial);
    gradient.set(trialGradient);
    value = trialValue;
  }
  return { value, iterations: maxIterations, evaluations, converged: largest(gradient) <= gradientTolerance };
}
