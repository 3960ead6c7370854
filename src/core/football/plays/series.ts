import { type Field, yardLine } from './field.js';
import { isKick, isScrimmage, type Play } from './play.js';

const lastOfHalf = (quarter: number): number => (quarter <= 2 ? 2 : quarter <= 4 ? 4 : quarter);

function sameHalf(a: Play, b: Play): boolean {
  return a.quarter === null || b.quarter === null || lastOfHalf(a.quarter) === lastOfHalf(b.quarter);
}

/** Whether `next` goes on with the drive of `play`: same team, no kick, score or interception between, same half. */
export function continuesDrive(play: Play, next: Play): boolean {
  return (
    play.offence !== null &&
    play.offence === next.offence &&
    !isKick(play) &&
    !isKick(next) &&
    play.score === 'none' &&
    play.outcome !== 'intercepted' &&
    sameHalf(play, next)
  );
}

/** Yards from the own goal line to the line to gain, which ends at the goal line; undefined when not recorded. */
function lineToGain(field: Field, { from, distance }: Play): number | undefined {
  if (from === null || distance === null) return undefined;
  return Math.min(yardLine(field, from) + distance, field.length);
}

/**
 * Whether the play gained its team a first down: it scored, or the next play of the drive begins a new series. Of a
 * drive that ends here only the play's own yards tell. On first down a series is new when the line to gain has moved,
 * so that a first down played again after a penalty is none.
 */
export function gainedFirstDown(field: Field, play: Play, yards: number, next: Play | undefined): boolean {
  const scrimmage = isScrimmage(play);
  if (!scrimmage && play.outcome !== 'flag') return false;
  const kept = play.outcome === 'run' || play.outcome === 'completed';
  if (kept && play.score === 'touchdown') return true;
  if (next === undefined || !continuesDrive(play, next)) {
    return kept && play.distance !== null && play.distance > 0 && yards >= play.distance;
  }
  if (next.down !== 1) return false;
  if (play.down !== 1) return true;
  const before = lineToGain(field, play);
  const after = lineToGain(field, next);
  return before === undefined || after === undefined ? scrimmage : before !== after;
}
