import { applyDecorators, type ArgumentsHost, BadRequestException, Catch, UseFilters } from '@nestjs/common';
import { ApiBadRequestResponse } from '@nestjs/swagger';
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

const answering400 = (description: string, ...classes: ErrorClass[]): MethodDecorator =>
  applyDecorators(
    UseFilters(new BadRequestFilter(classes)),
    ApiBadRequestResponse({ description, type: ErrorResponse }),
  );

/** Where the document's own table says 400 of values that cannot be used. */
export const InvalidIs400 = (): MethodDecorator => answering400('A value cannot be used', ValidationFailed, Invalid);

/** The same for what `crudController` posts. */
export const InvalidPostIs400 = (): ClassDecorator => (controller) => {
  const prototype = controller.prototype as object;
  InvalidIs400()(prototype, 'create', Object.getOwnPropertyDescriptor(prototype, 'create') ?? {});
};

/** Where the document's own table says 400 of a duplicate. */
export const ConflictIs400 = (): MethodDecorator => answering400('There is such a thing already', Conflict);
