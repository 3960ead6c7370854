/**
 * How a resource's fields are called in this contract: for every field of the answer the field of the row behind it,
 * whose values it can hold.
 */
export type WireNames<View, Row> = {
  readonly [Name in keyof View]: { [Field in keyof Row]: Row[Field] extends View[Name] ? Field : never }[keyof Row] &
    string;
};

/** The row under the contract's names. */
export function viewOf<View, Row>(names: WireNames<View, Row>, row: Row): View {
  const view: Record<string, unknown> = {};
  for (const name in names) view[name] = row[names[name] as keyof Row];
  return view as View;
}

/** The values of a body under the domain's names; those that are absent stay absent. */
export function valuesOf<Row>(names: Readonly<Record<string, keyof Row & string>>, body: object): Partial<Row> {
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(body)) {
    if (value !== undefined && Object.hasOwn(names, name)) values[names[name]] = value;
  }
  return values as Partial<Row>;
}
