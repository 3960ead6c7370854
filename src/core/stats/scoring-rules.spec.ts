import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AWAY,
  binaryBrierScore,
  binaryLogLoss,
  brierScore,
  DRAW,
  entropy,
  HOME,
  isHit,
  logLoss,
  outcomeOf,
  probabilityOf,
  rankedProbabilityScore,
  type OutcomeIndex,
  type OutcomeProbabilities,
} from './scoring-rules.js';

const forecast = fc
  .tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 }))
  .map(([h, d, a]): OutcomeProbabilities => ({ home: h / (h + d + a), draw: d / (h + d + a), away: a / (h + d + a) }));
const EVERY: readonly OutcomeIndex[] = [HOME, DRAW, AWAY];

const logScore = (p: OutcomeProbabilities, o: OutcomeIndex): number => logLoss(probabilityOf(p, o));

describe('scoring rules', () => {
  it('agree with a hand calculation', () => {
    const p = { home: 0.5, draw: 0.3, away: 0.2 };
    expect(rankedProbabilityScore(p, HOME)).toBeCloseTo((0.25 + 0.04) / 2, 15);
    expect(rankedProbabilityScore(p, DRAW)).toBeCloseTo((0.25 + 0.04) / 2, 15);
    expect(rankedProbabilityScore(p, AWAY)).toBeCloseTo((0.25 + 0.64) / 2, 15);
    expect(brierScore(p, DRAW)).toBeCloseTo(0.25 + 0.49 + 0.04, 15);
    expect(logLoss(probabilityOf(p, AWAY))).toBeCloseTo(-Math.log(0.2), 15);
    expect(binaryLogLoss(0.7, false)).toBeCloseTo(-Math.log(0.3), 14);
    expect(binaryBrierScore(0.7, true)).toBeCloseTo(0.09, 14);
    expect(entropy({ home: 1 / 3, draw: 1 / 3, away: 1 / 3 })).toBeCloseTo(Math.log(3), 14);
    expect(entropy({ home: 1, draw: 0, away: 0 })).toBe(0);
  });

  it('are proper: in expectation nothing beats telling the truth', () => {
    fc.assert(
      fc.property(forecast, forecast, (truth, told) => {
        const expected = (
          score: (p: OutcomeProbabilities, o: OutcomeIndex) => number,
          p: OutcomeProbabilities,
        ): number => EVERY.reduce((sum: number, o) => sum + probabilityOf(truth, o) * score(p, o), 0);
        for (const score of [rankedProbabilityScore, brierScore]) {
          expect(expected(score, truth)).toBeLessThanOrEqual(expected(score, told) + 1e-12);
        }
        expect(expected(logScore, truth)).toBeLessThanOrEqual(expected(logScore, told) + 1e-12);
      }),
    );
  });

  it('prefer a near miss: away certain is worse than draw certain when home wins', () => {
    const draw = rankedProbabilityScore({ home: 0, draw: 1, away: 0 }, HOME);
    expect([draw, rankedProbabilityScore({ home: 0, draw: 0, away: 1 }, HOME)]).toEqual([0.5, 1]);
  });

  it('name the result and the favourite', () => {
    expect([outcomeOf(2, 1), outcomeOf(0, 0), outcomeOf(1, 3)]).toEqual([HOME, DRAW, AWAY]);
    expect(isHit({ home: 0.2, draw: 0.3, away: 0.5 }, AWAY)).toBe(true);
    expect(isHit({ home: 0.3, draw: 0.4, away: 0.3 }, DRAW)).toBe(true);
    expect(isHit({ home: 0.4, draw: 0.2, away: 0.4 }, AWAY)).toBe(false);
  });

  it('stays finite when the impossible happens', () => {
    expect(logLoss(0)).toBeCloseTo(34.54, 1);
    expect(binaryLogLoss(1, false)).toBeCloseTo(34.54, 1);
  });
});
