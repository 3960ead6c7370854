import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Logger } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Unavailable } from '#core/kernel/domain-error.js';
import { FileStore, isKey, type StoredFile } from './file-store.js';

export interface S3Options {
  bucket: string;
  region: string;
  /** Undefined: Amazon's own. */
  endpoint?: string;
  /** Undefined: those the environment, a profile or the machine's role gives. */
  credentials?: { accessKeyId: string; secretAccessKey: string };
  /** How long one attempt may take. */
  timeoutMs?: number;
  /** How often a request is made before it has failed. */
  attempts?: number;
}

/** Files in a bucket of an S3-compatible store. Throws Unavailable (FILE_STORE_UNAVAILABLE) when that fails. */
export class S3FileStore extends FileStore {
  readonly #log = new Logger('Storage');
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor({ bucket, region, endpoint, credentials, timeoutMs = 10_000, attempts = 3 }: S3Options) {
    super();
    this.#bucket = bucket;
    this.#client = new S3Client({
      region,
      maxAttempts: attempts,
      requestHandler: { connectionTimeout: timeoutMs, requestTimeout: timeoutMs, throwOnRequestTimeout: true },
      // Stores other than Amazon's rarely have a host name per bucket, and not all know its newer checksums.
      ...(endpoint === undefined
        ? {}
        : {
            endpoint,
            forcePathStyle: true,
            requestChecksumCalculation: 'WHEN_REQUIRED',
            responseChecksumValidation: 'WHEN_REQUIRED',
          }),
      // The client writes into what it is given.
      ...(credentials === undefined ? {} : { credentials: { ...credentials } }),
    });
  }

  async put(key: string, bytes: Uint8Array, contentType: string): Promise<void> {
    if (!isKey(key)) throw new Error(`${JSON.stringify(key)} is no key of a file`);
    await this.#client
      .send(new PutObjectCommand({ Bucket: this.#bucket, Key: key, Body: bytes, ContentType: contentType }))
      .catch((error: unknown) => this.#unavailable(error));
  }

  async open(key: string): Promise<StoredFile | undefined> {
    if (!isKey(key)) return undefined;
    try {
      const found = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key }));
      if (!found.Body) return undefined;
      return { size: found.ContentLength ?? 0, etag: found.ETag ?? '', content: found.Body as Readable };
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      return this.#unavailable(error);
    }
  }

  /** What the store says is for whoever runs the server. */
  #unavailable(error: unknown): never {
    const { httpStatusCode: status } = (error as { $metadata?: { httpStatusCode?: number } }).$metadata ?? {};
    this.#log.warn(`the bucket ${this.#bucket} could not be used: ${String(error)}${status ? ` (${status})` : ''}`);
    throw new Unavailable('FILE_STORE_UNAVAILABLE', 'Files cannot be stored or read now. Try again in a moment');
  }
}
