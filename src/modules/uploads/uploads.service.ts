import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import PQueue from 'p-queue';
import { Exhausted } from '#core/kernel/domain-error.js';
import { FileStore } from '#platform/storage/file-store.js';
import { FILES_PATH } from '#platform/storage/stored-files.controller.js';
import { fileName, type Stamp } from './file-name.js';
import { checkPicture, type PictureFormat, resizePicture } from './picture.js';

export interface GivenFile {
  /** As the client calls it. */
  name: string;
  bytes: Uint8Array;
}

/** Addresses of one picture in three sizes. */
export interface ResizedPicture {
  original: string;
  /** 100 pixels high. */
  icon: string;
  /** 400 pixels high. */
  webView: string;
}

const ICON_HEIGHT = 100;
const WEB_VIEW_HEIGHT = 400;

/** Pictures worked on at a time, and how many may wait: each takes up to 200 MB, and a core. */
const AT_ONCE = 2;
const MAX_WAITING = 30;
const RETRY_SECONDS = 5;

/** Pictures that clients send, checked and kept. */
@Injectable()
export class UploadsService {
  readonly #queue = new PQueue({ concurrency: AT_ONCE });

  constructor(private readonly files: FileStore) {}

  /**
   * Stores a picture below `folder`, such as `teams/logos`, and returns its address on this server. Throws Invalid
   * (UNSUPPORTED_PICTURE) for what is no sound PNG, JPEG, GIF or WebP; Exhausted when too many are waiting.
   */
  store(folder: string, file: GivenFile): Promise<string> {
    return this.#inTurn(async () => {
      const format = await checkPicture(file.bytes);
      return this.#put(folder, fileName(file.name, format, stamp()), format, file.bytes);
    });
  }

  /** As `store`, in three sizes of one format. Either all of them are stored or, but for a failing store, none. */
  storeResized(folder: string, { name, bytes }: GivenFile): Promise<ResizedPicture> {
    return this.#inTurn(async () => {
      const format = await checkPicture(bytes);
      const [small, large] = [
        await resizePicture(bytes, format, ICON_HEIGHT),
        await resizePicture(bytes, format, WEB_VIEW_HEIGHT),
      ];
      const given = stamp();
      return {
        original: await this.#put(folder, fileName(name, format, given), format, bytes),
        icon: await this.#put(folder, fileName(name, format, given, 'icon'), format, small),
        webView: await this.#put(folder, fileName(name, format, given, 'webview'), format, large),
      };
    });
  }

  async #put(folder: string, name: string, format: PictureFormat, bytes: Uint8Array): Promise<string> {
    const key = `${folder}/${name}`;
    await this.files.put(key, bytes, `image/${format}`);
    return `${FILES_PATH}/${key}`;
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#queue.size >= MAX_WAITING) {
      throw new Exhausted('TOO_MANY_UPLOADS', 'Too many pictures are being uploaded', RETRY_SECONDS);
    }
    return this.#queue.add(work);
  }
}

const stamp = (): Stamp => ({ at: new Date(), unique: randomBytes(8).toString('hex') });
