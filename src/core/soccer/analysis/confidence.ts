export const CONFIDENCE_LEVELS = ['high', 'medium', 'low'] as const;
export type ConfidenceLevel = (typeof CONFIDENCE_LEVELS)[number];

const LOWEST = 0.05;
const HIGHEST = 0.95;

/**
 * How well an expected value is known, 0.05 to 0.95: one minus the half-width of its interval relative to the value.
 * The ends keep anybody from reading it as certainty. `mean` > 0, lower <= upper.
 */
export function confidenceOf(mean: number, lower: number, upper: number): number {
  return Math.min(HIGHEST, Math.max(LOWEST, 1 - (upper - lower) / (2 * mean)));
}

/** high from 0.7, medium from 0.5. */
export function confidenceLevel(confidence: number): ConfidenceLevel {
  return confidence >= 0.7 ? 'high' : confidence >= 0.5 ? 'medium' : 'low';
}
