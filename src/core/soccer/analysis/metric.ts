/** What is counted per side in a match and analysed. */
export const METRICS = ['goals', 'corners', 'shots', 'shotsOnTarget', 'yellowCards', 'fouls'] as const;
export type Metric = (typeof METRICS)[number];

/** One value for each metric. */
export type PerMetric<T> = Record<Metric, T>;

export function perMetric<T>(make: (metric: Metric) => T): PerMetric<T> {
  return Object.fromEntries(METRICS.map((metric) => [metric, make(metric)])) as PerMetric<T>;
}
