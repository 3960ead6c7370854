import { expectedCalibrationError, reliabilityBins, type ReliabilityBin } from '#core/stats/calibration.js';
import { pairedDifference, type PairedDifference } from '#core/stats/paired-difference.js';
import {
  binaryLogLoss,
  brierScore,
  entropy,
  isHit,
  logLoss,
  outcomeOf,
  probabilityOf,
  rankedProbabilityScore,
  type OutcomeIndex,
  type OutcomeProbabilities,
} from '#core/stats/scoring-rules.js';
import { MarketBook } from './market-book.js';
import type { Forecast, MatchForecasts, WalkForwardMatch } from './walk-forward.js';

/** Losses of one forecast; the goal markets are null for forecasts of the match winner alone. */
export interface MatchScore {
  outcome: OutcomeProbabilities;
  rps: number;
  logLoss: number;
  brier: number;
  hit: boolean;
  overUnder25: number | null;
  bothTeamsToScore: number | null;
  correctScore: number | null;
}

/** Means over the matches a forecaster spoke about. Losses: smaller is better; NaN when there was no match. */
export interface ModelSummary {
  id: string;
  matches: number;
  rps: number;
  logLoss: number;
  /** Three classes, 0..2. */
  brier: number;
  accuracy: number;
  /** Expected calibration error in ten bins, class by class. */
  calibrationError: OutcomeProbabilities;
  /** Mean entropy of the forecasts in nats: smaller is sharper. */
  entropy: number;
  /** Mean log loss of goals over 2.5, of both sides scoring, and of the exact score; null without score distributions. */
  overUnder25: number | null;
  bothTeamsToScore: number | null;
  correctScore: number | null;
}

export interface ScoredMatch {
  match: WalkForwardMatch;
  result: OutcomeIndex;
  /** In the order of the forecasters; null where one was silent. */
  scores: (MatchScore | null)[];
}

export type Metric = 'rps' | 'logLoss' | 'brier';
export type Where = (scored: ScoredMatch) => boolean;

const everything: Where = () => true;

/** True for matches all forecasters spoke about: the only ones on which they can be ranked. */
export const onCommonMatches: Where = ({ scores }) => scores.every((score) => score !== null);

/** Scores one forecast against the final score. */
export function scoreForecast(forecast: Forecast, homeGoals: number, awayGoals: number): MatchScore {
  const result = outcomeOf(homeGoals, awayGoals);
  const { outcome, distribution } = forecast;
  const book = distribution === null ? null : MarketBook.of(distribution);
  return {
    outcome,
    rps: rankedProbabilityScore(outcome, result),
    logLoss: logLoss(probabilityOf(outcome, result)),
    brier: brierScore(outcome, result),
    hit: isHit(outcome, result),
    overUnder25: book && binaryLogLoss(book.overUnder(2.5).over, homeGoals + awayGoals > 2.5),
    bothTeamsToScore: book && binaryLogLoss(book.bothTeamsToScore().yes, homeGoals > 0 && awayGoals > 0),
    correctScore: book && logLoss(book.score(homeGoals, awayGoals)),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function meanOfPresent(values: readonly (number | null)[]): number | null {
  const present = values.filter((value) => value !== null);
  return present.length > 0 ? meanOf(present) : null;
}

/** Collects what a walk yields and answers for any part of it. `ids` name the forecasters in the order of the walk. */
export class Scorecard {
  private readonly scored: ScoredMatch[] = [];

  constructor(readonly ids: readonly string[]) {}

  add({ match, forecasts }: MatchForecasts): void {
    const { homeGoals, awayGoals } = match;
    this.scored.push({
      match,
      result: outcomeOf(homeGoals, awayGoals),
      scores: forecasts.map((forecast) => forecast && scoreForecast(forecast, homeGoals, awayGoals)),
    });
  }

  /** Competitions seen so far, in order of appearance. */
  competitions(): string[] {
    return [...new Set(this.scored.map(({ match }) => match.competition))];
  }

  /** One summary per forecaster over the matches `where` lets through. */
  summarise(where: Where = everything): ModelSummary[] {
    return this.ids.map((id) => {
      const rows = this.rowsOf(id, where);
      const scores = rows.map(({ score }) => score);
      return {
        id,
        matches: rows.length,
        rps: meanOf(scores.map((score) => score.rps)),
        logLoss: meanOf(scores.map((score) => score.logLoss)),
        brier: meanOf(scores.map((score) => score.brier)),
        accuracy: meanOf(scores.map((score) => (score.hit ? 1 : 0))),
        calibrationError: {
          home: expectedCalibrationError(this.reliability(id, 'home', where)),
          draw: expectedCalibrationError(this.reliability(id, 'draw', where)),
          away: expectedCalibrationError(this.reliability(id, 'away', where)),
        },
        entropy: meanOf(scores.map((score) => entropy(score.outcome))),
        overUnder25: meanOfPresent(scores.map((score) => score.overUnder25)),
        bothTeamsToScore: meanOfPresent(scores.map((score) => score.bothTeamsToScore)),
        correctScore: meanOfPresent(scores.map((score) => score.correctScore)),
      };
    });
  }

  /** Reliability diagram of one forecaster for one result, in ten bins with counts. */
  reliability(id: string, outcome: keyof OutcomeProbabilities, where: Where = everything): ReliabilityBin[] {
    const index = { home: 0, draw: 1, away: 2 }[outcome];
    const rows = this.rowsOf(id, where);
    return reliabilityBins(
      rows.map(({ score }) => score.outcome[outcome]),
      rows.map(({ result }) => (result === index ? 1 : 0)),
    );
  }

  /** Mean of loss(a) - loss(b) with its standard error, on the matches both spoke about. RangeError for an unknown id. */
  compare(a: string, b: string, metric: Metric = 'rps', where: Where = everything): PairedDifference {
    const first = this.indexOf(a);
    const second = this.indexOf(b);
    const lossesA: number[] = [];
    const lossesB: number[] = [];
    for (const row of this.scored) {
      const scoreA = row.scores[first];
      const scoreB = row.scores[second];
      if (scoreA === null || scoreB === null || !where(row)) continue;
      lossesA.push(scoreA[metric]);
      lossesB.push(scoreB[metric]);
    }
    return pairedDifference(lossesA, lossesB);
  }

  private rowsOf(id: string, where: Where): { score: MatchScore; result: OutcomeIndex }[] {
    const index = this.indexOf(id);
    const rows: { score: MatchScore; result: OutcomeIndex }[] = [];
    for (const row of this.scored) {
      const score = row.scores[index];
      if (score !== null && where(row)) rows.push({ score, result: row.result });
    }
    return rows;
  }

  private indexOf(id: string): number {
    const index = this.ids.indexOf(id);
    if (index < 0) throw new RangeError(`no forecaster is called ${id}`);
    return index;
  }
}
