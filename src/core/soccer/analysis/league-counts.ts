import { decayWeight } from '#core/stats/weighted-moments.js';
import { COUNT_TRAITS, type CountPeriod, type CountTraits, SEASON_CARRY, usualMeans } from './count-traits.js';
import type { Metric } from './metric.js';
import { afterSeeing, type Strength, strengthOf } from './strength.js';
import { afterMatches, nextSeason, type TeamStrength, type TeamSums, unknownTeam } from './team-strength.js';

/** One count of a finished match of the competition, both sides known. */
export interface CountedMatch {
  home: number;
  away: number;
  /** Days before the analysed kickoff, above 0. */
  age: number;
  /** Whether it is of the analysed match's season. */
  current: boolean;
  /** Whether the analysed match's referee led it. */
  sameReferee: boolean;
  homeCount: number;
  awayCount: number;
}

/** What a competition's matches say about one count in one period. Ratios are to the competition's mean. */
export interface LeagueCounts {
  /** Mean counts of the sides of an average fixture. */
  homeMean: number;
  awayMean: number;
  /** Relative variance of those means: how little the competition has told. */
  meanVariance: number;
  /** Present ratio of what a team does, and of what is done to it, from all matches; 1 for an unknown team. */
  attack(team: number): number;
  defence(team: number): number;
  /** What earlier seasons say about a team in this one. */
  prior(team: number): TeamStrength;
  /** Over-dispersion of the total given both teams, >= 0. */
  totalDispersion: number;
  /** The referee's ratio; null when nothing is known of him or referees make no difference. */
  referee: Strength | null;
}

/** Per day: as in the goals model, a match a year old counts 45 %. docs/adr/0006-dixon-coles.md. */
const LEAGUE_DECAY = 0.0022;
/** Matches' worth of the usual means that a competition starts with. */
const USUAL_MATCHES = 5;
/** Matches' worth of the usual dispersion: where an estimate's own error equals its spread between leagues. */
const USUAL_DISPERSION_MATCHES = 300;
/** Below it no one could tell the distribution from a Poisson. */
const SMALLEST_DISPERSION = 1e-6;
/** Attack and defence settle to three digits. */
const ROUNDS = 4;

/** A league's matches as columns; `home` and `away` are places in `ratings`. */
interface Columns {
  matches: readonly CountedMatch[];
  home: Int32Array;
  away: Int32Array;
  weight: Float64Array;
}

interface Ratings {
  place: ReadonlyMap<number, number>;
  homeMean: number;
  awayMean: number;
  /** Variance of a side's count over its mean. */
  spread: number;
  attack: Float64Array;
  defence: Float64Array;
}

/**
 * Attack and defence ratios by alternating conditional means of the multiplicative Poisson model of Maher (1982), each
 * shrunk to 1 by the variance between teams (gamma prior), counts divided by their over-dispersion (quasi-Poisson).
 */
export function fitLeagueCounts(matches: readonly CountedMatch[], metric: Metric, period: CountPeriod): LeagueCounts {
  const traits = COUNT_TRAITS[metric];
  const place = new Map<number, number>();
  const columns = columnsOf(matches, place);
  const usual = usualMeans(metric, period);
  let weight = USUAL_MATCHES;
  let homeSum = USUAL_MATCHES * usual.home;
  let awaySum = USUAL_MATCHES * usual.away;
  for (let i = 0; i < matches.length; i++) {
    weight += columns.weight[i];
    homeSum += columns.weight[i] * matches[i].homeCount;
    awaySum += columns.weight[i] * matches[i].awayCount;
  }
  const ratings: Ratings = {
    place,
    homeMean: homeSum / weight,
    awayMean: awaySum / weight,
    spread: 1 + (traits.sideDispersion * (homeSum + awaySum)) / (2 * weight),
    attack: new Float64Array(place.size).fill(1),
    defence: new Float64Array(place.size).fill(1),
  };
  settle(ratings, columns, traits);
  const { homeMean, awayMean, spread, attack, defence } = ratings;
  const expected = (i: number): number =>
    homeMean * attack[columns.home[i]] * defence[columns.away[i]] +
    awayMean * attack[columns.away[i]] * defence[columns.home[i]];
  const totalDispersion = estimateDispersion(columns, expected, place.size, traits.totalDispersion);
  const of = (values: Float64Array, team: number): number => {
    const found = place.get(team);
    return found === undefined ? 1 : values[found];
  };
  return {
    homeMean,
    awayMean,
    meanVariance: (spread * 2) / (weight * (homeMean + awayMean)),
    attack: (team) => of(attack, team),
    defence: (team) => of(defence, team),
    prior: (team) => priorOf(team, columns, ratings, traits),
    totalDispersion,
    referee: refereeStrength(columns, expected, traits.refereeVariance, totalDispersion),
  };
}

function columnsOf(matches: readonly CountedMatch[], place: Map<number, number>): Columns {
  const home = new Int32Array(matches.length);
  const away = new Int32Array(matches.length);
  const weight = new Float64Array(matches.length);
  const placeOf = (team: number): number => {
    let found = place.get(team);
    if (found === undefined) place.set(team, (found = place.size));
    return found;
  };
  for (const [i, match] of matches.entries()) {
    home[i] = placeOf(match.home);
    away[i] = placeOf(match.away);
    weight[i] = decayWeight(match.age, LEAGUE_DECAY);
  }
  return { matches, home, away, weight };
}

function settle(ratings: Ratings, { matches, home, away, weight }: Columns, traits: CountTraits): void {
  const { homeMean, awayMean, spread, attack, defence } = ratings;
  const counted = new Float64Array(attack.length);
  const expected = new Float64Array(attack.length);
  const update = (of: Float64Array, variance: number): void => {
    for (let team = 0; team < of.length; team++) {
      of[team] = (1 / variance + counted[team] / spread) / (1 / variance + expected[team] / spread);
    }
    counted.fill(0);
    expected.fill(0);
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < matches.length; i++) {
      counted[home[i]] += weight[i] * matches[i].homeCount;
      expected[home[i]] += weight[i] * homeMean * defence[away[i]];
      counted[away[i]] += weight[i] * matches[i].awayCount;
      expected[away[i]] += weight[i] * awayMean * defence[home[i]];
    }
    update(attack, traits.attackVariance);
    for (let i = 0; i < matches.length; i++) {
      counted[home[i]] += weight[i] * matches[i].awayCount;
      expected[home[i]] += weight[i] * awayMean * attack[away[i]];
      counted[away[i]] += weight[i] * matches[i].homeCount;
      expected[away[i]] += weight[i] * homeMean * attack[home[i]];
    }
    update(defence, traits.defenceVariance);
  }
}

/** A team that was not here before starts where newcomers do, unless nobody was. */
function priorOf(team: number, { matches, weight }: Columns, ratings: Ratings, traits: CountTraits): TeamStrength {
  const { homeMean, awayMean, spread, attack, defence, place } = ratings;
  const sums: TeamSums = { done: 0, doneExpected: 0, suffered: 0, sufferedExpected: 0 };
  let known = false;
  let history = false;
  for (const [i, match] of matches.entries()) {
    if (match.current) continue;
    history = true;
    const atHome = match.home === team;
    if (!atHome && match.away !== team) continue;
    known = true;
    const opponent = place.get(atHome ? match.away : match.home)!;
    const share = weight[i] / spread;
    sums.done += share * (atHome ? match.homeCount : match.awayCount);
    sums.doneExpected += share * (atHome ? homeMean : awayMean) * defence[opponent];
    sums.suffered += share * (atHome ? match.awayCount : match.homeCount);
    sums.sufferedExpected += share * (atHome ? awayMean : homeMean) * attack[opponent];
  }
  if (known) return nextSeason(afterMatches(unknownTeam(traits), sums), SEASON_CARRY, traits);
  return history ? unknownTeam(traits, traits.newcomerAttack, traits.newcomerDefence) : unknownTeam(traits);
}

/**
 * Moment estimate of alpha in variance = mean + alpha mean^2 from the totals' squared deviations (Cameron & Trivedi,
 * Regression Analysis of Count Data, section 3.3), one degree of freedom taken off per team, pooled with the usual value.
 */
function estimateDispersion(
  { matches }: Columns,
  expected: (i: number) => number,
  teams: number,
  usual: number,
): number {
  const count = matches.length;
  if (count <= teams) return usual;
  let excess = 0;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const mean = expected(i);
    const deviation = matches[i].homeCount + matches[i].awayCount - mean;
    excess += (deviation * deviation * count) / (count - teams) - mean;
    squares += mean * mean;
  }
  const pooled = (count * (excess / squares) + USUAL_DISPERSION_MATCHES * usual) / (count + USUAL_DISPERSION_MATCHES);
  return pooled < SMALLEST_DISPERSION ? 0 : pooled;
}

function refereeStrength(
  { matches, weight }: Columns,
  expected: (i: number) => number,
  variance: number,
  dispersion: number,
): Strength | null {
  if (variance === 0) return null;
  let strength = strengthOf(1, variance);
  let seen = 0;
  for (const [i, match] of matches.entries()) {
    if (!match.sameReferee) continue;
    seen++;
    const mean = expected(i);
    const share = weight[i] / (1 + dispersion * mean);
    strength = afterSeeing(strength, share * (match.homeCount + match.awayCount), share * mean);
  }
  return seen === 0 ? null : strength;
}
