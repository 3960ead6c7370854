/** One query of several that are sent as one statement, with the values of its `?` in their order. */
export interface SqlPart {
  sql: string;
  values: readonly unknown[];
}
