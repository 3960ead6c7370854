import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { WebSocket } from 'ws';
import { CLOSE } from './close-codes.js';
import { closeWithin } from './upgrade-router.js';

/** What a client asks with a `subscribe` message. */
export interface Request {
  query: string;
  operationName?: string | undefined;
  variables?: Record<string, unknown> | undefined;
}

/** Runs requests for connections; knows GraphQL and nothing of the protocol. */
export interface Executor {
  /** A stream of encoded results, or the errors that refuse the request. */
  run(
    request: Request,
    connection: { params: unknown; onOverflow: () => void },
  ): Promise<AsyncIterator<Buffer, undefined> | readonly GraphQLError[]>;
  format(error: unknown): GraphQLFormattedError;
}

export interface ConnectionLimits {
  maxSubscriptions: number;
  /** Bytes in the socket before we stop taking from the stream and let its outbox fill. */
  highWaterBytes: number;
  initTimeoutMs: number;
}

type Message = { type?: unknown; id?: unknown; payload?: unknown };

/** How long a client may take to read what is on its way and learn why it is closed. */
const CLOSE_GRACE_MS = 5_000;

/**
 * One connection of the graphql-transport-ws protocol (github.com/enisdenjo/graphql-ws, PROTOCOL.md). Our own, because
 * results are encoded once for all connections and only the client's id is put around them (docs/adr/0005).
 */
export class GraphqlConnection {
  #state: 'new' | 'acknowledged' = 'new';
  #params: unknown;
  /** By the client's id, which it may use again at once after `complete`. */
  readonly #active = new Map<string, { stream?: AsyncIterator<Buffer, undefined> }>();
  readonly #initTimer: NodeJS.Timeout;

  private constructor(
    private readonly socket: WebSocket,
    private readonly executor: Executor,
    private readonly limits: ConnectionLimits,
  ) {
    this.#initTimer = setTimeout(() => this.#close(CLOSE.initTimeout), limits.initTimeoutMs);
    socket.on('message', (data: Buffer) => this.#receive(data.toString()));
    socket.on('close', () => this.#end());
  }

  /** Serves the socket from now until it closes. */
  static serve(socket: WebSocket, executor: Executor, limits: ConnectionLimits): GraphqlConnection {
    return new GraphqlConnection(socket, executor, limits);
  }

  #receive(text: string): void {
    let message: Message;
    try {
      message = JSON.parse(text) as Message;
    } catch {
      return this.#close(CLOSE.badMessage);
    }
    if (typeof message !== 'object' || message === null) return this.#close(CLOSE.badMessage);
    switch (message.type) {
      case 'connection_init':
        if (this.#state !== 'new') return this.#close(CLOSE.tooManyInits);
        clearTimeout(this.#initTimer);
        this.#state = 'acknowledged';
        this.#params = message.payload;
        return this.#send({ type: 'connection_ack' });
      case 'ping':
        return this.#send({ type: 'pong', ...(message.payload === undefined ? {} : { payload: message.payload }) });
      case 'pong':
        return;
      case 'subscribe':
        return this.#subscribe(message);
      case 'complete':
        if (typeof message.id !== 'string') return this.#close(CLOSE.badMessage);
        return this.#stop(message.id);
      default:
        return this.#close(CLOSE.badMessage);
    }
  }

  #subscribe({ id, payload }: Message): void {
    if (this.#state !== 'acknowledged') return this.#close(CLOSE.unauthorized);
    if (typeof id !== 'string' || id === '' || !isRequest(payload)) return this.#close(CLOSE.badMessage);
    if (this.#active.has(id))
      return this.#close({ code: 4409, reason: `Subscriber for ${id} already exists`.slice(0, 120) });
    if (this.#active.size >= this.limits.maxSubscriptions) {
      const message = `At most ${this.limits.maxSubscriptions} subscriptions on one connection`;
      return this.#send({ id, type: 'error', payload: [{ message, extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } }] });
    }
    void this.#pump(id, payload);
  }

  async #pump(id: string, request: Request): Promise<void> {
    const own: { stream?: AsyncIterator<Buffer, undefined> } = {};
    const current = (): boolean => this.#active.get(id) === own;
    this.#active.set(id, own);
    try {
      const onOverflow = (): void => this.#close(CLOSE.slow);
      const stream = await this.executor.run(request, { params: this.#params, onOverflow });
      // The client completed it, or left, while it was prepared.
      if (!current()) return void ('next' in stream && stream.return?.());
      if (!('next' in stream)) return this.#fail(id, stream);
      own.stream = stream;
      const head = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
      for (let step = await stream.next(); !step.done; step = await stream.next()) {
        if (!current()) return;
        await this.#write(Buffer.concat([head, step.value, TAIL]));
      }
      if (!current()) return;
      this.#active.delete(id);
      this.#send({ id, type: 'complete' });
    } catch (error) {
      if (current()) this.#fail(id, [error]);
    }
  }

  /** Waits when the socket is full: then the stream is not read and its bound counts. */
  #write(frame: Buffer): Promise<void> | void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount < this.limits.highWaterBytes) return this.socket.send(frame, { binary: false });
    return new Promise((resolve) => this.socket.send(frame, { binary: false }, () => resolve()));
  }

  #fail(id: string, errors: readonly unknown[]): void {
    this.#active.delete(id);
    this.#send({ id, type: 'error', payload: errors.map((error) => this.executor.format(error)) });
  }

  #stop(id: string): void {
    const stopped = this.#active.get(id);
    this.#active.delete(id);
    void stopped?.stream?.return?.();
  }

  #send(message: Record<string, unknown>): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(JSON.stringify(message));
  }

  #close(why: { code: number; reason: string }): void {
    this.#end();
    void closeWithin(this.socket, why, CLOSE_GRACE_MS);
  }

  #end(): void {
    clearTimeout(this.#initTimer);
    for (const id of this.#active.keys()) this.#stop(id);
  }
}

const TAIL = Buffer.from('}');

function isRequest(payload: unknown): payload is Request {
  if (typeof payload !== 'object' || payload === null) return false;
  const { query, operationName, variables } = payload as Record<string, unknown>;
  return (
    typeof query === 'string' &&
    (operationName === undefined || operationName === null || typeof operationName === 'string') &&
    (variables === undefined || variables === null || (typeof variables === 'object' && !Array.isArray(variables)))
  );
}
