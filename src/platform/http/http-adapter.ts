import { BadRequestException, NotFoundException } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDeeperThan } from './json-depth.js';
import { isWellFormedJson } from './well-formed.js';

/** Levels of a JSON body. What reads bodies into classes calls itself for each, and ends with the stack at about 1,500. */
const DEEPEST_BODY = 100;

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

  /** An address that is wrong before a route is looked for, told like everything else: what cannot be decoded is nowhere. */
  readonly answerFrameworkError: ErrorHandler = (error, request, reply) => {
    const isUnreadable = (error as { code?: unknown }).code === 'FST_ERR_BAD_URL';
    const told = isUnreadable ? new NotFoundException(`Cannot ${request.method} ${request.url}`) : error;
    return this.#handler(told, request, reply);
  };

  /** Many clients send `Content-Type: application/json` with everything, a DELETE too: no bytes are no body. */
  override registerParserMiddleware(prefix?: string, rawBody?: boolean): void {
    const fastify = this.getInstance();
    const parse = fastify.getDefaultJsonParser('error', 'error');
    const { bodyLimit } = fastify.initialConfig;
    this.useBodyParser('application/json', rawBody === true, { bodyLimit }, (request, body, done) => {
      if (body.length === 0) done(null, undefined);
      else if (isDeeperThan(body, DEEPEST_BODY)) done(new BadRequestException('The body is nested too deeply'));
      else
        parse(request, body as unknown as string, (error, value) => {
          if (error || isWellFormedJson(body, value)) done(error, value);
          else done(new BadRequestException('A text of the body contains half of a surrogate pair'));
        });
    });
    super.registerParserMiddleware(prefix, rawBody);
  }

  /** An answer that is null is the JSON text `null`, not an empty body. */
  override reply(reply: FastifyReply, body: unknown, statusCode?: number): ReturnType<FastifyAdapter['reply']> {
    if (body !== null) return super.reply(reply, body, statusCode);
    return super.reply(reply.type(JSON_TYPE), 'null', statusCode);
  }
}
