import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FileStore, isKey, type StoredFile } from './file-store.js';

/** Files in a folder of this machine. */
export class LocalFileStore extends FileStore {
  constructor(private readonly root: string) {
    super();
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    if (!isKey(key)) throw new Error(`${JSON.stringify(key)} is no key of a file`);
    const path = join(this.root, key);
    const folder = dirname(path);
    await mkdir(folder, { recursive: true });
    // Hidden until it is complete: readers refuse names that start with a dot.
    const unfinished = join(folder, `.${randomBytes(12).toString('hex')}`);
    try {
      await writeFile(unfinished, bytes, { flag: 'wx' });
      await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }

  async open(key: string): Promise<StoredFile | undefined> {
    if (!isKey(key)) return undefined;
    const file = await open(join(this.root, key)).catch(missing);
    if (!file) return undefined;
    const stats = await file.stat();
    if (!stats.isFile()) {
      await file.close();
      return undefined;
    }
    const etag = `"${stats.size.toString(36)}-${Math.trunc(stats.mtimeMs).toString(36)}"`;
    return { size: stats.size, etag, content: file.createReadStream() };
  }
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== undefined && ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes(error.code))
    return undefined;
  throw error;
}
