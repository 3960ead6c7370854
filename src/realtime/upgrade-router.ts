import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import FindMyWay from 'find-my-way';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { CLOSE } from './close-codes.js';
import { REALTIME_OPTIONS, type RealtimeOptions } from './realtime-options.js';
import { rememberTransport } from './frame-sender.js';

/** A client asks for a WebSocket on a registered path. */
export interface Upgrade {
  request: IncomingMessage;
  params: Record<string, string | undefined>;
  query: URLSearchParams;
  /** Completes the handshake. `subprotocol` must be one the client offered. */
  accept(subprotocol?: string): Promise<WebSocket>;
  /** Answers with an HTTP status instead of a WebSocket. */
  refuse(status: number, reason: string): void;
}

export type UpgradeHandler = (upgrade: Upgrade) => void | Promise<void>;

/** socket.io has its own listener on the same server and takes these itself. */
const SOCKET_IO = /^\/socket\.io(\/|$)/;
const PING_MS = 25_000;
const CLOSE_GRACE_MS = 1_000;

/**
 * The one owner of the HTTP server's `upgrade` event: every raw WebSocket and GraphQL subscription enters here by its
 * path. Unknown paths are answered 404 and destroyed; a socket has an error handler from its first moment, because an
 * unhandled `ECONNRESET` ends the process.
 */
@Injectable()
export class UpgradeRouter implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger('UpgradeRouter');
  readonly #routes = FindMyWay({ ignoreTrailingSlash: true, caseSensitive: true });
  readonly #handlers = new Map<string, UpgradeHandler>();
  readonly #sockets = new Map<WebSocket, { alive: boolean }>();
  readonly #server: WebSocketServer;
  #pings: NodeJS.Timeout | undefined;
  #draining = false;

  constructor(
    private readonly host: HttpAdapterHost,
    @Inject(REALTIME_OPTIONS) private readonly options: RealtimeOptions,
  ) {
    this.#server = new WebSocketServer({
      noServer: true,
      perMessageDeflate: false,
      maxPayload: options.maxMessageBytes,
      clientTracking: false,
      // Chosen by the handler through `accept`, carried over in the request's own header.
      handleProtocols: (offered) => offered.values().next().value ?? false,
    });
  }

  /** Open sockets of this process, socket.io's not counted. */
  get connections(): number {
    return this.#sockets.size;
  }

  /** Serves WebSockets on `path`, which may hold parameters (`/matches/:id(^\\d+)/stream`). */
  register(path: string, handler: UpgradeHandler): void {
    this.#routes.on('GET', path, () => undefined, { path });
    this.#handlers.set(path, handler);
  }

  /** Paths served, for the route ledger. */
  get paths(): string[] {
    return [...this.#handlers.keys()];
  }

  onApplicationBootstrap(): void {
    const server: Server = this.host.httpAdapter.getHttpServer();
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) =>
      this.#upgrade(request, socket, head),
    );
    this.#pings = setInterval(() => this.#ping(), PING_MS).unref();
  }

  /** Before the HTTP server is closed: it would wait for upgraded sockets for ever. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#draining = true;
    clearInterval(this.#pings);
    const open = [...this.#sockets.keys()];
    await Promise.all(open.map((socket) => closeWithin(socket, CLOSE.restart, CLOSE_GRACE_MS)));
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const url = URL.parse(request.url ?? '', 'ws://host');
    if (url && SOCKET_IO.test(url.pathname)) return;
    const refuse = (status: number, reason: string): void => {
      socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      // A client that never closes its side must not keep the socket.
      setTimeout(() => socket.destroy(), CLOSE_GRACE_MS).unref();
    };
    const route = url && this.#routes.find('GET', url.pathname);
    if (!url || !route) return refuse(404, 'Not Found');
    if (this.#draining) return refuse(503, 'Service Unavailable');
    if (this.#sockets.size >= this.options.maxConnections) return refuse(503, 'Too Many Connections');
    if (!this.options.originAllowed(request.headers.origin, request.headers.host)) return refuse(403, 'Forbidden');

    const accept = (subprotocol?: string): Promise<WebSocket> =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) return reject(new Error('the client left during the handshake'));
        if (subprotocol) request.headers['sec-websocket-protocol'] = subprotocol;
        else delete request.headers['sec-websocket-protocol'];
        this.#server.handleUpgrade(request, socket, head, (opened) => {
          rememberTransport(opened, socket);
          resolve(this.#track(opened));
        });
      });
    const handler = this.#handlers.get((route.store as { path: string }).path);
    Promise.resolve(handler?.({ request, params: route.params, query: url.searchParams, accept, refuse })).catch(
      (error: unknown) => {
        this.#log.error(`upgrade of ${url.pathname} failed`, error instanceof Error ? error.stack : String(error));
        socket.destroy();
      },
    );
  }

  #track(socket: WebSocket): WebSocket {
    const state = { alive: true };
    this.#sockets.set(socket, state);
    socket.on('error', () => socket.terminate());
    socket.on('pong', () => (state.alive = true));
    socket.on('close', () => this.#sockets.delete(socket));
    return socket;
  }

  /** One timer for all: a socket that did not answer the last ping is gone. */
  #ping(): void {
    for (const [socket, state] of this.#sockets) {
      if (!state.alive) {
        socket.terminate();
        continue;
      }
      state.alive = false;
      socket.ping();
    }
  }
}

/** Says goodbye, and hangs up when the other side does not. */
export function closeWithin(
  socket: WebSocket,
  { code, reason }: { code: number; reason: string },
  ms: number,
): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState === socket.CLOSED) return resolve();
    const timer = setTimeout(() => socket.terminate(), ms);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    socket.close(code, reason);
  });
}
