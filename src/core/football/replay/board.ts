import { type Field, yardLine } from '../plays/field.js';
import type { Play } from '../plays/play.js';

/** What a scoreboard says before a play, in the words of the league's client. */
export interface Board {
  /** `1st` to `4th`; empty in special states. */
  down: string;
  /** Yards, `GOAL`, `INCH`, `20+`, or a special state: `KICK OFF`, `PAT 1`, `PAT 2`. */
  distance: string;
  ballOn: number | null;
}

const ORDINALS = ['1st', '2nd', '3rd', '4th'];

/** `1st` to `4th`, then `OT`. */
export const periodTitle = (quarter: number): string => ORDINALS[quarter - 1] ?? 'OT';

/** Down, distance and spot of a play on this field. */
export function boardOf({ kind, down, distance, from }: Play, field: Field): Board {
  const special = { kickoff: 'KICK OFF', 'extra-point': 'PAT 1', 'two-point': 'PAT 2' }[kind as string];
  if (special !== undefined) return { down: '', distance: special, ballOn: from };
  if (down === null || down < 1 || down > ORDINALS.length) return { down: '', distance: '', ballOn: from };
  return { down: ORDINALS[down - 1]!, distance: distanceText(distance, from, field), ballOn: from };
}

function distanceText(distance: number | null, from: number | null, field: Field): string {
  if (distance === null) return '';
  if (distance <= 0) return 'INCH';
  if (from !== null && distance >= field.length - yardLine(field, from)) return 'GOAL';
  return distance > 20 ? '20+' : String(distance);
}
