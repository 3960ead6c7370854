import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { InvalidParameters } from './analise.errors.js';

/** Reads query parameters into their class; the messages are the contract's own. */
export const analisePipe = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    stopAtFirstError: true,
    validationError: { target: false },
    exceptionFactory: (errors: ValidationError[]) =>
      new InvalidParameters(
        errors.map(({ property, constraints }) => ({
          parametro: property,
          mensagem: Object.values(constraints ?? {})[0] ?? `${property} inválido`,
        })),
      ),
  });
