import {
  applyDecorators,
  type ArgumentsHost,
  BadRequestException,
  type CallHandler,
  Catch,
  type ExecutionContext,
  type NestInterceptor,
  UseFilters,
  UseInterceptors,
} from '@nestjs/common';
import { ApiBadRequestResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { catchError, type Observable } from 'rxjs';
import { Conflict, Invalid } from '#core/kernel/domain-error.js';
import { ErrorResponse } from './statsboards.schema.js';
import { StatsboardsErrorFilter, ValidationFailed } from './statsboards.errors.js';

type ErrorClass = abstract new (...args: never[]) => Error;

const asBadRequest = (error: unknown, classes: readonly ErrorClass[]): unknown => {
  if (!(error instanceof Error) || !classes.some((each) => error instanceof each)) return error;
  return new BadRequestException(
    error instanceof ValidationFailed ? `Validation error: ${error.message}` : error.message,
  );
};

/** For one handler: costs nothing while there is no error. */
@Catch()
class BadRequestFilter extends StatsboardsErrorFilter {
  constructor(private readonly classes: readonly ErrorClass[]) {
    super();
  }

  override catch(error: unknown, host: ArgumentsHost): void {
    super.catch(asBadRequest(error, this.classes), host);
  }
}

/** For a whole controller, but only what is posted. */
class BadPosts implements NestInterceptor {
  constructor(private readonly classes: readonly ErrorClass[]) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.switchToHttp().getRequest<FastifyRequest>().method !== 'POST') return next.handle();
    return next.handle().pipe(
      catchError((error: Error) => {
        throw asBadRequest(error, this.classes);
      }),
    );
  }
}

const answering400 = (description: string, ...classes: ErrorClass[]): MethodDecorator =>
  applyDecorators(
    UseFilters(new BadRequestFilter(classes)),
    ApiBadRequestResponse({ description, type: ErrorResponse }),
  );

/** Where the document's own table says 400 of values that cannot be used. */
export const InvalidIs400 = (): MethodDecorator => answering400('A value cannot be used', ValidationFailed, Invalid);

/** The same for the POST of a controller that is made elsewhere. */
export const InvalidPostIs400 = (): ClassDecorator => UseInterceptors(new BadPosts([ValidationFailed, Invalid]));

/** Where the document's own table says 400 of a duplicate. */
export const ConflictIs400 = (): MethodDecorator => answering400('There is such a thing already', Conflict);
