/** 32 KiB: large enough to share the cost of an allocation among twenty score matrices, small enough to be kept by one. */
const SLAB_LENGTH = 4096;

let slab = new Float64Array(SLAB_LENGTH);
let taken = 0;

/**
 * A zeroed array of `length` doubles that nobody else uses. A typed array of its own costs some microseconds, most of it
 * for memory outside the heap; a score matrix is built in less, so small arrays are cut from a common slab.
 */
export function takeFloats(length: number): Float64Array {
  if (length > SLAB_LENGTH / 4) return new Float64Array(length);
  if (taken + length > SLAB_LENGTH) {
    slab = new Float64Array(SLAB_LENGTH);
    taken = 0;
  }
  taken += length;
  return slab.subarray(taken - length, taken);
}
