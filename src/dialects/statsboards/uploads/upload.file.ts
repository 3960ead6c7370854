import { createParamDecorator, type ExecutionContext, PayloadTooLargeException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type GivenFile, MAX_UPLOAD_BYTES } from '#modules/uploads/index.js';
import { ValidationFailed } from '../statsboards.errors.js';

/** What a form may hold besides the file. */
const OVERHEAD_BYTES = 64 * 1024;

const tooLarge = (): Error => new PayloadTooLargeException(`File too large. Max size: ${MAX_UPLOAD_BYTES} bytes`);
const missing = (message: string): Error => new ValidationFailed([{ field: 'file', message: `file ${message}` }]);

async function readFile(request: FastifyRequest): Promise<GivenFile> {
  if (!request.isMultipart()) throw missing('must be sent as multipart/form-data');
  // Who announces too much need not send it.
  if (Number(request.headers['content-length'] ?? 0) > MAX_UPLOAD_BYTES + OVERHEAD_BYTES) throw tooLarge();
  try {
    return await firstFile(request);
  } catch (error) {
    if (error instanceof ValidationFailed) throw error;
    if ((error as { code?: unknown }).code === 'FST_REQ_FILE_TOO_LARGE') throw tooLarge();
    throw missing('could not be read');
  }
}

async function firstFile(request: FastifyRequest): Promise<GivenFile> {
  let found: GivenFile | undefined;
  for await (const part of request.files()) {
    const bytes = await part.toBuffer();
    if (part.fieldname === 'file') found ??= { name: part.filename ?? '', bytes };
  }
  if (!found) throw missing('is required');
  return found;
}

/** The field `file` of a multipart form: `@UploadedFile() file: GivenFile`. */
export const UploadedFile = createParamDecorator((_data: undefined, context: ExecutionContext) =>
  readFile(context.switchToHttp().getRequest<FastifyRequest>()),
);
