/**
 * How positions of the ball are written.
 *
 * - `signed`: distance from the nearer goal line, negative in the offence's own half, positive in the opponent's; 0 is
 *   the goal line attacked. `length` yards lie between the goal lines.
 * - `plain`: yards from the offence's own goal line, 0 to `length`.
 */
export interface Field {
  readonly scale: 'signed' | 'plain';
  /** Yards between the goal lines. */
  readonly length: number;
}

/** Yards between the goal lines where nothing else is said; leagues that play on 100 yards set it. */
export const DEFAULT_FIELD_LENGTH = 92;

/**
 * The scale a match is recorded in: signed as soon as one position is zero or negative, because nothing is snapped on
 * or behind one's own goal line.
 */
export function fieldOf(positions: Iterable<number | null>, length = DEFAULT_FIELD_LENGTH): Field {
  for (const position of positions) if (position !== null && position <= 0) return { scale: 'signed', length };
  return { scale: 'plain', length };
}

/**
 * Yards from the offence's own goal line.
 * @param moved a position the ball was moved to: 0 is then the goal line attacked, as it is for a signed snap.
 */
export function yardLine({ scale, length }: Field, position: number): number {
  if (scale === 'plain') return position;
  return position < 0 ? -position : length - position;
}

/** Yards from the offence's own goal line to a signed or plain position. */
export function positionAt({ scale, length }: Field, line: number): number {
  if (scale === 'plain') return line;
  return line < length / 2 ? -line : length - line;
}

/** Yards gained from one position to another, negative when lost. */
export function yardsBetween(field: Field, from: number, to: number): number {
  return yardLine(field, to) - yardLine(field, from);
}
