import type { Random } from '../../kernel/random.js';
import type { Drive } from '../drive.js';

/** One snap of a drive. Yards are from the offence's own goal line. */
export interface Snap {
  /** 1 to 4. */
  down: number;
  /** Yards to a first down, or to the goal when that is nearer. */
  distance: number;
  from: number;
  gain: number;
  kind: 'scrimmage' | 'kick' | 'interception';
}

/** Kicks end these drives; the ball was brought to the spot before. */
const KICKED = new Set<Drive['result']>(['punt', 'field-goal', 'missed-field-goal']);
/** A team loses no more than this in a series before it kicks, where there is a choice. */
const DEEPEST_LOSS = -6;

/**
 * The snaps that bring a drive from its start to its end: series of downs, each but the last gaining ten yards or more
 * within three downs, and the last one ending as the drive does. There may be a few snaps more or fewer than the drive
 * says, where the yards could not be made otherwise.
 */
export function snapsOf(drive: Drive, random: Random): Snap[] {
  const { conversions, last } = shareOut(drive, random);
  const downs = downsOfLast(drive, last, random);
  const rest = Math.max(conversions, snapsBeforeKick(drive) - downs);
  const snaps: Snap[] = [];
  let line = drive.start.yardLine;
  for (const yards of split(drive.yards - last, conversions, random)) {
    const count = Math.min(3, Math.max(1, Math.round(rest / conversions + random.normal(0, 0.6))));
    snaps.push(...series(line, yards, count, random));
    line += yards;
  }
  const intercepted = drive.result === 'interception';
  snaps.push(...series(line, last, intercepted ? downs - 1 : downs, random));
  if (intercepted || KICKED.has(drive.result)) snaps.push(ending(drive, line, snaps, intercepted ? downs : downs + 1));
  return snaps;
}

const snapsBeforeKick = ({ plays, result }: Drive): number => (KICKED.has(result) ? plays - 1 : plays);

/** How many series gain a first down, and the yards of the last one, which does not. */
function shareOut(drive: Drive, random: Random): { conversions: number; last: number } {
  const { yards, result, end } = drive;
  const scores = result === 'touchdown';
  const fewest = !scores && yards > 9 ? 1 : 0;
  const least = scores ? 1 : Math.max(DEEPEST_LOSS, end.yardLine - 99);
  const most = Math.max(fewest, Math.floor((yards - least) / 10));
  const conversions = Math.min(most, Math.max(fewest, Math.round((snapsBeforeKick(drive) - 3) / 2.4)));
  if (conversions <= 0) return { conversions: 0, last: yards };
  const limit = Math.min(scores ? 25 : 9, yards - 10 * conversions);
  return { conversions, last: least + random.int(limit - least + 1) };
}

function downsOfLast({ result, plays }: Drive, yards: number, random: Random): number {
  if (result === 'downs') return 4;
  if (KICKED.has(result)) return plays > 3 || yards !== 0 ? 3 : Math.max(0, plays - 1);
  const downs = Math.min(plays, 1 + random.int(3));
  // Nothing is gained on the interception itself.
  return result === 'interception' && yards !== 0 ? Math.max(2, downs) : downs;
}

/** Splits yards into parts of ten or more. */
function split(yards: number, parts: number, random: Random): number[] {
  if (parts === 0) return [];
  const spare = yards - 10 * parts;
  const cuts = Array.from({ length: parts - 1 }, () => random.int(spare + 1)).toSorted((a, b) => a - b);
  return [...cuts, spare].map((cut, index) => 10 + cut - (cuts[index - 1] ?? 0));
}

/** So many downs that gain `yards` together, and no first down before the last of them. */
function series(line: number, yards: number, count: number, random: Random): Snap[] {
  const toGain = Math.min(10, 100 - line);
  const snaps: Snap[] = [];
  let gained = 0;
  for (let down = 1; down <= count; down++) {
    const wished = random.chance(0.32) ? 0 : Math.round(random.normal(4, 4));
    const reached = Math.min(toGain - 1, Math.max(-8, 1 - line, gained + wished));
    const next = down === count ? yards : reached;
    snaps.push({ down, distance: toGain - gained, from: line + gained, gain: next - gained, kind: 'scrimmage' });
    gained = next;
  }
  return snaps;
}

function ending({ end, result }: Drive, line: number, before: readonly Snap[], down: number): Snap {
  const toGain = Math.min(10, 100 - line);
  const spot = before.length === 0 ? line : end.yardLine;
  return {
    down: Math.min(4, down),
    distance: Math.max(1, toGain - (spot - line)),
    from: spot,
    gain: 0,
    kind: result === 'interception' ? 'interception' : 'kick',
  };
}
