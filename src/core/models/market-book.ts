import type { OutcomeProbabilities } from '#core/stats/scoring-rules.js';
import {
  FIRST_HALF_SHARES,
  firstHalfMatrix,
  halfTimeFullTime,
  type HalfShares,
  type HalfTimeFullTime,
} from './half-time.js';
import { scoreMatrix, type ScoreDistribution, type ScoreMatrix } from './score-distribution.js';

export interface YesNo {
  yes: number;
  no: number;
}

export interface DoubleChance {
  homeOrDraw: number;
  homeOrAway: number;
  drawOrAway: number;
}

/** Shares of a stake on a total line that win, lose and come back, for a bet on `over`; reversed for `under`. Sum 1. */
export interface OverUnder {
  line: number;
  over: number;
  under: number;
  push: number;
}

/** Shares of a stake that win on the home side, win on the away side and come back. They sum to one. */
export interface AsianHandicap {
  line: number;
  home: number;
  away: number;
  push: number;
}

export interface EuropeanHandicap extends OutcomeProbabilities {
  line: number;
}

export interface CorrectScore {
  home: number;
  away: number;
  probability: number;
}

export interface CorrectScores {
  /** Most likely first; equals in the order of home then away goals. */
  scores: CorrectScore[];
  /** Probability of every score not listed. */
  other: number;
}

function meanOf(probabilities: Float64Array): number {
  return probabilities.reduce((sum, p, goals) => sum + p * goals, 0);
}

/**
 * Every market of one match, read from one joint score matrix, so that no two markets can contradict each other.
 * Nothing is rounded.
 */
export class MarketBook {
  private readonly size: number;

  constructor(readonly matrix: ScoreMatrix) {
    this.size = matrix.maxGoals + 1;
  }

  /** RangeError as `scoreMatrix`. */
  static of(distribution: ScoreDistribution): MarketBook {
    return new MarketBook(scoreMatrix(distribution));
  }

  /** Probability of the home side scoring exactly k goals, k = 0..maxGoals. */
  homeGoals(): Float64Array {
    const goals = new Float64Array(this.size);
    this.matrix.cells.forEach((p, cell) => (goals[Math.floor(cell / this.size)] += p));
    return goals;
  }

  /** Probability of the away side scoring exactly k goals, k = 0..maxGoals. */
  awayGoals(): Float64Array {
    const goals = new Float64Array(this.size);
    this.matrix.cells.forEach((p, cell) => (goals[cell % this.size] += p));
    return goals;
  }

  /** Means of the joint distribution, in goals per match. */
  expectedGoals(): { home: number; away: number } {
    return { home: meanOf(this.homeGoals()), away: meanOf(this.awayGoals()) };
  }

  matchWinner(): OutcomeProbabilities {
    const { size } = this;
    const { cells } = this.matrix;
    let home = 0;
    let draw = 0;
    let away = 0;
    // Mirrored scores together: two sums that do not wait for each other take half the time of one.
    for (let most = 0; most < size; most++) {
      for (let least = 0; least < most; least++) {
        home += cells[most * size + least];
        away += cells[least * size + most];
      }
      draw += cells[most * size + most];
    }
    return { home, draw, away };
  }

  /** Each is one minus the outcome left out, so the three sum to two. */
  doubleChance(): DoubleChance {
    const { home, draw, away } = this.matchWinner();
    return { homeOrDraw: home + draw, homeOrAway: home + away, drawOrAway: draw + away };
  }

  /**
   * Total goals against a line >= 0 in steps of a quarter. Half lines have no push; at integer lines a total equal to the
   * line is returned; a quarter line is half a stake on each of its neighbours, so the numbers are shares of the stake.
   * The fair decimal price of over is 1 + under / over on all of them. RangeError for any other line.
   */
  overUnder(line: number): OverUnder {
    if (!(line >= 0) || !Number.isInteger(line * 4)) throw new RangeError(`not a total line: ${line}`);
    if (!Number.isInteger(line * 2)) {
      const low = this.overUnder(line - 0.25);
      const high = this.overUnder(line + 0.25);
      return {
        line,
        over: (low.over + high.over) / 2,
        under: (low.under + high.under) / 2,
        push: (low.push + high.push) / 2,
      };
    }
    const { size } = this;
    const { cells } = this.matrix;
    let under = 0;
    let push = 0;
    for (let home = 0; home < size && home <= line; home++) {
      const row = home * size;
      const rest = line - home;
      const end = Math.min(size, Math.ceil(rest));
      for (let away = 0; away < end; away++) under += cells[row + away];
      if (end === rest && end < size) push += cells[row + end];
    }
    return { line, over: Math.max(0, 1 - under - push), under, push };
  }

  /** Both sides score at least once. */
  bothTeamsToScore(): YesNo {
    const no = this.homeBlank() + this.awayBlank() - this.matrix.cells[0];
    return { yes: 1 - no, no };
  }

  /** The `top` >= 1 most likely scores and the rest as one number. RangeError for a smaller `top`. */
  correctScore(top = 12): CorrectScores {
    if (!(top >= 1)) throw new RangeError(`at least one score must be asked for, got ${top}`);
    const { size } = this;
    const { cells } = this.matrix;
    const best: number[] = [];
    let threshold = -1;
    for (let cell = 0; cell < cells.length; cell++) {
      const p = cells[cell];
      if (p <= threshold) continue;
      let place = best.length < top ? best.length : top - 1;
      for (; place > 0 && cells[best[place - 1]] < p; place--) best[place] = best[place - 1];
      best[place] = cell;
      if (best.length === top) threshold = cells[best[top - 1]];
    }
    let other = 1;
    const scores = best.map((cell) => {
      other -= cells[cell];
      return { home: Math.floor(cell / size), away: cell % size, probability: cells[cell] };
    });
    return { scores, other: Math.max(0, other) };
  }

  /** Probability of one exact score; 0 beyond the matrix. */
  score(home: number, away: number): number {
    const { maxGoals, cells } = this.matrix;
    return home > maxGoals || away > maxGoals ? 0 : cells[home * (maxGoals + 1) + away];
  }

  /**
   * Home side with `line` goals added, in steps of a quarter; away plays with the opposite line. Integer lines push on a
   * level score, quarter lines are half a stake on each neighbour (shares of the stake, as in `overUnder`).
   * RangeError for any other line.
   */
  asianHandicap(line: number): AsianHandicap {
    if (!Number.isInteger(line * 4)) throw new RangeError(`not a handicap line: ${line}`);
    if (!Number.isInteger(line * 2)) {
      const low = this.asianHandicap(line - 0.25);
      const high = this.asianHandicap(line + 0.25);
      return {
        line,
        home: (low.home + high.home) / 2,
        away: (low.away + high.away) / 2,
        push: (low.push + high.push) / 2,
      };
    }
    const { home, draw, away } = this.settleMargin(line);
    return { line, home, away, push: draw };
  }

  /** Three-way handicap: the result after `line`, an integer, is added to the home goals. RangeError otherwise. */
  europeanHandicap(line: number): EuropeanHandicap {
    if (!Number.isInteger(line)) throw new RangeError(`a three-way handicap is an integer, got ${line}`);
    return { line, ...this.settleMargin(line) };
  }

  /** Whether each side keeps its opponent from scoring. */
  cleanSheets(): { home: YesNo; away: YesNo } {
    const home = this.awayBlank();
    const away = this.homeBlank();
    return { home: { yes: home, no: 1 - home }, away: { yes: away, no: 1 - away } };
  }

  /** The book of the first half. `shares` are first-half intensities over those of the whole match. */
  firstHalf(shares: HalfShares = FIRST_HALF_SHARES): MarketBook {
    return new MarketBook(firstHalfMatrix(this.matrix, shares));
  }

  /** Leader at half-time and winner at full-time; the full-time margins are those of `matchWinner`. */
  halfTimeFullTime(shares: HalfShares = FIRST_HALF_SHARES): HalfTimeFullTime {
    return halfTimeFullTime(this.matrix, shares);
  }

  private homeBlank(): number {
    let sum = 0;
    for (let away = 0; away < this.size; away++) sum += this.matrix.cells[away];
    return sum;
  }

  private awayBlank(): number {
    let sum = 0;
    for (let cell = 0; cell < this.matrix.cells.length; cell += this.size) sum += this.matrix.cells[cell];
    return sum;
  }

  /** The result after `line` is added to the home goals; a half line has no draw. */
  private settleMargin(line: number): OutcomeProbabilities {
    const { size } = this;
    const { cells } = this.matrix;
    let home = 0;
    let draw = 0;
    let away = 0;
    for (let goals = 0; goals < size; goals++) {
      const row = goals * size;
      const level = goals + line;
      const wins = Math.min(size, Math.max(0, Math.ceil(level)));
      let column = 0;
      for (; column < wins; column++) home += cells[row + column];
      if (column === level && column < size) draw += cells[row + column++];
      for (; column < size; column++) away += cells[row + column];
    }
    return { home, draw, away };
  }
}
