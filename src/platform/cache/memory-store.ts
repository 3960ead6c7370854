import { Keyv } from 'keyv';
import { LruMap } from './lru-map.js';

/**
 * A store for `CacheModule` in the memory of this process, with room for `capacity` values; they are kept as they are, not
 * as text.
 */
export function memoryStore(capacity: number): Keyv {
  const keyv = new Keyv({ store: new LruMap(capacity), serialization: false });
  // Nest 12 knows a Keyv by its `opts`, which Keyv 6 has no more; others it wraps in one that turns values into text.
  return Object.assign(keyv, { opts: {} });
}
