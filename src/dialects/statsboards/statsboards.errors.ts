import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, type ErrorKind, Invalid, NotFound } from '#core/kernel/domain-error.js';
import { temporaryFailure } from '#platform/database/temporary-failure.js';
import { type ErrorShape, shapeErrorsBelow } from '#platform/http/error-shapes.js';
import type { FieldProblem } from './statsboards.schema.js';

/** A body, query or path with values that cannot be used. */
export class ValidationFailed extends Error {
  constructor(readonly problems: readonly FieldProblem[]) {
    super(problems[0]?.message ?? 'invalid request');
  }
}

const STATUS: Record<ErrorKind, number> = {
  'not-found': 404,
  conflict: 409,
  invalid: 422,
  forbidden: 403,
  unauthenticated: 401,
  exhausted: 429,
  unavailable: 503,
};

/** Errors for which the document's own table says 400. */
const BAD_REQUESTS: ReadonlySet<string> = new Set([
  'USERNAME_TAKEN',
  'EMAIL_TAKEN',
  'UNSUPPORTED_PICTURE',
  'WRONG_PASSWORD',
  'ROLE_NAME_TAKEN',
  'ROLE_IN_USE',
  'ROLE_ALREADY_ASSIGNED',
  'ROLE_NOT_ASSIGNED',
]);

interface Answer {
  status: number;
  body: { detail: string; errors?: readonly FieldProblem[]; success?: false; request_id?: string };
  headers?: Record<string, string>;
}

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

const invalid = (errors: readonly FieldProblem[]): Answer => ({
  status: 422,
  body: { detail: `Validation error: ${errors[0]?.message ?? 'invalid request'}`, errors },
});

/** The contract names fields in snake case. */
function problemOf({ message, params }: Invalid): FieldProblem {
  const field = String(params['field']);
  return { field: snakeCase(field), message: message.replaceAll(field, snakeCase(field)) };
}

function answerOf(error: DomainError): Answer {
  if (error instanceof Invalid && !BAD_REQUESTS.has(error.code)) return invalid([problemOf(error)]);
  const status = BAD_REQUESTS.has(error.code) ? 400 : STATUS[error.kind];
  const detail = error instanceof NotFound ? error.message.replace('does not exist', 'not found') : error.message;
  const retryAfter = error.params['retryAfterSeconds'];
  return {
    status,
    body: { detail },
    headers: {
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    },
  };
}

/** Gives every failure of a controller the contract's form: `{"detail": "..."}`. */
@Catch()
export class StatsboardsErrorFilter implements ExceptionFilter {
  readonly #log = new Logger('Statsboards');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    const { status, body, headers = {} } = this.#answer(error, request.id);
    void reply.status(status).headers(headers).type('application/json; charset=utf-8').send(body);
  }

  #answer(error: unknown, requestId: string): Answer {
    if (error instanceof ValidationFailed) return invalid(error.problems);
    if (error instanceof DomainError) return answerOf(error);
    if (error instanceof HttpException && error.getStatus() < 500) {
      return { status: error.getStatus(), body: { detail: error.message } };
    }
    // Multipart and other plugins of the server refuse with a client status and a harmless message.
    const status = (error as { statusCode?: unknown } | null)?.statusCode;
    if (typeof status === 'number' && status >= 400 && status < 500) {
      return { status, body: { detail: (error as Error).message } };
    }
    this.#log.error(`request ${requestId} failed`, error instanceof Error ? error.stack : String(error));
    const temporary = temporaryFailure(error);
    if (temporary) return answerOf(temporary);
    return { status: 500, body: { detail: 'Internal server error', success: false, request_id: requestId } };
  }
}

/** A body that cannot be read never reaches a controller; the contract counts it as a validation error. */
const shape: ErrorShape = ({ status, detail }) => {
  const answer =
    status === 400 ? invalid([{ field: 'body', message: `body: ${detail}` }]) : { status, body: { detail } };
  return { ...answer, contentType: 'application/json; charset=utf-8' };
};

/** Unknown paths below `/api` answer in this form, but for those of the other contract there. */
export function shapeStatsboardsErrors(): void {
  shapeErrorsBelow('/api', shape);
}
