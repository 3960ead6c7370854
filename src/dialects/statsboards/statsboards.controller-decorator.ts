import {
  applyDecorators,
  Controller,
  HttpCode,
  RequestMethod,
  UseFilters,
  UseGuards,
  UseInterceptors,
  UsePipes,
} from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA } from '@nestjs/common/constants.js';
import { ApiInternalServerErrorResponse, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { AccessGuard } from '#platform/auth/access.guard.js';
import { CoalesceReads } from '#platform/http/coalesce-reads.interceptor.js';
import { StatsboardsErrorFilter } from './statsboards.errors.js';
import { statsboardsPipe } from './statsboards.pipe.js';
import { ErrorResponse, FailureResponse } from './statsboards.schema.js';

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

/** A controller of this contract below `/api/<path>`: its guard, pipe and errors; equal reads share an answer. */
export function StatsboardsController({ path, tag }: { path: string; tag: string }): ClassDecorator {
  return applyDecorators(
    postsAnswer200,
    Controller(`api/${path}`),
    UseGuards(AccessGuard),
    UseInterceptors(CoalesceReads),
    UsePipes(statsboardsPipe()),
    UseFilters(new StatsboardsErrorFilter()),
    ApiTags(tag),
    ApiUnprocessableEntityResponse({
      description: 'A value cannot be used; `detail` names the field',
      type: ErrorResponse,
    }),
    ApiInternalServerErrorResponse({ description: 'Our fault; the log says more', type: FailureResponse }),
  );
}
