import { COUNT_TRAITS, type CountPeriod, type CountTraits, SEASON_CARRY, usualMeans } from './count-traits.js';
import { type CountColumns, type CountedMatches, countedMatches, type LeagueMatches } from './league-matches.js';
import type { Metric } from './metric.js';
import { afterSeeing, type Strength, strengthOf } from './strength.js';
import { afterMatches, nextSeason, type TeamStrength, type TeamSums, unknownTeam } from './team-strength.js';

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
  /** Of the total given both teams' true ratios: variance = mean + dispersion x mean^2; may be below 0. */
  totalDispersion: number;
  /** The referee's ratio; null when nothing is known of him or referees make no difference. */
  referee: Strength | null;
}

/** Matches' worth of the usual means that a competition starts with. */
const USUAL_MATCHES = 5;
/** Below it no one could tell the distribution from a Poisson. */
const SMALLEST_DISPERSION = 1e-6;
/** Attack and defence settle to three digits. */
const ROUNDS = 4;

interface Ratings {
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
export function fitLeagueCounts(
  league: LeagueMatches,
  counts: CountColumns,
  metric: Metric,
  period: CountPeriod,
): LeagueCounts {
  const traits = COUNT_TRAITS[metric];
  const counted = countedMatches(league, counts);
  const usual = usualMeans(metric, period);
  let weight = USUAL_MATCHES;
  let homeSum = USUAL_MATCHES * usual.home;
  let awaySum = USUAL_MATCHES * usual.away;
  for (let i = 0; i < counted.weight.length; i++) {
    weight += counted.weight[i];
    homeSum += counted.weight[i] * counted.homeCount[i];
    awaySum += counted.weight[i] * counted.awayCount[i];
  }
  const ratings: Ratings = {
    homeMean: homeSum / weight,
    awayMean: awaySum / weight,
    spread: 1 + (traits.sideDispersion * (homeSum + awaySum)) / (2 * weight),
    attack: new Float64Array(league.teams.size).fill(1),
    defence: new Float64Array(league.teams.size).fill(1),
  };
  settle(ratings, counted, traits);
  const { homeMean, awayMean, spread, attack, defence } = ratings;
  const totals = expectedTotals(ratings, counted);
  const totalDispersion = estimateDispersion(counted, totals, traits);
  const of = (values: Float64Array, team: number): number => {
    const place = league.teams.get(team);
    return place === undefined ? 1 : values[place];
  };
  return {
    homeMean,
    awayMean,
    meanVariance: (spread * 2) / (weight * (homeMean + awayMean)),
    attack: (team) => of(attack, team),
    defence: (team) => of(defence, team),
    prior: (team) => priorOf(league.teams.get(team), counted, ratings, traits),
    totalDispersion,
    referee: refereeStrength(counted, totals, traits.refereeVariance, totalDispersion),
  };
}

function settle(ratings: Ratings, counted: CountedMatches, traits: CountTraits): void {
  const { homeMean, awayMean, spread, attack, defence } = ratings;
  const { home, away, weight, homeCount, awayCount } = counted;
  const done = new Float64Array(attack.length);
  const suffered = new Float64Array(attack.length);
  for (let i = 0; i < weight.length; i++) {
    done[home[i]] += weight[i] * homeCount[i];
    done[away[i]] += weight[i] * awayCount[i];
    suffered[home[i]] += weight[i] * awayCount[i];
    suffered[away[i]] += weight[i] * homeCount[i];
  }
  const expected = new Float64Array(attack.length);
  const update = (of: Float64Array, sums: Float64Array, variance: number): void => {
    for (let team = 0; team < of.length; team++) {
      of[team] = (1 / variance + sums[team] / spread) / (1 / variance + expected[team] / spread);
    }
    expected.fill(0);
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < weight.length; i++) {
      expected[home[i]] += weight[i] * homeMean * defence[away[i]];
      expected[away[i]] += weight[i] * awayMean * defence[home[i]];
    }
    update(attack, done, traits.attackVariance);
    for (let i = 0; i < weight.length; i++) {
      expected[home[i]] += weight[i] * awayMean * attack[away[i]];
      expected[away[i]] += weight[i] * homeMean * attack[home[i]];
    }
    update(defence, suffered, traits.defenceVariance);
  }
}

function expectedTotals(
  { homeMean, awayMean, attack, defence }: Ratings,
  { home, away }: CountedMatches,
): Float64Array {
  const totals = new Float64Array(home.length);
  for (let i = 0; i < totals.length; i++) {
    totals[i] = homeMean * attack[home[i]] * defence[away[i]] + awayMean * attack[away[i]] * defence[home[i]];
  }
  return totals;
}

/** A team that was not here before starts where newcomers do, unless nobody was. */
function priorOf(
  team: number | undefined,
  { home, away, weight, current, homeCount, awayCount }: CountedMatches,
  { homeMean, awayMean, spread, attack, defence }: Ratings,
  traits: CountTraits,
): TeamStrength {
  const sums: TeamSums = { done: 0, doneExpected: 0, suffered: 0, sufferedExpected: 0 };
  let known = false;
  let history = false;
  for (let i = 0; i < weight.length; i++) {
    if (current[i] === 1) continue;
    history = true;
    const share = weight[i] / spread;
    if (home[i] === team) {
      known = true;
      sums.done += share * homeCount[i];
      sums.doneExpected += share * homeMean * defence[away[i]];
      sums.suffered += share * awayCount[i];
      sums.sufferedExpected += share * awayMean * attack[away[i]];
    } else if (away[i] === team) {
      known = true;
      sums.done += share * awayCount[i];
      sums.doneExpected += share * awayMean * defence[home[i]];
      sums.suffered += share * homeCount[i];
      sums.sufferedExpected += share * homeMean * attack[home[i]];
    }
  }
  if (known) return nextSeason(afterMatches(unknownTeam(traits), sums), SEASON_CARRY, traits);
  return history ? unknownTeam(traits, traits.newcomerAttack, traits.newcomerDefence) : unknownTeam(traits);
}

/**
 * Moment estimate of alpha in variance = mean + alpha mean^2 from the totals' squared deviations (Cameron & Trivedi,
 * Regression Analysis of Count Data, section 3.3), one degree of freedom taken off per team, less what the ratios miss of
 * the deviations, and shrunk to the usual value by how uncertain it is: the variance of a squared deviation is about twice
 * its square, which leaves 2 / (mean^2 count) for the estimate.
 */
function estimateDispersion(
  { homeCount, awayCount, present }: CountedMatches,
  expected: Float64Array,
  traits: CountTraits,
): number {
  const { totalDispersion: usual, dispersionSpread, missedByRatios } = traits;
  const count = expected.length;
  if (count <= present) return usual;
  let excess = 0;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const mean = expected[i];
    const deviation = homeCount[i] + awayCount[i] - mean;
    excess += (deviation * deviation * count) / (count - present) - mean;
    squares += mean * mean;
  }
  const between = dispersionSpread * dispersionSpread;
  const trust = between / (between + 2 / squares);
  const dispersion = usual + trust * (excess / squares - missedByRatios - usual);
  return Math.abs(dispersion) < SMALLEST_DISPERSION ? 0 : dispersion;
}

function refereeStrength(
  { weight, sameReferee, homeCount, awayCount }: CountedMatches,
  expected: Float64Array,
  variance: number,
  dispersion: number,
): Strength | null {
  if (variance === 0) return null;
  let strength = strengthOf(1, variance);
  let seen = 0;
  for (let i = 0; i < expected.length; i++) {
    if (sameReferee[i] === 0) continue;
    seen++;
    const mean = expected[i];
    const share = weight[i] / (1 + dispersion * mean);
    strength = afterSeeing(strength, share * (homeCount[i] + awayCount[i]), share * mean);
  }
  return seen === 0 ? null : strength;
}
