import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#core/kernel/random.js';
import { bucketSort } from './bucket-sort.js';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const column = (values: fc.Arbitrary<number>): fc.Arbitrary<Float64Array> =>
  fc.array(values, { maxLength: 400 }).map((all) => Float64Array.from(all));

function check(values: Float64Array): void {
  const before = values.slice();
  expect(bucketSort(values)).toEqual(values.toSorted());
  expect(values).toEqual(before);
}

describe('bucketSort', () => {
  it('sorts whatever it is given, as the engine does', () => {
    fc.assert(fc.property(column(finite), check));
  });

  it('sorts values close together, with repetitions', () => {
    const few = fc.oneof(fc.integer({ min: 0, max: 8 }), fc.double({ min: 0.9, max: 1.1, noNaN: true }));
    fc.assert(fc.property(column(few), check));
  });

  it('sorts draws, one far away or all but one in one place', () => {
    const random = createRandom('bucket sort');
    const draws = Float64Array.from({ length: 3000 }, () => Math.exp(random.normal(1, 0.2)));
    check(draws);
    draws[17] = 1e9;
    check(draws);
    check(new Float64Array(3000).fill(2.5));
    check(Float64Array.of());
    check(Float64Array.of(3));
  });
});
