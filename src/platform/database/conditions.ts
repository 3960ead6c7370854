/** Conditions of a `where`, joined by `and`, with their parameters in the order of the question marks. */
export class Conditions {
  readonly #parts: string[] = [];
  readonly params: unknown[] = [];

  /** Adds a condition; `value` stands for every question mark in it. Leaves it out when `value` is undefined. */
  when(value: unknown, condition: string): this {
    if (value === undefined) return this;
    for (let left = condition.split('?').length - 1; left > 0; left--) this.params.push(value);
    this.#parts.push(`(${condition})`);
    return this;
  }

  /** Whether one of them looks for a part of a text. */
  get searches(): boolean {
    return this.#parts.some((part) => part.includes(' ilike '));
  }

  /** `true` when there are none. */
  get sql(): string {
    return this.#parts.join(' and ') || 'true';
  }
}
