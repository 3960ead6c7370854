/** SQL with `?` for its parameters. */
export interface Statement {
  sql: string;
  params: unknown[];
}

type FieldOf<Row> = keyof Row & string;

/**
 * Which column of a table holds which field of a row: writes the parts of a statement that follow from it. Fields are
 * chosen from the table's own list, so no text of a client ever becomes SQL.
 */
export class Table<Row extends { id: number }> {
  readonly fields: readonly FieldOf<Row>[];

  constructor(
    readonly name: string,
    readonly columns: Readonly<Record<FieldOf<Row>, string>>,
  ) {
    this.fields = Object.keys(columns) as FieldOf<Row>[];
  }

  /** The columns named like the fields, for a `select` or `returning`. */
  select(alias: string = this.name): string {
    return this.fields.map((field) => `${alias}.${this.columns[field]} as "${field}"`).join(', ');
  }

  /** One JSON object of all fields. */
  json(alias: string): string {
    return `jsonb_build_object(${this.fields.map((field) => `'${field}', ${alias}.${this.columns[field]}`).join(', ')})`;
  }

  /** The row of an object whose keys are columns, as the journal keeps it; columns of no field are left out. */
  read(data: Readonly<Record<string, unknown>>): Row {
    return Object.fromEntries(this.fields.map((field) => [field, data[this.columns[field]] ?? null])) as unknown as Row;
  }

  /** `a asc, b asc, id asc`. */
  order(orderBy: readonly FieldOf<Row>[], ascending: boolean, alias: string = this.name): string {
    const fields = new Set<FieldOf<Row>>([...orderBy, 'id']);
    const direction = ascending ? 'asc' : 'desc';
    return [...fields].map((field) => `${alias}.${this.columns[field]} ${direction}`).join(', ');
  }

  /** A new row of the values given; the others have the defaults of their columns. Returns the row. */
  insert(values: Partial<Row>): Statement {
    const given = this.#given(values);
    const names = given.map(([field]) => this.columns[field]).join(', ');
    const places = given.map(() => '?').join(', ');
    const source = given.length === 0 ? 'default values' : `(${names}) values (${places})`;
    return {
      sql: `insert into ${this.name} ${source} returning ${this.select()}`,
      params: given.map(([, value]) => stored(value)),
    };
  }

  /** Changes the values given and leaves the others; returns the row, or none when there is no such row. */
  update(id: number, values: Partial<Row>): Statement {
    const given = this.#given(values);
    if (given.length === 0) return { sql: `select ${this.select()} from ${this.name} where id = ?`, params: [id] };
    return {
      sql: `update ${this.name} set ${given.map(([field]) => `${this.columns[field]} = ?`).join(', ')}
            where id = ? returning ${this.select()}`,
      params: [...given.map(([, value]) => stored(value)), id],
    };
  }

  /**
   * A new row, or, when there is one with these values in the fields of `key`, which must be unique together, that row
   * changed as `update` does. `initial` holds what a new row has besides. Returns the row.
   */
  upsert(key: readonly FieldOf<Row>[], values: Partial<Row>, initial: Partial<Row> = {}): Statement {
    const { sql, params } = this.insert({ ...initial, ...values });
    const given = this.#given(values).map(([field]) => this.columns[field]);
    const target = key.map((field) => this.columns[field]).join(', ');
    const changes = given.map((column) => `${column} = excluded.${column}`).join(', ');
    return { sql: sql.replace(' returning ', ` on conflict (${target}) do update set ${changes} returning `), params };
  }

  #given(values: Partial<Row>): [FieldOf<Row>, unknown][] {
    return this.fields
      .filter((field) => field !== 'id' && values[field] !== undefined)
      .map((field) => [field, values[field]]);
  }
}

/** Lists are kept as JSON. */
const stored = (value: unknown): unknown => (Array.isArray(value) ? JSON.stringify(value) : value);
