import type { Random } from '../kernel/random.js';
import type { DriveResult, TryResult } from './drive.js';

/** Ways a drive ends when the clock does not end it. */
type FreeResult = Exclude<DriveResult, 'end-of-half' | 'end-of-game'>;

/** A drive as it would go with enough time on the clock. */
export interface PlannedDrive {
  result: FreeResult;
  endYardLine: number;
  plays: number;
  seconds: number;
  returned: boolean;
}

interface ResultShape {
  /** Relative frequency from the own 28-yard line between equal teams. */
  weight: number;
  /** Change of the log frequency per yard nearer to the opponent's goal, and per unit of the offence's edge. */
  perYard: number;
  perEdge: number;
  /** Plays that gain nothing, and seconds per play. */
  idlePlays: number;
  secondsPerPlay: number;
}

/**
 * Frequencies, plays and durations were set so that simulated drives have the shares, lengths and scores of professional
 * games of 2016: about 11.5 drives a team, 21 % touchdowns, 14 % field goals, 40 % punts, 12 % turnovers.
 */
const SHAPES: Record<FreeResult, ResultShape> = {
  touchdown: { weight: 0.21, perYard: 0.02, perEdge: 1, idlePlays: 1.4, secondsPerPlay: 20.5 },
  'field-goal': { weight: 0.15, perYard: 0.016, perEdge: 0.35, idlePlays: 4.6, secondsPerPlay: 21.5 },
  'missed-field-goal': { weight: 0.03, perYard: 0.012, perEdge: 0, idlePlays: 4.5, secondsPerPlay: 20 },
  punt: { weight: 0.43, perYard: -0.03, perEdge: -0.35, idlePlays: 4.7, secondsPerPlay: 20 },
  interception: { weight: 0.08, perYard: -0.005, perEdge: -0.45, idlePlays: 2.9, secondsPerPlay: 18.5 },
  fumble: { weight: 0.054, perYard: -0.005, perEdge: -0.45, idlePlays: 2.3, secondsPerPlay: 20 },
  downs: { weight: 0.034, perYard: 0.008, perEdge: -0.2, idlePlays: 4.5, secondsPerPlay: 18.5 },
  safety: { weight: 0.001, perYard: -0.12, perEdge: -0.5, idlePlays: 1.8, secondsPerPlay: 14 },
};
const RESULTS = Object.keys(SHAPES) as FreeResult[];

const REFERENCE_YARD_LINE = 28;
const YARDS_PER_PLAY = 7.4;
/** Nobody punts from nearer to the opponent's goal, and nobody is caught in his own end zone from further out. */
const LAST_PUNT = 62;
const LAST_SAFETY = 25;
/** Pace of a team that hurries. */
const HURRY = 0.55;
const INTERCEPTION_RETURNED = 0.1;
const FUMBLE_RETURNED = 0.07;

/**
 * A drive from `yardLine` (yards from the own goal, 1 to 99). `edge` is the log factor by which the offence outdoes this
 * defence in scoring touchdowns; `hurried` shortens the time between plays.
 */
export function planDrive(yardLine: number, edge: number, hurried: boolean, random: Random): PlannedDrive {
  const result = RESULTS[random.weighted(RESULTS.map((candidate) => resultWeight(candidate, yardLine, edge)))];
  const { idlePlays, secondsPerPlay } = SHAPES[result];
  const endYardLine = endOf(result, yardLine, random);
  const gained = Math.max(0, endYardLine - yardLine);
  const plays = Math.max(1, Math.round(idlePlays + gained / YARDS_PER_PLAY + random.normal(0, 1.3)));
  const pace = secondsPerPlay * Math.exp(random.normal(0, 0.15)) * (hurried ? HURRY : 1);
  const chance = result === 'interception' ? INTERCEPTION_RETURNED : result === 'fumble' ? FUMBLE_RETURNED : 0;
  return {
    result,
    endYardLine,
    plays,
    seconds: Math.max(4, Math.round(plays * pace)),
    returned: random.chance(chance),
  };
}

function resultWeight(result: FreeResult, yardLine: number, edge: number): number {
  if (result === 'punt' && yardLine > LAST_PUNT) return 0;
  if (result === 'safety' && yardLine > LAST_SAFETY) return 0;
  const { weight, perYard, perEdge } = SHAPES[result];
  return weight * Math.exp(perYard * (yardLine - REFERENCE_YARD_LINE) + perEdge * edge);
}

function endOf(result: FreeResult, yardLine: number, random: Random): number {
  switch (result) {
    case 'touchdown':
      return 100;
    case 'safety':
      return 0;
    case 'field-goal':
      return within(Math.max(58, yardLine - 8), 98, random.normal(77, 9));
    case 'missed-field-goal':
      return within(Math.max(55, yardLine - 8), 95, random.normal(69, 6));
    case 'punt':
      return within(1, LAST_PUNT + 2, yardLine + random.normal(13, 12));
    case 'downs':
      return within(Math.min(45, yardLine), 99, yardLine + random.normal(35, 18));
    default:
      return within(1, 99, yardLine + random.normal(21, 18));
  }
}

/** Where the other team starts after a drive, in yards from its own goal. */
export function nextYardLine(result: DriveResult, endYardLine: number, random: Random): number {
  switch (result) {
    case 'touchdown':
    case 'field-goal':
      return kickoffYardLine(random);
    case 'punt': {
      const landing = 100 - endYardLine - random.normal(41, 8);
      return landing < 1 ? 20 : within(1, 99, landing);
    }
    case 'missed-field-goal':
      return Math.max(20, within(1, 99, 107 - endYardLine));
    case 'safety':
      return within(1, 99, random.normal(38, 8));
    case 'interception':
    case 'fumble':
      return within(1, 99, 100 - endYardLine + random.normal(0, 9));
    default:
      return within(1, 99, 100 - endYardLine);
  }
}

/** Start after a kickoff: a touchback in most cases, else wherever the return ends. */
export function kickoffYardLine(random: Random): number {
  return random.chance(0.6) ? 25 : within(5, 95, random.normal(25, 9));
}

/** Most teams kick after a touchdown. */
export function drawTry(random: Random): TryResult {
  if (random.chance(0.07)) return random.chance(0.48) ? 'two-point-good' : 'two-point-failed';
  return random.chance(0.945) ? 'kick-good' : 'kick-failed';
}

/** Probability that a field goal is good: about 0.95 from 30 yards, 0.72 from 50; the kick is 17 yards behind the line. */
export function fieldGoalChance(yardLine: number): number {
  const distance = 100 - yardLine + 17;
  return 1 / (1 + Math.exp(0.1 * distance - 5.94));
}

/** A whole number of yards, not outside the bounds. */
function within(low: number, high: number, yards: number): number {
  return Math.round(Math.min(high, Math.max(low, yards)));
}
