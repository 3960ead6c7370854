import type { Random } from '../kernel/random.js';
import type { OddsRecord, ScorePair } from './season-record.js';
import { evenHandicap, handicapChance, marketChances } from './true-scores.js';

/** An invented bookmaker. */
export interface Bookmaker {
  code: string;
  /** What the inverse prices of a market sum to above 1: of the three-way market, and of the two-way ones. */
  margin: number;
  twoWayMargin: number;
}

export const BOOKMAKERS: readonly Bookmaker[] = [
  { code: 'NORD', margin: 0.055, twoWayMargin: 0.045 },
  { code: 'VELA', margin: 0.048, twoWayMargin: 0.04 },
  { code: 'MERI', margin: 0.026, twoWayMargin: 0.025 },
];

/** Deviations of the log rates the market believes in from the true ones. */
const OPENING_ERROR = 0.08;
/** Half of the opening error is corrected by kickoff; some noise is new. */
const ERROR_KEPT = 0.5;
const CLOSING_NOISE = 0.02;
/** How far one bookmaker strays from the others. */
const OWN_OPINION = 0.012;
/** Part of the margin laid in equal parts on all selections instead of in proportion, which makes outsiders dearer. */
const EQUAL_PART = 0.3;
const GOALS_LINE = 2.5;

/**
 * Prices of all bookmakers for one match: three-way, over/under 2.5 and Asian handicap at the market's line. Opening
 * prices come from a blurred view of the true rates, closing ones from a sharper view. `withClosing` only appends: the
 * opening prices are the same with and without.
 */
export function makeOdds(rates: ScorePair, rho: number, random: Random, withClosing: boolean): OddsRecord[] {
  const opening = { home: random.normal(0, OPENING_ERROR), away: random.normal(0, OPENING_ERROR) };
  const odds = priceAll(shifted(rates, opening), rho, random, false);
  if (!withClosing) return odds;
  const closing = {
    home: ERROR_KEPT * opening.home + random.normal(0, CLOSING_NOISE),
    away: ERROR_KEPT * opening.away + random.normal(0, CLOSING_NOISE),
  };
  return [...odds, ...priceAll(shifted(rates, closing), rho, random, true)];
}

function priceAll(consensus: ScorePair, rho: number, random: Random, closing: boolean): OddsRecord[] {
  const line = evenHandicap(marketChances(consensus, rho).difference);
  const odds: OddsRecord[] = [];
  for (const { code: bookmaker, margin, twoWayMargin } of BOOKMAKERS) {
    const opinion = { home: random.normal(0, OWN_OPINION), away: random.normal(0, OWN_OPINION) };
    const { home, draw, away, over, difference } = marketChances(shifted(consensus, opinion), rho);
    const cover = handicapChance(difference, line);
    odds.push(
      quote({ bookmaker, market: 'match_winner', selection: 'home', line: null, closing }, home, margin, 3),
      quote({ bookmaker, market: 'match_winner', selection: 'draw', line: null, closing }, draw, margin, 3),
      quote({ bookmaker, market: 'match_winner', selection: 'away', line: null, closing }, away, margin, 3),
      quote({ bookmaker, market: 'over_under', selection: 'over', line: GOALS_LINE, closing }, over, twoWayMargin, 2),
      quote(
        { bookmaker, market: 'over_under', selection: 'under', line: GOALS_LINE, closing },
        1 - over,
        twoWayMargin,
        2,
      ),
      quote({ bookmaker, market: 'asian_handicap', selection: 'home', line, closing }, cover, twoWayMargin, 2),
      quote({ bookmaker, market: 'asian_handicap', selection: 'away', line, closing }, 1 - cover, twoWayMargin, 2),
    );
  }
  return odds;
}

function quote(offer: Omit<OddsRecord, 'price'>, chance: number, margin: number, selections: number): OddsRecord {
  const { bookmaker, market, selection, line, closing } = offer;
  const laden = chance + margin * ((1 - EQUAL_PART) * chance + EQUAL_PART / selections);
  return { bookmaker, market, selection, line, price: Math.max(1.01, Math.round(100 / laden) / 100), closing };
}

function shifted(rates: ScorePair, logShift: ScorePair): ScorePair {
  return { home: rates.home * Math.exp(logShift.home), away: rates.away * Math.exp(logShift.away) };
}
