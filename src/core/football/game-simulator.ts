import type { Random } from '../kernel/random.js';
import { drivePoints, quarterScores, totalScore, type Drive, type DrivePoint, type DriveResult } from './drive.js';
import { drawTry, fieldGoalChance, kickoffYardLine, nextYardLine, planDrive } from './drive-model.js';

type Side = 'home' | 'away';

/** Strengths of both teams, as log factors of touchdowns per drive around the average of 0. */
export interface FootballGameParameters {
  home: { offence: number; defence: number };
  away: { offence: number; defence: number };
  /** Added to the home team's edge and taken from the away team's; default {@link HOME_EDGE}. */
  homeEdge?: number;
}

export interface FootballGame {
  drives: Drive[];
  /** Points per quarter; a fifth entry when there was overtime. */
  quarters: { home: number; away: number }[];
  score: { home: number; away: number };
}

export const HOME_EDGE = 0.06;

const QUARTER_SECONDS = 900;
const OVERTIME_SECONDS = 600;
/** With less time in the half a team hurries. */
const HURRY_SECONDS = 150;
/** Near enough for a field goal as time runs out. */
const LAST_CHANCE_YARD_LINE = 62;

/** A stretch of play between two kickoffs that the clock alone ends: a half, or overtime. */
interface Stretch {
  firstQuarter: number;
  seconds: number;
  lastOfGame: boolean;
}

/**
 * A game as a sequence of drives between two teams, 15-minute quarters. Who kicked off the first half receives the
 * second. A tie goes to one overtime of ten minutes: each team gets the ball once, then the first to lead wins; a tie
 * may remain. The score is the fold of the drives.
 */
export function simulateFootballGame(parameters: FootballGameParameters, random: Random): FootballGame {
  const drives: Drive[] = [];
  const receiver: Side = random.chance(0.5) ? 'home' : 'away';
  playStretch(
    { firstQuarter: 1, seconds: 2 * QUARTER_SECONDS, lastOfGame: false },
    receiver,
    drives,
    parameters,
    random,
  );
  playStretch(
    { firstQuarter: 3, seconds: 2 * QUARTER_SECONDS, lastOfGame: true },
    other(receiver),
    drives,
    parameters,
    random,
  );
  if (lead(drives) === 0) {
    const first: Side = random.chance(0.5) ? 'home' : 'away';
    playStretch({ firstQuarter: 5, seconds: OVERTIME_SECONDS, lastOfGame: true }, first, drives, parameters, random);
  }
  const quarters = quarterScores(drives);
  return { drives, quarters, score: totalScore(quarters) };
}

function playStretch(
  stretch: Stretch,
  receiver: Side,
  drives: Drive[],
  parameters: FootballGameParameters,
  random: Random,
): void {
  const overtime = stretch.firstQuarter === 5;
  let offence = receiver;
  let yardLine = kickoffYardLine(random);
  let left = stretch.seconds;
  let possessions = 0;
  while (left > 0) {
    const edge = edgeOf(offence, parameters);
    const plan = planDrive(yardLine, edge, left < HURRY_SECONDS, random);
    const cut = plan.seconds > left ? cutShort(plan.endYardLine, plan.seconds, yardLine, left) : undefined;
    const ahead = offence === 'home' ? lead(drives) : -lead(drives);
    const end = cut ?? plan.endYardLine;
    const result = cut === undefined ? plan.result : outOfTime(cut, stretch.lastOfGame, ahead, random);
    const after = Math.max(0, left - plan.seconds);
    const returned = cut === undefined && plan.returned;
    possessions++;
    const drive: Drive = {
      number: drives.length + 1,
      offence,
      start: pointAt(stretch, left, yardLine),
      end: pointAt(stretch, after, end, left),
      plays: cut === undefined ? plan.plays : Math.max(1, Math.round((plan.plays * left) / plan.seconds)),
      yards: end - yardLine,
      result,
      returned,
      tryResult: null,
    };
    drives.push(drive);
    left = after;
    const decided = overtime && lead(drives) !== 0 && (possessions > 1 || returned || result === 'safety');
    if ((result === 'touchdown' || returned) && !decided) drive.tryResult = drawTry(random);
    if (decided) return;
    // Whoever is scored upon gets the ball, so after a returned turnover the offence keeps it.
    yardLine = returned ? kickoffYardLine(random) : nextYardLine(result, end, random);
    if (!returned) offence = other(offence);
  }
}

/** How far a drive that the clock interrupts has come. */
function cutShort(endYardLine: number, seconds: number, yardLine: number, left: number): number {
  const reached = Math.round(yardLine + ((endYardLine - yardLine) * left) / seconds);
  return Math.min(99, Math.max(1, reached));
}

/** A field goal is tried when it is near enough, except to end a game that is already won. */
function outOfTime(yardLine: number, lastOfGame: boolean, ahead: number, random: Random): DriveResult {
  if (yardLine < LAST_CHANCE_YARD_LINE || (lastOfGame && ahead > 0)) return lastOfGame ? 'end-of-game' : 'end-of-half';
  return random.chance(fieldGoalChance(yardLine)) ? 'field-goal' : 'missed-field-goal';
}

/** `left` seconds before the end of the stretch; an instant between two quarters belongs to the one played before it. */
function pointAt({ firstQuarter, seconds }: Stretch, left: number, yardLine: number, from = left): DrivePoint {
  if (firstQuarter === 5) return { quarter: 5, clock: left, yardLine };
  const inFirst = left > QUARTER_SECONDS || (left === QUARTER_SECONDS && from > left);
  const clock = inFirst ? left - (seconds - QUARTER_SECONDS) : left;
  return { quarter: inFirst ? firstQuarter : firstQuarter + 1, clock, yardLine };
}

function edgeOf(offence: Side, { home, away, homeEdge = HOME_EDGE }: FootballGameParameters): number {
  return offence === 'home' ? home.offence - away.defence + homeEdge : away.offence - home.defence - homeEdge;
}

/** Points of the home team minus points of the away team. */
function lead(drives: readonly Drive[]): number {
  return drives.reduce((sum, drive) => {
    const { home, away } = drivePoints(drive);
    return sum + home - away;
  }, 0);
}

function other(side: Side): Side {
  return side === 'home' ? 'away' : 'home';
}
