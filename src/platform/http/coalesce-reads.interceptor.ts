import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { REDIRECT_METADATA } from '@nestjs/common/constants.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, map, type Observable } from 'rxjs';
import { CoalescedReads } from '#core/kernel/coalesced-reads.js';

const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * Makes and encodes one answer for equal GET requests that wait at the same time: for the same URL, asked with the same
 * credentials. Guards have let each of them in before. For routes whose answers depend on nothing else of a request.
 */
@Injectable()
export class CoalesceReads implements NestInterceptor {
  readonly #reads = new CoalescedReads<Buffer>();

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method, url, headers } = context.switchToHttp().getRequest<FastifyRequest>();
    const isRead = method === 'GET' || method === 'HEAD';
    if (!isRead || Reflect.hasMetadata(REDIRECT_METADATA, context.getHandler())) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const read = async (): Promise<Buffer> => encode(await lastValueFrom<unknown>(next.handle()));
    return from(this.#reads.ask(`${headers.authorization ?? ''} ${url}`, read)).pipe(
      map((bytes) => {
        void reply.type(JSON_TYPE);
        return bytes;
      }),
    );
  }
}

/** A handler may have encoded its answer itself. */
const encode = (answer: unknown): Buffer => (Buffer.isBuffer(answer) ? answer : Buffer.from(JSON.stringify(answer)));
