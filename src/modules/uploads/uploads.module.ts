import fastifyMultipart from '@fastify/multipart';
import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { StorageModule } from '#platform/storage/storage.module.js';
import { MAX_UPLOAD_BYTES } from './upload-limits.js';
import { UploadsService } from './uploads.service.js';

@Module({
  imports: [StorageModule],
  providers: [UploadsService],
  exports: [UploadsService],
})
export class UploadsModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  /** From now on requests may be forms with files. */
  async onModuleInit(): Promise<void> {
    const fastify = this.host.httpAdapter?.getInstance<FastifyInstance>();
    await fastify?.register(fastifyMultipart, {
      limits: { fileSize: MAX_UPLOAD_BYTES, files: 4, fields: 10, fieldSize: 1024, parts: 14, headerPairs: 20 },
    });
  }
}
