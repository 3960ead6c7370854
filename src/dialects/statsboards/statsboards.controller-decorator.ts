import {
  applyDecorators,
  type CallHandler,
  Controller,
  type ExecutionContext,
  HttpCode,
  type NestInterceptor,
  RequestMethod,
  UseFilters,
  UseGuards,
  UseInterceptors,
  UsePipes,
} from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA } from '@nestjs/common/constants.js';
import { ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { AccessGuard } from '#platform/auth/access.guard.js';
import { StatsboardsErrorFilter } from './statsboards.errors.js';
import { statsboardsPipe } from './statsboards.pipe.js';
import { ErrorResponse } from './statsboards.schema.js';

/** An answer that is null is the JSON text `null`, not an empty body. */
class NullAnswers implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((answer: unknown) => {
        if (answer !== null) return answer;
        void reply.type('application/json; charset=utf-8');
        return 'null';
      }),
    );
  }
}

/** In this contract a POST answers 200, unless its handler says otherwise. */
const postsAnswer200: ClassDecorator = (controller) => {
  const prototype = controller.prototype as object;
  for (const name of Object.getOwnPropertyNames(prototype)) {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
    const handler = descriptor?.value as object | undefined;
    if (!descriptor || typeof handler !== 'function') continue;
    if (Reflect.getMetadata(METHOD_METADATA, handler) !== RequestMethod.POST) continue;
    if (Reflect.getMetadata(HTTP_CODE_METADATA, handler) === undefined) HttpCode(200)(prototype, name, descriptor);
  }
};

/** A controller of this contract below `/api/<path>`: its guard, pipe, interceptor and errors. */
export function StatsboardsController({ path, tag }: { path: string; tag: string }): ClassDecorator {
  return applyDecorators(
    postsAnswer200,
    Controller(`api/${path}`),
    UseGuards(AccessGuard),
    UsePipes(statsboardsPipe()),
    UseInterceptors(new NullAnswers()),
    UseFilters(new StatsboardsErrorFilter()),
    ApiTags(tag),
    ApiUnprocessableEntityResponse({
      description: 'A value cannot be used; `detail` names the field',
      type: ErrorResponse,
    }),
  );
}
