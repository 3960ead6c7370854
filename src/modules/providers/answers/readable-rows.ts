import { MalformedAnswer } from './json-value.js';

/** Told of each row that is left out of an otherwise readable answer. */
export type LeaveOut = (why: string) => void;

/**
 * Reads row by row and leaves out what cannot be read, so that one bad match does not cost a whole season.
 * @throws MalformedAnswer when there are rows and none is readable: an empty list would be a lie.
 */
export function readableRows<T>(
  rows: readonly unknown[],
  read: (row: unknown, where: string) => T,
  name: string,
  leaveOut: LeaveOut,
): T[] {
  const items: T[] = [];
  let first: MalformedAnswer | undefined;
  for (const [index, row] of rows.entries()) {
    try {
      items.push(read(row, `${name}[${index}]`));
    } catch (error) {
      if (!(error instanceof MalformedAnswer)) throw error;
      first ??= error;
      leaveOut(error.message);
    }
  }
  if (first && items.length === 0) throw first;
  return items;
}
