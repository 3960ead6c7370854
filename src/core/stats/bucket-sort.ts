/** A bucket with more values than this is sorted by the engine. */
const LARGE_BUCKET = 24;

/**
 * The values in ascending order, as a new column: what `toSorted()` gives, in time linear in their number when they
 * spread like draws from one distribution (address calculation sort; Knuth, TAOCP vol. 3, section 5.2.1). No value may
 * be NaN.
 */
export function bucketSort(values: Float64Array): Float64Array {
  const count = values.length;
  let lowest = Infinity;
  let highest = -Infinity;
  for (let i = 0; i < count; i++) {
    const value = values[i];
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  const scale = (count - 1) / (highest - lowest);
  // Nothing to spread over, or too far apart for a number.
  if (!(scale > 0 && scale < Infinity)) return values.toSorted();

  const ends = new Int32Array(count);
  for (let i = 0; i < count; i++) ends[Math.trunc((values[i] - lowest) * scale)]++;
  let largest = 0;
  for (let bucket = 0, end = 0; bucket < count; bucket++) {
    if (ends[bucket] > largest) largest = ends[bucket];
    end += ends[bucket];
    ends[bucket] = end;
  }
  if (largest > LARGE_BUCKET) return values.toSorted();

  const sorted = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const value = values[i];
    sorted[--ends[Math.trunc((value - lowest) * scale)]] = value;
  }
  // Each value is within its bucket, so that it has only a few places to go.
  for (let i = 1; i < count; i++) {
    const value = sorted[i];
    let place = i;
    while (place > 0 && sorted[place - 1] > value) {
      sorted[place] = sorted[place - 1];
      place--;
    }
    sorted[place] = value;
  }
  return sorted;
}
