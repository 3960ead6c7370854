import { type ArgumentMetadata, type Type, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { ValidationFailed } from './statsboards.errors.js';
import type { FieldProblem } from './statsboards.schema.js';

/** Leaves what is in the path to the pipes that know how it is written. */
class StatsboardsPipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    return metadata.type === 'param' ? Promise.resolve(value) : super.transform(value, metadata);
  }
}

/**
 * Reads bodies and queries into their class. Fields the class does not know are dropped; what is wrong is told field by
 * field. `type` names the class where the parameter's own type does not.
 */
export const statsboardsPipe = (type?: Type): ValidationPipe =>
  new StatsboardsPipe({
    transform: true,
    whitelist: true,
    stopAtFirstError: true,
    validationError: { target: false },
    exceptionFactory: (errors: ValidationError[]) => new ValidationFailed(problemsOf(errors)),
    ...(type ? { expectedType: type } : {}),
  });

function problemsOf(errors: readonly ValidationError[], parent = ''): FieldProblem[] {
  return errors.flatMap(({ property, constraints, children }) => {
    const field = `${parent}${property}`;
    const message = Object.values(constraints ?? {})[0];
    return [
      ...(message === undefined ? [] : [{ field, message: parent + message }]),
      ...problemsOf(children ?? [], `${field}.`),
    ];
  });
}
