const HALF_LOG_TWO_PI = 0.9189385332046728;
const ONE_MINUS_EULER = 0.42278433509846713;

/** (-1)^k (zeta(k) - 1) / k for k = 2..33: Taylor coefficients of ln gamma about 2. */
const ZETA_SERIES = Float64Array.of(
  0.3224670334241132,
  -0.0673523010531981,
  0.020580808427784546,
  -0.007385551028673986,
  0.0028905103307415234,
  -0.001192753911703261,
  0.0005096695247430425,
  -0.00022315475845357939,
  9.945751278180853e-5,
  -4.492623673813314e-5,
  2.050721277567069e-5,
  -9.439488275268397e-6,
  4.374866789907488e-6,
  -2.039215753801366e-6,
  9.55141213040742e-7,
  -4.492469198764566e-7,
  2.1207184805554665e-7,
  -1.0043224823968099e-7,
  4.7698101693639804e-8,
  -2.2711094608943164e-8,
  1.0838659214896955e-8,
  -5.183475041970047e-9,
  2.4836745438024785e-9,
  -1.1921401405860912e-9,
  5.731367241678862e-10,
  -2.7595228851242334e-10,
  1.330476437424449e-10,
  -6.4229645638381e-11,
  3.1044247747322276e-11,
  -1.5021384080754142e-11,
  7.275974480239079e-12,
  -3.527742476575915e-12,
);

/** B(2k) / (2k (2k - 1)) for k = 1..8: Stirling's series. */
const STIRLING_SERIES = Float64Array.of(
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
);

/** ln gamma(2 + z) for |z| <= 1/2, where the coefficients fall like 4^-k. Abramowitz & Stegun 6.1.33. */
function nearTwo(z: number): number {
  let sum = 0;
  for (let k = ZETA_SERIES.length - 1; k >= 0; k--) sum = (sum + ZETA_SERIES[k]) * z;
  return z * (ONE_MINUS_EULER + sum);
}

/** Stirling's series, exact to double precision for x >= 9. Abramowitz & Stegun 6.1.41. */
function stirling(x: number): number {
  const inverse = 1 / x;
  const square = inverse * inverse;
  let sum = 0;
  for (let k = STIRLING_SERIES.length - 1; k >= 0; k--) sum = sum * square + STIRLING_SERIES[k];
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + sum * inverse;
}

/**
 * Natural logarithm of |gamma(x)| for real x, with error below 1e-13 max(1, |ln gamma(x)|).
 * Taylor series about 2 near the zeros at 1 and 2 (Abramowitz & Stegun 6.1.33), Stirling's series above 9 (6.1.41),
 * the recurrence in between and reflection (6.1.17) below 1/2. Poles (0, -1, -2, ...) give Infinity.
 */
export function logGamma(x: number): number {
  if (Number.isNaN(x) || x === -Infinity) return NaN;
  if (x < 0.5) {
    if (x === Math.floor(x)) return Infinity;
    return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - logGamma(1 - x);
  }
  if (x < 1.5) return nearTwo(x - 1) - Math.log(x);
  if (x <= 2.5) return nearTwo(x - 2);
  if (x === Infinity) return Infinity;
  if (x >= 9) return stirling(x);
  let shifted = x;
  let product = 1;
  while (shifted > 2.5) {
    shifted -= 1;
    product *= shifted;
  }
  return Math.log(product) + nearTwo(shifted - 2);
}

const LOG_FACTORIALS = Float64Array.from({ length: 256 }, (_, n) => logGamma(n + 1));

/** ln n! for an integer n >= 0; a table below 256, `logGamma` above. */
export function logFactorial(n: number): number {
  return n < LOG_FACTORIALS.length ? LOG_FACTORIALS[n] : logGamma(n + 1);
}
