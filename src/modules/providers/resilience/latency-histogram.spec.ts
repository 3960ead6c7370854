import { expect, it } from 'vitest';
import { LatencyHistogram } from './latency-histogram.js';

it('knows mean and maximum exactly, and percentiles by bucket', () => {
  const histogram = new LatencyHistogram();
  expect(histogram.figures()).toEqual({ count: 0, meanMs: null, p50Ms: null, p95Ms: null, maxMs: null });
  for (let n = 0; n < 94; n++) histogram.add(3);
  for (let n = 0; n < 6; n++) histogram.add(700);
  expect(histogram.figures()).toEqual({
    count: 100,
    meanMs: (94 * 3 + 6 * 700) / 100,
    p50Ms: 5,
    p95Ms: 700,
    maxMs: 700,
  });
  histogram.add(1e6);
  expect(histogram.figures().maxMs).toBe(1e6);
});
