import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

const JSON_TYPE = 'application/json; charset=utf-8';

type Handler = Parameters<FastifyAdapter['setErrorHandler']>[0];
type ErrorHandler = (error: unknown, request: FastifyRequest, reply: FastifyReply) => unknown;

/**
 * A route keeps the error handler that is set when Fastify finishes it, and that may be before Nest sets its own (a
 * module that registers a plugin in its init hook is enough). So one is set from the beginning, and Nest's is called.
 */
export class HttpAdapter extends FastifyAdapter {
  #handler: ErrorHandler = (error) => {
    throw error;
  };

  /** Sets the handler that stays, before the first route. */
  handleErrorsFromTheBeginning(): void {
    this.getInstance().setErrorHandler((error, request, reply) => this.#handler(error, request, reply));
  }

  override setErrorHandler(handler: Handler): ReturnType<FastifyAdapter['setErrorHandler']> {
    this.#handler = handler as ErrorHandler;
    return this.getInstance() as ReturnType<FastifyAdapter['setErrorHandler']>;
  }

  /** An answer that is null is the JSON text `null`, not an empty body. */
  override reply(reply: FastifyReply, body: unknown, statusCode?: number): ReturnType<FastifyAdapter['reply']> {
    if (body !== null) return super.reply(reply, body, statusCode);
    return super.reply(reply.type(JSON_TYPE), 'null', statusCode);
  }
}
