/** Letters that a string keeps two bytes each for; all of a text that has one takes five times as long to encode. */
const WIDE = /[^\0-\u00ff]/;

/** Length of text that is encoded at once. */
const STRETCH = 4096;

/** JSON text as bytes while it is written. What is not wide is collected, and encoded in long stretches. */
export class WireText {
  #bytes: Buffer;
  #length = 0;
  #collected = '';

  /** @param expected bytes it will probably have */
  constructor(expected = 1024) {
    this.#bytes = Buffer.allocUnsafe(expected);
  }

  /** Text that is JSON already and not wide. */
  add(text: string): void {
    this.#collected += text;
    if (this.#collected.length > STRETCH) this.#encodeCollected();
  }

  /** A value other than null and undefined. */
  addValue(value: unknown): void {
    if (typeof value === 'number' && Number.isInteger(value)) this.#collected += value;
    else if (value === '') this.#collected += '""';
    else {
      const text = JSON.stringify(value);
      if (WIDE.test(text)) {
        this.#encodeCollected();
        this.#encode(text);
      } else this.#collected += text;
    }
  }

  addBytes(bytes: Buffer): void {
    this.#encodeCollected();
    this.#reserve(bytes.length);
    this.#length += bytes.copy(this.#bytes, this.#length);
  }

  /** All of it; nothing can be added any more. */
  end(): Buffer {
    this.#encodeCollected();
    return this.#bytes.subarray(0, this.#length);
  }

  #encodeCollected(): void {
    this.#encode(this.#collected);
    this.#collected = '';
  }

  #encode(text: string): void {
    // No letter takes more than three bytes for each unit of the string.
    this.#reserve(text.length * 3);
    this.#length += this.#bytes.write(text, this.#length);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#length + more, this.#bytes.length * 2));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
