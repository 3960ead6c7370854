/** A stretch of an ordered list, given by its place from the start. */
export interface SortedRange<Field extends string> {
  limit: number;
  offset: number;
  /** Fields of the order, the most important first; ties are broken by id. Empty: the list's usual order. */
  orderBy: readonly Field[];
  /** Holds for every field of the order. */
  ascending: boolean;
}

export interface Listing<T> {
  items: T[];
  /** How many items the whole list has. */
  total: number;
}
