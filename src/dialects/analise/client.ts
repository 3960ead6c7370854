import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** Who waits for an answer. */
export interface Client {
  /** Aborts when the client leaves before it has its answer. */
  readonly signal: AbortSignal;
}

/** Watches the connection once somebody wants to know: most answers are there before anybody could leave. */
class HttpClient implements Client {
  #gone: AbortController | undefined;

  constructor(private readonly response: FastifyReply['raw']) {}

  get signal(): AbortSignal {
    if (this.#gone) return this.#gone.signal;
    const gone = (this.#gone = new AbortController());
    const leave = (): void => {
      if (!this.response.writableEnded) gone.abort();
    };
    if (this.response.destroyed) leave();
    else this.response.once('close', leave);
    return gone.signal;
  }
}

/** The client of the request, as a parameter of a controller. */
export const ThisClient = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Client =>
    new HttpClient(context.switchToHttp().getResponse<FastifyReply>().raw),
);
