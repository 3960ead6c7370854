import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { WebSocket } from 'ws';
import { CLOSE } from './close-codes.js';
import { FrameSender } from './frame-sender.js';
import type { Taker } from './outbox.js';
import { closeWithin } from './upgrade-router.js';

/** What a client asks with a `subscribe` message. */
export interface Request {
  query: string;
  operationName?: string | undefined;
  variables?: Record<string, unknown> | undefined;
}

/** Encoded results, taken one after the other. */
export interface ResultStream {
  take(taker: Taker<Buffer>): void;
  /** Nobody takes any more. */
  stop(): void;
}

/** Runs requests for connections; knows GraphQL and nothing of the protocol. */
export interface Executor {
  /** A stream of encoded results, or the errors that refuse the request. */
  run(
    request: Request,
    connection: { params: unknown; onOverflow: () => void },
  ): Promise<ResultStream | readonly GraphQLError[]>;
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
  readonly #active = new Map<string, Subscriber>();
  readonly #sender: FrameSender;
  readonly #initTimer: NodeJS.Timeout;

  private constructor(
    private readonly socket: WebSocket,
    private readonly executor: Executor,
    private readonly limits: ConnectionLimits,
  ) {
    this.#sender = new FrameSender(socket);
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
    const own: Subscriber = {};
    this.#active.set(id, own);
    try {
      const onOverflow = (): void => this.#close(CLOSE.slow);
      const stream = await this.executor.run(request, { params: this.#params, onOverflow });
      // The client completed it, or left, while it was prepared.
      if (this.#active.get(id) !== own) return void ('take' in stream && stream.stop());
      if (!('take' in stream)) return this.#fail(id, stream);
      own.stream = stream;
      this.#follow(id, own, stream);
    } catch (error) {
      if (this.#active.get(id) === own) this.#fail(id, [error]);
    }
  }

  /** Writes one result after the other. Without promises: there are thousands of us for each thing that happens. */
  #follow(id: string, own: Subscriber, stream: ResultStream): void {
    const head = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
    let taking = false;
    let again = false;
    const take = (): void => {
      // Results that are there already are taken in a loop, not one within the other.
      again = true;
      if (taking) return;
      taking = true;
      while (again) {
        again = false;
        stream.take(taker);
      }
      taking = false;
    };
    const taker: Taker<Buffer> = {
      item: (body) => {
        if (own.stopped) return;
        const written = this.#write([head, body, TAIL]);
        if (written) void written.then(take);
        else take();
      },
      end: (failure) => {
        if (own.stopped) return;
        if (failure) return this.#fail(id, [failure.error]);
        this.#active.delete(id);
        this.#send({ id, type: 'complete' });
      },
    };
    take();
  }

  /** Waits when the socket is full: then the stream is not read and its bound counts. */
  #write(parts: readonly Buffer[]): Promise<void> | void {
    if (this.#sender.waitingBytes < this.limits.highWaterBytes) return void this.#sender.sendText(parts);
    return new Promise((resolve) => {
      if (!this.#sender.sendText(parts, () => resolve())) resolve();
    });
  }

  #fail(id: string, errors: readonly unknown[]): void {
    this.#active.delete(id);
    this.#send({ id, type: 'error', payload: errors.map((error) => this.executor.format(error)) });
  }

  #stop(id: string): void {
    const stopped = this.#active.get(id);
    this.#active.delete(id);
    if (stopped === undefined) return;
    stopped.stopped = true;
    stopped.stream?.stop();
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

interface Subscriber {
  stream?: ResultStream;
  stopped?: boolean;
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
