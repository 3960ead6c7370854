import type { ModelSummary, Scorecard } from '#core/models/scorecard.js';
import type { OutcomeProbabilities } from '#core/stats/scoring-rules.js';

/** Means over the matches of one tournament; losses, so smaller is better, except accuracy. */
export interface ForecastScores {
  matches: number;
  rps: number;
  logLoss: number;
  brier: number;
  accuracy: number;
  /** Expected calibration error in ten bins, class by class. */
  calibrationError: OutcomeProbabilities;
  /** Mean entropy in nats: smaller is sharper. */
  entropy: number;
  /** Null for forecasts of the match winner alone. */
  overUnder25: number | null;
  bothTeamsToScore: number | null;
  correctScore: number | null;
}

/** Mean difference of two losses on the same matches; negative when the model is better. */
export interface ScoreDifference {
  mean: number;
  /** Null with fewer than two matches. */
  standardError: number | null;
}

/** How a model did in one tournament, walking forward: each match forecast from what was known before its day. */
export interface ModelEvaluation {
  protocol: 'walk-forward';
  matches: number;
  model: ForecastScores;
  uniform: ForecastScores;
  baseRates: ForecastScores;
  rpsAgainstUniform: ScoreDifference;
  rpsAgainstBaseRates: ScoreDifference;
}

/** The evaluation of forecasters `model`, `uniform` and `base-rates` in a scorecard; null when no match was scored. */
export function evaluationOf(card: Scorecard, model: string): ModelEvaluation | null {
  const scores = new Map(card.summarise().map((summary) => [summary.id, scoresOf(summary)]));
  const [own, uniform, baseRates] = [model, 'uniform', 'base-rates'].map((id) => scores.get(id));
  if (!own || !uniform || !baseRates || own.matches === 0) return null;
  return {
    protocol: 'walk-forward',
    matches: own.matches,
    model: own,
    uniform,
    baseRates,
    rpsAgainstUniform: difference(card, model, 'uniform'),
    rpsAgainstBaseRates: difference(card, model, 'base-rates'),
  };
}

function scoresOf({ id: _id, ...scores }: ModelSummary): ForecastScores {
  return scores;
}

function difference(card: Scorecard, model: string, other: string): ScoreDifference {
  const { mean, standardError } = card.compare(model, other);
  return { mean, standardError: Number.isNaN(standardError) ? null : standardError };
}
