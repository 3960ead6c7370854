import { Global, Module } from '@nestjs/common';
import { join } from 'node:path';
import { CONFIG } from '#platform/config/config.token.js';
import type { Config } from '#platform/config/index.js';
import { FileStore } from './file-store.js';
import { LocalFileStore } from './local-file-store.js';
import { StoredFilesController } from './stored-files.controller.js';

/** The store of uploaded files: a bucket when one is configured, otherwise a folder below DATA_DIR. */
@Global()
@Module({
  controllers: [StoredFilesController],
  providers: [{ provide: FileStore, inject: [CONFIG], useFactory: openFileStore }],
  exports: [FileStore],
})
export class StorageModule {}

async function openFileStore({ dataDir, uploads }: Config): Promise<FileStore> {
  if (!uploads.s3) return new LocalFileStore(join(dataDir, 'uploads'));
  // The client is large: only those who use it wait for it.
  const { S3FileStore } = await import('./s3-file-store.js');
  return new S3FileStore(uploads.s3);
}
