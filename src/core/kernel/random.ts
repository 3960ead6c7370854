/**
 * Seeded random numbers: xoshiro128** 1.1 (Blackman & Vigna 2018, "Scrambled linear pseudorandom number
 * generators"). The integer stream uses only 32-bit integer arithmetic, so it is the same on every machine. Real-valued
 * draws also call Math.log and Math.exp, whose last bit an engine may choose.
 */
export class Random {
  readonly #key: readonly [number, number, number, number];
  #s0: number;
  #s1: number;
  #s2: number;
  #s3: number;

  /** `key` is the 128-bit starting state; all-zero is the one state the generator cannot leave. */
  constructor(key: readonly [number, number, number, number]) {
    if ((key[0] | key[1] | key[2] | key[3]) === 0)
      throw new RangeError('The state of a generator must not be all zero');
    this.#key = key;
    [this.#s0, this.#s1, this.#s2, this.#s3] = key;
  }

  /** Next 32 random bits as an integer in [0, 2^32). */
  uint32(): number {
    const scrambled = Math.imul(this.#s1, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const shifted = this.#s1 << 9;
    this.#s2 ^= this.#s0;
    this.#s3 ^= this.#s1;
    this.#s1 ^= this.#s2;
    this.#s0 ^= this.#s3;
    this.#s2 ^= shifted;
    this.#s3 = (this.#s3 << 11) | (this.#s3 >>> 21);
    return result;
  }

  /** Uniform in [0, 1) with 53 random bits. */
  next(): number {
    const high = this.uint32() >>> 5;
    return (high * 0x4000000 + (this.uint32() >>> 6)) / 0x20000000000000;
  }

  /** Uniform integer in [0, n), without modulo bias; n from 1 to 2^32, else RangeError. */
  int(n: number): number {
    if (!Number.isInteger(n) || n < 1 || n > 0x100000000) throw new RangeError(`int(n) needs 1 <= n <= 2^32, got ${n}`);
    const limit = 0x100000000 - (0x100000000 % n);
    let bits = this.uint32();
    while (bits >= limit) bits = this.uint32();
    return bits % n;
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One element, all equally likely; RangeError on an empty list. */
  pick<T>(items: readonly T[]): T {
    return items[this.int(items.length)];
  }

  /** Index i with probability weights[i] / sum; weights are not negative, RangeError when their sum is not positive. */
  weighted(weights: readonly number[]): number {
    let total = 0;
    for (const weight of weights) total += weight;
    if (!(total > 0)) throw new RangeError('weighted() needs a positive sum of weights');
    let rest = this.next() * total;
    let last = 0;
    for (let i = 0; i < weights.length; i++) {
      if (!(weights[i] > 0)) continue;
      if (rest < weights[i]) return i;
      rest -= weights[i];
      last = i;
    }
    return last;
  }

  /** A shuffled copy, every order equally likely (Fisher-Yates; Knuth, TAOCP vol. 2, algorithm 3.4.2P). */
  shuffle<T>(items: readonly T[]): T[] {
    const result = items.slice();
    for (let i = result.length - 1; i > 0; i--) {
      const j = this.int(i + 1);
      [result[i], result[j]] = [result[j], result[i]];
    }
    return result;
  }

  /** Normal variate (Marsaglia's polar method; the second variate is dropped so that a draw has no hidden state). */
  normal(mean = 0, deviation = 1): number {
    for (;;) {
      const x = 2 * this.next() - 1;
      const y = 2 * this.next() - 1;
      const square = x * x + y * y;
      if (square > 0 && square < 1) return mean + deviation * x * Math.sqrt((-2 * Math.log(square)) / square);
    }
  }

  /** Number of successes in `trials` independent trials, by trying each: time grows with `trials`. */
  binomial(trials: number, probability: number): number {
    let successes = 0;
    for (let i = 0; i < trials; i++) if (this.next() < probability) successes++;
    return successes;
  }

  /**
   * Poisson variate. Inversion by sequential search up to mean 16, above it as the sum of two halves, so that exp(-mean)
   * cannot underflow; time grows with the mean. RangeError unless 0 <= mean < infinity.
   */
  poisson(mean: number): number {
    if (!(mean >= 0 && mean < Infinity)) throw new RangeError(`A Poisson mean must be finite and >= 0, got ${mean}`);
    if (mean > 16) return this.poisson(mean / 2) + this.poisson(mean / 2);
    let rest = this.next();
    let count = 0;
    let mass = Math.exp(-mean);
    while (rest >= mass && mass > 0) {
      rest -= mass;
      count++;
      mass *= mean / count;
    }
    return count;
  }

  /** Gamma variate of mean shape x scale (Marsaglia & Tsang 2000, "A simple method for generating gamma variables"). */
  gamma(shape: number, scale = 1): number {
    if (!(shape > 0 && scale > 0)) throw new RangeError(`Gamma needs shape > 0 and scale > 0, got ${shape}, ${scale}`);
    if (shape < 1) return this.gamma(shape + 1, scale) * (1 - this.next()) ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - this.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v * scale;
    }
  }

  /** Negative binomial with variance mean + alpha x mean^2, as a gamma mixture of Poissons; alpha 0 is Poisson. */
  negativeBinomial(mean: number, alpha: number): number {
    if (!(alpha >= 0)) throw new RangeError(`alpha must be >= 0, got ${alpha}`);
    return this.poisson(alpha === 0 || mean === 0 ? mean : this.gamma(1 / alpha, alpha * mean));
  }

  /**
   * A stream of its own for `label`. It depends on the seed and the labels that led here, never on how many numbers have
   * been drawn, so adding draws in one place leaves every other place as it was.
   */
  fork(label: string | number): Random {
    return new Random(hashInto(this.#key, String(label)));
  }
}

/** A generator from a seed; the number 7 and the text '7' are the same seed. */
export function createRandom(seed: string | number): Random {
  return new Random(hashInto([0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x6a09e667], String(seed)));
}

/** Four lanes of MurmurHash3 x86_32 (Appleby) over UTF-16 code units, then mixed, so that a key keeps 128 bits. */
function hashInto(key: readonly [number, number, number, number], text: string): [number, number, number, number] {
  let [a, b, c, d] = key;
  for (let i = 0; i < text.length; i++) {
    const unit = Math.imul(text.charCodeAt(i) + 1, 0xcc9e2d51);
    const block = Math.imul((unit << 15) | (unit >>> 17), 0x1b873593);
    a = murmurRound(a ^ block);
    b = murmurRound(b ^ block);
    c = murmurRound(c ^ block);
    d = murmurRound(d ^ block);
  }
  a = murmurFinish(a ^ text.length);
  b = murmurFinish(b ^ a);
  c = murmurFinish(c ^ b);
  d = murmurFinish(d ^ c);
  a ^= d;
  return (a | b | c | d) === 0 ? [1, 0, 0, 0] : [a, b, c, d];
}

function murmurRound(hash: number): number {
  return (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
}

function murmurFinish(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
