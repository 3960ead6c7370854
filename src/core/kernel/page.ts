/** Which part of an ordered list is wanted: a number of items from a position, not from an offset. */
export interface Page<Position> {
  /** 0 asks only whether there is anything. */
  limit: number;
  /** `forward`: the first items after `from`. `backward`: the last items before it, in the list's own order. */
  direction: 'forward' | 'backward';
  /** Exclusive. Absent: the start of the list, or backward its end. */
  from?: Position;
}

/** A stretch of an ordered list, and whether the list goes on at either side of it. */
export interface Slice<T> {
  items: T[];
  hasPrevious: boolean;
  hasNext: boolean;
}

/**
 * The slice of a page, from the rows found by reading one row further than the page needs. `rows` are in the order of
 * reading, which is backwards for a backward page. A page that starts somewhere in the list has items on the far side.
 */
export function sliceOf<T>(rows: readonly T[], page: Page<unknown>): Slice<T> {
  const more = rows.length > page.limit;
  const items = rows.slice(0, page.limit);
  const started = page.from !== undefined;
  return page.direction === 'forward'
    ? { items, hasPrevious: started, hasNext: more }
    : { items: items.toReversed(), hasPrevious: more, hasNext: started };
}
