import { Inject, Injectable, Logger } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import { CLOSE, FrameQueue, REALTIME_OPTIONS, type RealtimeOptions, type Upgrade } from '#realtime/index.js';
import { found } from './match-surroundings.js';
import type { Rooms } from './rooms.js';
import { SocketCallers } from './socket-callers.js';

/** A client's socket. */
export interface Connection {
  socket: WebSocket;
  queue: FrameQueue;
  request: IncomingMessage;
  query: URLSearchParams;
}

/** What a client's socket does in its room. */
export interface Seat {
  receive(data: unknown, isBinary: boolean): void;
  leave(): void;
}

const LARGEST_ID = 2_147_483_647;
/** Messages of a client whose room is not open yet. */
const MAX_EARLY = 100;
/** The database could not be read. Reconnecting later will do. */
const UNAVAILABLE = { code: 1013, reason: 'The match cannot be read now: reconnect in a moment' };
const TOO_MANY = { code: 1008, reason: 'Too many messages at once' };

/** Lets clients into the rooms of their matches. */
@Injectable()
export class SocketDoor {
  readonly #log = new Logger('StatsboardsSockets');

  constructor(
    private readonly callers: SocketCallers,
    @Inject(REALTIME_OPTIONS) private readonly limits: RealtimeOptions,
  ) {}

  /** Completes a handshake and seats the client in the room of its match; what it sends is its seat's business. */
  async open<Room>(
    { params, request, query, accept, refuse }: Upgrade,
    rooms: Rooms<Room>,
    take: (connection: Connection, room: Room) => Seat | Promise<Seat>,
  ): Promise<void> {
    const matchId = Number(params['match_id']);
    const viewing =
      matchId > LARGEST_ID ? undefined : await found(() => this.callers.admit(matchId, { request, query }));
    if (viewing === undefined) return refuse(404, 'Not Found');
    // Of the connection, and not of the WebSocket: a handshake that is none never becomes one.
    request.socket.once('close', () => viewing.end());
    // A browser that offers subprotocols gives up when none of them is chosen.
    const [offered] = (request.headers['sec-websocket-protocol'] ?? '').split(',');
    const socket = await accept(offered?.trim() || undefined).catch(() => undefined);
    // The client has left meanwhile.
    if (socket === undefined) return viewing.end();
    const queue = new FrameQueue(socket, { maxItems: this.limits.maxQueueItems, maxBytes: this.limits.maxQueueBytes });
    viewing.onHidden(() => queue.close(CLOSE.hidden));
    const early: [data: unknown, isBinary: boolean][] = [];
    let seat: Seat | undefined;
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      if (seat !== undefined) seat.receive(data, isBinary);
      else if (early.push([data, isBinary]) > MAX_EARLY) queue.close(TOO_MANY);
    });
    try {
      const room = await rooms.enter(matchId);
      if (queue.closed) return rooms.leave(matchId);
      socket.once('close', () => {
        seat?.leave();
        rooms.leave(matchId);
      });
      seat = await take({ socket, queue, request, query }, room);
    } catch (error) {
      this.#log.warn(`cannot open match ${matchId}: ${(error as Error).message}`);
      return queue.close(UNAVAILABLE);
    }
    if (queue.closed) return seat.leave();
    for (const [data, isBinary] of early.splice(0)) seat.receive(data, isBinary);
  }
}
