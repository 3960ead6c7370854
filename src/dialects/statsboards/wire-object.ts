import type { WireNames } from './wire-names.js';
import { WireText } from './wire-text.js';

/** What is inside an object at one of its fields. */
interface Inside<Value, Row> {
  /** What it is written from; null where there is nothing. */
  readonly find: (row: Row) => object | null;
  readonly view: (found: object) => Value;
  readonly write: (found: object, text: WireText) => void;
}

/** For every field of the answer a field of the row, what makes its value of the row, or the object inside. */
export type WireFields<View, Row> = {
  readonly [Name in keyof View]: WireNames<View, Row>[Name] | ((row: Row) => View[Name]) | Inside<View[Name], Row>;
};

interface Field<Row> {
  readonly name: string;
  /** `,"name":` */
  readonly key: string;
  readonly from: string | ((row: Row) => unknown) | Inside<unknown, Row>;
}

/**
 * An object of the contract, written from a row: as a value, or at once as the JSON of that value, which long lists
 * are: it takes a third of the time.
 */
export class WireObject<View, Row extends object> {
  readonly #fields: readonly Field<Row>[];
  /** Texts of fields that are null, by the first of them and the one after the last: most fields of a play are. */
  readonly #nulls: string[][];
  /** JSON of rows that stand in many places of an answer. */
  readonly #shared: WeakMap<Row, Buffer> | undefined;
  #expected = 1024;

  /** @param shared rows are the same objects in many places, as the team of all its players; each is written once */
  constructor(fields: WireFields<View, Row>, { shared = false } = {}) {
    this.#fields = Object.entries<Field<Row>['from']>(fields).map(([name, from], place) => ({
      name,
      key: `${place === 0 ? '' : ','}${JSON.stringify(name)}:`,
      from,
    }));
    this.#nulls = this.#fields.map(() => []);
    this.#shared = shared ? new WeakMap() : undefined;
  }

  readonly view = (row: Row): View => {
    const view: Record<string, unknown> = {};
    for (const { name, from } of this.#fields) {
      const found = foundBy(from, row);
      view[name] = typeof from === 'object' && found !== null ? from.view(found as object) : found;
    }
    return view as View;
  };

  /** The JSON of the row's view. Nothing of the row may be undefined. */
  readonly bytes = (row: Row): Buffer => {
    const text = new WireText(this.#expected);
    this.write(row, text);
    const bytes = text.end();
    // The next one is about as long.
    this.#expected = Math.max(1024, Math.ceil(bytes.length * 1.1));
    return bytes;
  };

  write(row: Row, text: WireText): void {
    if (this.#shared === undefined) return this.#write(row, text);
    let bytes = this.#shared.get(row);
    if (bytes === undefined) {
      const own = new WireText();
      this.#write(row, own);
      this.#shared.set(row, (bytes = own.end()));
    }
    text.addBytes(bytes);
  }

  #write(row: Row, text: WireText): void {
    text.add('{');
    let written = 0;
    for (let place = 0; place < this.#fields.length; place++) {
      const { key, from } = this.#fields[place];
      const found = foundBy(from, row);
      if (found === null) continue;
      if (written < place) text.add(this.#nullsOf(written, place));
      text.add(key);
      if (typeof from === 'object') from.write(found as object, text);
      else text.addValue(found);
      written = place + 1;
    }
    if (written < this.#fields.length) text.add(this.#nullsOf(written, this.#fields.length));
    text.add('}');
  }

  #nullsOf(from: number, to: number): string {
    return (this.#nulls[from][to] ??= this.#fields
      .slice(from, to)
      .map(({ key }) => `${key}null`)
      .join(''));
  }
}

function foundBy<Row>(from: Field<Row>['from'], row: Row): unknown {
  if (typeof from === 'string') return row[from as keyof Row];
  return typeof from === 'function' ? from(row) : from.find(row);
}

/** An object inside that is written from what `find` finds; null where it finds nothing. */
export const inside = <View, Part extends object, Row, Found extends Part | null>(
  object: WireObject<View, Part>,
  find: (row: Row) => Found,
): Inside<View | Extract<Found, null>, Row> => ({
  find,
  view: (found) => object.view(found as Part),
  write: (found, text) => object.write(found as Part, text),
});

/**
 * A list inside of what `find` finds. A `kept` one is the same list each time it is read until something of it changes: its
 * JSON is kept with it.
 */
export const listOf = <View, Part extends object, Row>(
  object: WireObject<View, Part>,
  find: (row: Row) => readonly Part[],
  { kept = false } = {},
): Inside<View[], Row> => {
  const known = new WeakMap<object, Buffer>();
  const write = (parts: readonly Part[], text: WireText): void => {
    text.add('[');
    let isFirst = true;
    for (const part of parts) {
      if (!isFirst) text.add(',');
      isFirst = false;
      object.write(part, text);
    }
    text.add(']');
  };
  const bytesOf = (parts: readonly Part[]): Buffer => {
    const text = new WireText();
    write(parts, text);
    // No longer than it must be.
    const bytes = Buffer.from(text.end());
    known.set(parts, bytes);
    return bytes;
  };
  return {
    find,
    view: (found) => (found as Part[]).map(object.view),
    write: (found, text) => {
      if (kept) text.addBytes(known.get(found) ?? bytesOf(found as Part[]));
      else write(found as Part[], text);
    },
  };
};
