import type { Table } from './table.js';

/**
 * A row that is read as part of something else: a joined one, or one of many in a value. Its columns are selected one by
 * one or as a JSON list and put together here, which costs the database far less than making a JSON object of them.
 */
export class JoinedRow<Part extends { id: number }> {
  /** The columns in SQL, with the alias of the table. */
  readonly columns: readonly string[];
  /** The columns as `"person.firstName"`. */
  readonly select: string;
  readonly #fields: readonly (keyof Part & string)[];
  readonly #names: readonly string[];
  readonly #id: number;
  /** Parsed: an object that gets many fields one by one becomes a slow and large one. */
  readonly #empty: Part;

  /** @param columns what each field is in SQL, with the alias of the table */
  constructor(name: string, columns: Readonly<Record<keyof Part & string, string>>) {
    this.#fields = Object.keys(columns) as (keyof Part & string)[];
    this.#names = this.#fields.map((field) => `${name}.${field}`);
    this.#id = this.#fields.indexOf('id');
    this.#empty = JSON.parse(JSON.stringify(Object.fromEntries(this.#fields.map((field) => [field, null])))) as Part;
    this.columns = this.#fields.map((field) => columns[field]);
    this.select = this.columns.map((column, place) => `${column} as "${this.#names[place]}"`).join(', ');
  }

  /** Fields of a table under an alias, unless said otherwise all of them. */
  static of<Row extends { id: number }, Field extends keyof Row & string = keyof Row & string>(
    name: string,
    table: Table<Row>,
    alias: string,
    fields: readonly Field[] = table.fields as readonly Field[],
  ): JoinedRow<Pick<Row, Field | 'id'>> {
    const columns = fields.map((field) => [field, `${alias}.${table.columns[field]}`]);
    return new JoinedRow<Pick<Row, Field | 'id'>>(name, Object.fromEntries(columns) as never);
  }

  /** Null where nothing was joined. */
  read(row: Readonly<Record<string, unknown>>): Part | null {
    const values = this.#names.map((name) => row[name]);
    return this.readList(values, 0);
  }

  /** The same of a list that has the values of `columns` from a place on. */
  readList(values: readonly unknown[], from: number): Part | null {
    if (values[from + this.#id] === null) return null;
    const part = { ...this.#empty };
    for (let place = 0; place < this.#fields.length; place++) {
      part[this.#fields[place]] = values[from + place] as Part[keyof Part & string];
    }
    return part;
  }
}
