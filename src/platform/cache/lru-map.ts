/** A map with room for so many entries: one more, and the one used longest ago goes. */
export class LruMap<Key, Value> extends Map<Key, Value> {
  /** @throws RangeError unless `capacity` is a whole number from 1. */
  constructor(readonly capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1) throw new RangeError(`room for ${capacity} entries`);
    super();
  }

  override get(key: Key): Value | undefined {
    const value = super.get(key);
    // A Map remembers the order of insertion.
    if (value !== undefined && super.delete(key)) super.set(key, value);
    return value;
  }

  override set(key: Key, value: Value): this {
    super.delete(key);
    super.set(key, value);
    if (this.size > this.capacity) super.delete(super.keys().next().value!);
    return this;
  }
}
