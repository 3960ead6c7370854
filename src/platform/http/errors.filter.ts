import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { STATUS_CODES } from 'node:http';
import { DomainError, type ErrorKind } from '#core/kernel/domain-error.js';
import { temporaryFailure } from '#platform/database/temporary-failure.js';
import { errorShapeOf } from './error-shapes.js';

const STATUS: Record<ErrorKind, number> = {
  'not-found': 404,
  conflict: 409,
  invalid: 400,
  forbidden: 403,
  unauthenticated: 401,
  exhausted: 429,
  unavailable: 503,
};

/**
 * Answers whatever no dialect has shaped: unknown paths, malformed bodies, and failures of our own routes. Below a
 * contract's paths in that contract's form, elsewhere with RFC 9457 problem details. What is not ours to explain is
 * logged and told as an internal error.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log = new Logger('HTTP');

  catch(error: unknown, host: ArgumentsHost): void {
    // GraphQL formats its own errors.
    if (host.getType<string>() !== 'http') throw error;
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { status, detail, code } = this.#describe(error, request.id);
    if (reply.sent) return;
    const shape = errorShapeOf(request.url);
    if (shape) {
      const { contentType, body, status: own } = shape({ status, detail, code, requestId: request.id });
      void reply
        .status(own ?? status)
        .type(contentType)
        .send(body);
      return;
    }
    void reply
      .status(status)
      .type('application/problem+json')
      .send({
        type: 'about:blank',
        title: STATUS_CODES[status] ?? 'Error',
        status,
        detail,
        code,
        requestId: request.id,
      });
  }

  #describe(error: unknown, requestId: string): { status: number; detail: string; code: string } {
    if (error instanceof DomainError) return { status: STATUS[error.kind], detail: error.message, code: error.code };
    if (error instanceof HttpException) {
      return { status: error.getStatus(), detail: error.message, code: codeOf(error.getStatus()) };
    }
    // Fastify's own refusals (malformed JSON, body too large) carry a client status and a harmless message.
    const status = (error as { statusCode?: unknown }).statusCode;
    if (typeof status === 'number' && status >= 400 && status < 500) {
      return { status, detail: (error as Error).message, code: codeOf(status) };
    }
    const stack = error instanceof Error ? error.stack : String(error);
    this.#log.error(`request ${requestId} failed`, stack);
    const temporary = temporaryFailure(error);
    if (temporary) return { status: STATUS[temporary.kind], detail: temporary.message, code: temporary.code };
    return { status: 500, detail: 'Internal server error', code: 'INTERNAL_SERVER_ERROR' };
  }
}

const codeOf = (status: number): string => (STATUS_CODES[status] ?? 'error').toUpperCase().replace(/\W+/g, '_');
