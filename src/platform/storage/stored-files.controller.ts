import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { extname } from 'node:path';
import { NotFound } from '#core/kernel/domain-error.js';
import { Public } from '../auth/public.js';
import { FileStore } from './file-store.js';

export const FILES_PATH = '/static/uploads';

const TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
};

const HEADERS = {
  // A stored file never changes.
  'cache-control': 'public, max-age=31536000, immutable',
  // Whatever is in it, opened as a page it can do nothing.
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  // Front ends of other hosts show these pictures.
  'cross-origin-resource-policy': 'cross-origin',
};

/** Uploaded pictures, whichever store they are in. Files of other kinds that lie there are not given out. */
@ApiExcludeController()
@Controller(FILES_PATH)
export class StoredFilesController {
  constructor(private readonly files: FileStore) {}

  @Public()
  @Get('*')
  async read(
    @Param('*') key: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const type = TYPES[extname(key).toLowerCase()];
    const file = type === undefined ? undefined : await this.files.open(key);
    if (!file) throw new NotFound('File', key);
    void reply.headers({ ...HEADERS, etag: file.etag });
    if (known?.split(/,\s*/).includes(file.etag)) {
      file.content.destroy();
      return void reply.status(304).send();
    }
    return void reply.type(type).header('content-length', file.size).send(file.content);
  }
}
