import { describe, expect, it } from 'vitest';
import { decomposeBrier, expectedCalibrationError, reliabilityBins } from './calibration.js';

describe('calibration', () => {
  const said = [0.05, 0.05, 0.31, 0.35, 0.39, 0.95, 1];
  const happened = [0, 1, 0, 1, 0, 1, 1];

  it('counts forecasts in ten bins, the last one closed', () => {
    const bins = reliabilityBins(said, happened);
    expect(bins.map((bin) => bin.count)).toEqual([2, 0, 0, 3, 0, 0, 0, 0, 0, 2]);
    expect(bins[3].forecast).toBeCloseTo(0.35, 14);
    expect(bins[3].observed).toBeCloseTo(1 / 3, 14);
    expect(bins[1].forecast).toBeNaN();
    expect([bins[9].from, bins[9].to]).toEqual([0.9, 1]);
  });

  it('weighs the gaps by the counts', () => {
    const bins = reliabilityBins(said, happened);
    expect(expectedCalibrationError(bins)).toBeCloseTo((2 * 0.45 + 3 * (0.35 - 1 / 3) + 2 * 0.025) / 7, 14);
    expect(expectedCalibrationError([])).toBeNaN();
  });

  it('decomposes the Brier score exactly when forecasts inside a bin are equal', () => {
    const p = [0.15, 0.15, 0.15, 0.15, 0.65, 0.65, 0.65];
    const y = [0, 0, 1, 0, 1, 1, 0];
    const { reliability, resolution, uncertainty } = decomposeBrier(reliabilityBins(p, y));
    const brier = p.reduce((sum, q, i) => sum + (q - y[i]) ** 2, 0) / p.length;
    expect(reliability - resolution + uncertainty).toBeCloseTo(brier, 14);
    expect(uncertainty).toBeCloseTo((3 / 7) * (4 / 7), 14);
  });

  it('refuses columns of different lengths', () => {
    expect(() => reliabilityBins([0.1], [])).toThrow(RangeError);
  });
});
