import type { Readable } from 'node:stream';

export interface StoredFile {
  /** In bytes. */
  size: number;
  /** Changes when the content does. */
  etag: string;
  content: Readable;
}

/** Where uploaded files are kept. Keys are relative paths such as `teams/logos/a.png`. */
export abstract class FileStore {
  /** Stores bytes under a key that nothing has; whole or not at all. */
  abstract put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;

  /** Opens a file; undefined when there is none. Whoever opens it reads or destroys `content`. */
  abstract open(key: string): Promise<StoredFile | undefined>;
}

const SEGMENT = /^[^.\\/\0][^\\/\0]*$/;

/** Whether a key stays below the root of its store, and names nothing hidden. */
export function isKey(key: string): boolean {
  return key.length <= 500 && key.split('/').every((segment) => SEGMENT.test(segment));
}
