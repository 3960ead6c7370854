import type { Random } from '../kernel/random.js';
import type { ScorePair, Side, StatLineRecord } from './season-record.js';
import {
  cornerRates,
  goalRates,
  shotRates,
  type Referee,
  type SoccerRates,
  type SoccerTeam,
} from './soccer-parameters.js';

/** Everything the statistics of a played match depend on besides chance. */
export interface PlayedMatch {
  rates: SoccerRates;
  home: SoccerTeam;
  away: SoccerTeam;
  referee: Referee;
  /** Goals of each half. */
  halves: readonly [ScorePair, ScorePair];
}

/** What one side does in one half; the keeper's saves are the other side's shots on target that did not score. */
interface HalfCounts {
  goals: number;
  misses: number;
  saved: number;
  corners: number;
  fouls: number;
  yellowCards: number;
  redCards: number;
  offsides: number;
  xg: number;
}

const HALVES = [0, 1] as const;
/** Cards and dismissals come late: factor on the yellow cards per foul, and share of the red cards, of each half. */
const YELLOW_FACTOR = [0.75, 1.25];
const RED_SHARE = [0.25, 0.75];
/** Mean xG of a shot that scored, and shape of the gamma variate of one shot. */
const XG_OF_A_GOAL = 0.3;
const XG_SHAPE = 2.5;

/**
 * Stat lines of both sides for the full match and each half. In every half shots >= shots on target >= goals, saves are
 * the opponent's shots on target minus its goals, possession sums to 100; full-match counts are the sums of the halves
 * and full-match possession is their mean. Given the strengths, shots and corners are negative binomial and negatively
 * dependent between the sides, fouls positively, cards follow fouls, and xG has the mean of the true goal rate.
 */
export function drawStatLines(match: PlayedMatch, random: Random): StatLineRecord[] {
  const territory = random.normal();
  const temper = random.normal();
  const home = drawSide(match, 'home', territory, temper, random);
  const away = drawSide(match, 'away', -territory, temper, random);
  const possession = drawPossession(match, territory, random);
  return [...statLines('home', home, away, possession), ...statLines('away', away, home, possession.map(opposite))];
}

function drawSide(match: PlayedMatch, side: Side, territory: number, temper: number, random: Random): HalfCounts[] {
  const { rates, referee } = match;
  const team = match[side];
  const goals = goalRates(rates, match.home, match.away)[side];
  const misses = shotRates(rates, match.home, match.away)[side] - goals;
  const corners = cornerRates(rates, match.home, match.away)[side];
  const missRate = misses * tilt(rates.shots.territory, territory) * spread(rates.shots.dispersion, random);
  const cornerRate = corners * tilt(rates.corners.territory, territory) * spread(rates.corners.dispersion, random);
  const foulRate = rates.fouls[side] * Math.exp(team.fouls + referee.fouls) * tilt(rates.fouls.temper, temper);
  const offsideRate = rates.offsides[side] * spread(rates.offsides.dispersion, random);
  const yellowsPerFoul = rates.yellowsPerFoul[side] * Math.exp(team.cards + referee.cards);
  const missXg = (goals * (1 - XG_OF_A_GOAL)) / misses;
  return HALVES.map((half): HalfCounts => {
    const scored = match.halves[half][side];
    const missed = random.poisson(missRate * shareOf(half, rates.shots.firstHalf));
    const fouls = random.poisson(foulRate / 2);
    return {
      goals: scored,
      misses: missed,
      saved: random.binomial(missed, rates.saved),
      corners: random.poisson(cornerRate * shareOf(half, rates.corners.firstHalf)),
      fouls,
      yellowCards: random.binomial(fouls, Math.min(0.7, yellowsPerFoul * YELLOW_FACTOR[half])),
      redCards: random.poisson(rates.redCards[side] * Math.exp(referee.cards) * RED_SHARE[half]),
      offsides: random.poisson(offsideRate / 2),
      xg: hundredths(shotsXg(scored, XG_OF_A_GOAL, random) + shotsXg(missed, missXg, random)),
    };
  });
}

/** The home side's percentage in full match, first and second half; tenths, the first the exact mean of the others. */
function drawPossession({ rates, home, away }: PlayedMatch, territory: number, random: Random): number[] {
  const shots = shotRates(rates, home, away);
  const edge = Math.log(shots.home / shots.away);
  const full = Math.round(10 * Math.min(78, Math.max(22, 49 + 10 * edge + 5 * territory + random.normal(0, 2.5))));
  const shift = Math.round(10 * Math.min(12, Math.max(-12, random.normal(0, 3))));
  return [full / 10, (full + shift) / 10, (full - shift) / 10];
}

function statLines(side: Side, own: HalfCounts[], other: HalfCounts[], possession: number[]): StatLineRecord[] {
  const line = (period: StatLineRecord['period'], halves: readonly number[], share: number): StatLineRecord => {
    const sum = (counts: HalfCounts[], value: (half: HalfCounts) => number) =>
      halves.reduce((total, half) => total + value(counts[half]), 0);
    return {
      side,
      period,
      goals: sum(own, (half) => half.goals),
      corners: sum(own, (half) => half.corners),
      shots: sum(own, (half) => half.goals + half.misses),
      shotsOnTarget: sum(own, (half) => half.goals + half.saved),
      yellowCards: sum(own, (half) => half.yellowCards),
      redCards: sum(own, (half) => half.redCards),
      fouls: sum(own, (half) => half.fouls),
      offsides: sum(own, (half) => half.offsides),
      saves: sum(other, (half) => half.saved),
      possession: share,
      xg: hundredths(sum(own, (half) => half.xg)),
    };
  };
  return [
    line('full', HALVES, possession[0]),
    line('first_half', [0], possession[1]),
    line('second_half', [1], possession[2]),
  ];
}

/** A factor of mean 1: log-normal with the given deviation at a standard normal draw. */
function tilt(deviation: number, draw: number): number {
  return Math.exp(deviation * draw - (deviation * deviation) / 2);
}

/** A factor of mean 1 and variance `dispersion`, which makes a Poisson count negative binomial. */
function spread(dispersion: number, random: Random): number {
  return dispersion === 0 ? 1 : random.gamma(1 / dispersion, dispersion);
}

function shareOf(half: number, firstHalf: number): number {
  return half === 0 ? firstHalf : 1 - firstHalf;
}

/** Total xG of shots of one kind: a sum of gamma variates, kept below what so many shots can be worth. */
function shotsXg(shots: number, mean: number, random: Random): number {
  return shots === 0 ? 0 : Math.min(0.97 * shots, random.gamma(shots * XG_SHAPE, mean / XG_SHAPE));
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

function opposite(percentage: number): number {
  return Math.round(1000 - 10 * percentage) / 10;
}
