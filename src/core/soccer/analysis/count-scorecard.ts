import { expectedCalibrationError, reliabilityBins, type ReliabilityBin } from '#core/stats/calibration.js';
import { pairedDifference, type PairedDifference } from '#core/stats/paired-difference.js';
import { binaryBrierScore, binaryLogLoss, logLoss } from '#core/stats/scoring-rules.js';
import type { CountForecasterSpec } from './count-forecasters.js';
import { CountHistory, type CountMatch, isCounted } from './count-history.js';
import type { CountLaws } from './count-laws.js';
import type { Metric } from './metric.js';

/** Lines that are asked for, counted in steps from the one next to the competition's median. */
export const LINE_STEPS = [-2, -1, 0, 1, 2] as const;
/** Two neighbouring half-integers say nearly the same of large totals. */
const LARGE_TOTAL = 15;

interface LineScore {
  over: number;
  happened: boolean;
}

/** How one forecaster did on one match. */
export interface CountScore {
  /** Mean negative log-likelihood of the two sides. */
  side: number;
  /** Negative log-likelihood of the total. */
  total: number;
  squaredError: number;
  variance: number;
  /** One for each of `LINE_STEPS`; null for a line below 0. */
  lines: (LineScore | null)[];
}

/** Means over matches; smaller is better. NaN without a match. */
export interface CountSummary {
  id: string;
  matches: number;
  side: number;
  total: number;
  /** Variance of the totals over what was forecast; 1 is right, less means that forecasts are too wide. */
  varianceRatio: number;
  lines: LineSummary[];
}

export interface LineSummary {
  /** Of `LINE_STEPS`. */
  step: number;
  matches: number;
  /** Mean chance of over that was forecast, and its share. */
  forecast: number;
  observed: number;
  logLoss: number;
  brier: number;
  /** Expected calibration error in ten bins. */
  calibrationError: number;
  bins: ReliabilityBin[];
}

export type CountLoss = 'side' | 'total' | 'overUnder';

/** Scores of one count in one competition, on the matches everybody spoke about. */
export class CountScorecard {
  readonly #rows: CountScore[][] = [];

  constructor(readonly ids: readonly string[]) {}

  /** Scores of one match in the order of the forecasters. */
  add(scores: CountScore[]): void {
    this.#rows.push(scores);
  }

  /** All matches of several scorecards with the same forecasters. */
  static together(cards: readonly CountScorecard[]): CountScorecard {
    const all = new CountScorecard(cards[0]?.ids ?? []);
    for (const card of cards) all.#rows.push(...card.#rows);
    return all;
  }

  summarise(): CountSummary[] {
    return this.ids.map((id, place) => {
      const scores = this.#rows.map((row) => row[place]);
      const mean = (of: (score: CountScore) => number): number =>
        scores.reduce((sum, score) => sum + of(score), 0) / scores.length;
      return {
        id,
        matches: scores.length,
        side: mean(({ side }) => side),
        total: mean(({ total }) => total),
        varianceRatio: mean(({ squaredError }) => squaredError) / mean(({ variance }) => variance),
        lines: LINE_STEPS.map((step, line) =>
          summariseLine(
            step,
            scores.flatMap(({ lines }) => lines[line] ?? []),
          ),
        ),
      };
    });
  }

  /** Mean of loss(a) - loss(b) with its standard error; `overUnder` is the log loss at the median line. */
  compare(a: string, b: string, loss: CountLoss): PairedDifference {
    const [first, second] = [a, b].map((id) => this.ids.indexOf(id));
    const middle = LINE_STEPS.indexOf(0);
    const of = (score: CountScore): number => {
      if (loss !== 'overUnder') return score[loss];
      const line = score.lines[middle];
      return line ? binaryLogLoss(line.over, line.happened) : 0;
    };
    return pairedDifference(
      this.#rows.map((scores) => of(scores[first])),
      this.#rows.map((scores) => of(scores[second])),
    );
  }
}

function summariseLine(step: number, scores: readonly LineScore[]): LineSummary {
  const bins = reliabilityBins(
    scores.map(({ over }) => over),
    scores.map(({ happened }) => (happened ? 1 : 0)),
  );
  const mean = (of: (score: LineScore) => number): number =>
    scores.reduce((sum, score) => sum + of(score), 0) / scores.length;
  return {
    step,
    matches: scores.length,
    forecast: mean(({ over }) => over),
    observed: mean(({ happened }) => (happened ? 1 : 0)),
    logLoss: mean(({ over, happened }) => binaryLogLoss(over, happened)),
    brier: mean(({ over, happened }) => binaryBrierScore(over, happened)),
    calibrationError: expectedCalibrationError(bins),
    bins,
  };
}

/**
 * Walks through one competition's matches, sorted by day (RangeError otherwise), and scores the forecasts of one count in the
 * matches `include` lets through. Every forecast is made from matches before its day. Lazy: one match at a time.
 */
export function* walkCounts(
  matches: readonly CountMatch[],
  metric: Metric,
  specs: readonly CountForecasterSpec[],
  include: (match: CountMatch) => boolean,
): Generator<CountMatch, CountScorecard, void> {
  const history = new CountHistory(matches);
  const forecasters = specs.map((spec) => spec.create(history, metric));
  const card = new CountScorecard(specs.map(({ id }) => id));
  for (const match of matches) {
    if (!include(match)) {
      // Those that learn from their own forecasts make them all the same.
      for (const [place, { learnsFromForecasts }] of specs.entries()) {
        if (learnsFromForecasts) forecasters[place].forecast(match);
      }
      continue;
    }
    const laws = forecasters.map((forecaster) => forecaster.forecast(match));
    const line = medianLine(history, match, metric);
    if (isCounted(match, metric) && line !== null && laws.every((each) => each !== null)) {
      card.add(laws.map((each) => scoreOf(each, match.counts[metric], line)));
    }
    yield match;
  }
  return card;
}

/** The half-integer that the totals of the last two years were most evenly over and under; null when there were none. */
function medianLine(history: CountHistory, match: CountMatch, metric: Metric): number | null {
  const { home, away } = history.counts(match, metric);
  const totals = home
    .map((count, i) => count + away[i])
    .filter((total) => !Number.isNaN(total))
    .toSorted();
  if (totals.length === 0) return null;
  const median = totals[totals.length >> 1];
  const share = (line: number): number => totals.filter((total) => total > line).length / totals.length;
  const below = Math.max(0.5, median - 0.5);
  return Math.abs(share(below) - 0.5) <= Math.abs(share(median + 0.5) - 0.5) ? below : median + 0.5;
}

function scoreOf(laws: CountLaws, [home, away]: readonly [number, number], line: number): CountScore {
  const total = home + away;
  let mean = 0;
  let square = 0;
  for (const [k, mass] of laws.total.entries()) {
    mean += k * mass;
    square += k * k * mass;
  }
  const width = line > LARGE_TOTAL ? 2 : 1;
  return {
    side: (logLoss(laws.home[home] ?? 0) + logLoss(laws.away[away] ?? 0)) / 2,
    total: logLoss(laws.total[total] ?? 0),
    squaredError: (total - mean) ** 2,
    variance: square - mean * mean,
    lines: LINE_STEPS.map((step) => {
      const at = line + step * width;
      return at < 0 ? null : { over: chanceOver(laws.total, at), happened: total > at };
    }),
  };
}

function chanceOver(law: Float64Array, line: number): number {
  let under = 0;
  for (let k = 0; k <= line && k < law.length; k++) under += law[k];
  return Math.max(0, 1 - under);
}
