/** Terms smaller than this part of the running sum no longer change it. */
const NEGLIGIBLE = 1e-17;

/**
 * Sum of a probability mass function from `k` upwards, started at `first` = p(k) and continued by
 * `ratio(j)` = p(j + 1) / p(j). All terms are positive, so the relative precision of `first` is kept however small the
 * tail is. Meant for k above the mode, where the ratios are below one and falling.
 */
export function sumUpwards(first: number, k: number, ratio: (j: number) => number): number {
  let term = first;
  let sum = 0;
  for (let j = k; term > sum * NEGLIGIBLE; j++) {
    sum += term;
    term *= ratio(j);
  }
  return sum;
}

/** As `sumUpwards`, from `k` down to 0, where `ratio(j)` = p(j - 1) / p(j). Meant for k below the mode. */
export function sumDownwards(first: number, k: number, ratio: (j: number) => number): number {
  let term = first;
  let sum = 0;
  for (let j = k; j >= 0 && term > sum * NEGLIGIBLE; j--) {
    sum += term;
    term *= ratio(j);
  }
  return sum;
}
