import {
  applyDecorators,
  BadRequestException,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { ApiBadRequestResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { catchError, type Observable } from 'rxjs';
import { Conflict, Invalid } from '#core/kernel/domain-error.js';
import { ErrorResponse } from './statsboards.schema.js';
import { ValidationFailed } from './statsboards.errors.js';

type ErrorClass = abstract new (...args: never[]) => Error;

class BadRequests implements NestInterceptor {
  constructor(
    private readonly classes: readonly ErrorClass[],
    private readonly method?: string,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method } = context.switchToHttp().getRequest<FastifyRequest>();
    if (this.method !== undefined && this.method !== method) return next.handle();
    return next.handle().pipe(
      catchError((error: Error) => {
        throw this.classes.some((each) => error instanceof each) ? badRequest(error) : error;
      }),
    );
  }
}

const badRequest = (error: Error): Error =>
  new BadRequestException(error instanceof ValidationFailed ? `Validation error: ${error.message}` : error.message);

const answering400 = (description: string, ...classes: ErrorClass[]): MethodDecorator & ClassDecorator =>
  applyDecorators(
    UseInterceptors(new BadRequests(classes)),
    ApiBadRequestResponse({ description, type: ErrorResponse }),
  );

/** Where the document's own table says 400 of values that cannot be used. */
export const InvalidIs400 = (): MethodDecorator & ClassDecorator =>
  answering400('A value cannot be used', ValidationFailed, Invalid);

/** The same for the POST of a controller that is made elsewhere. */
export const InvalidPostIs400 = (): ClassDecorator =>
  UseInterceptors(new BadRequests([ValidationFailed, Invalid], 'POST'));

/** Where the document's own table says 400 of a duplicate. */
export const ConflictIs400 = (): MethodDecorator => answering400('There is such a thing already', Conflict);
