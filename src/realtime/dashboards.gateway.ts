import { type BeforeApplicationShutdown, Inject } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayConnection,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
} from '@nestjs/websockets';
import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import { DomainError, Invalid } from '#core/kernel/domain-error.js';
import { type FeedItem, parseCursor, type Position } from './feed.js';
import { Hub } from './hub.js';
import { REALTIME_OPTIONS, type RealtimeOptions } from './realtime-options.js';
import { type RoomClient, RoomFeeds } from './room-feeds.js';

/** Answer to `subscribe` and `unsubscribe`. */
export type Acknowledgement =
  { ok: true; matchId: number; version: number } | { ok: false; error: { code: string; message: string } };

type Client = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, { waitingBytes: number }>;

const ROOM = 'match:';
const SWEEP_MS = 250;

/**
 * Live dashboards on socket.io. `subscribe {matchId, after?}` joins the room of a match; items arrive as `feed`
 * events: first the snapshot, or what followed `after`, then everything that happens. An item is encoded once per
 * room, not per client.
 */
@WebSocketGateway({ path: '/socket.io', destroyUpgrade: false, serveClient: false })
export class DashboardsGateway
  implements OnGatewayInit<Server>, OnGatewayConnection<Client>, BeforeApplicationShutdown
{
  @WebSocketServer()
  private server: Server;

  readonly #rooms: RoomFeeds;
  #sweeping = false;

  constructor(
    hub: Hub,
    @Inject(REALTIME_OPTIONS) private readonly limits: RealtimeOptions,
  ) {
    this.#rooms = new RoomFeeds(hub, {
      emit: (matchId, item) => this.#emit(matchId, item),
      isEmpty: (matchId) => !this.server.of('/').adapter.rooms.has(ROOM + matchId),
    });
  }

  afterInit(server: Server): void {
    server.of('/').adapter.on('delete-room', (name: string) => {
      if (name.startsWith(ROOM)) this.#rooms.closeIfEmpty(Number(name.slice(ROOM.length)));
    });
    server.engine.opts.maxHttpBufferSize = this.limits.maxMessageBytes;
    server.engine.opts.allowRequest = (request, decide) =>
      decide(null, this.limits.originAllowed(request.headers.origin, request.headers.host));
  }

  handleConnection(client: Client): void {
    countWaiting(client);
  }

  @SubscribeMessage('subscribe')
  async subscribe(@ConnectedSocket() client: Client, @MessageBody() body: unknown): Promise<Acknowledgement> {
    try {
      const { matchId, after } = readSubscription(body);
      if (client.rooms.size > this.limits.maxSubscriptions) {
        throw new Invalid('matchId', `At most ${this.limits.maxSubscriptions} matches on one connection`);
      }
      await client.leave(ROOM + matchId);
      return {
        ok: true,
        matchId,
        version: await this.#rooms.join(matchId, roomClient(client, matchId, this.limits.maxQueueBytes), after),
      };
    } catch (error) {
      return { ok: false, error: describe(error) };
    }
  }

  @SubscribeMessage('unsubscribe')
  async unsubscribe(@ConnectedSocket() client: Client, @MessageBody() body: unknown): Promise<Acknowledgement> {
    try {
      const { matchId } = readSubscription(body);
      await client.leave(ROOM + matchId);
      return { ok: true, matchId, version: 0 };
    } catch (error) {
      return { ok: false, error: describe(error) };
    }
  }

  beforeApplicationShutdown(): void {
    this.server.disconnectSockets(true);
  }

  #emit(matchId: number, item: FeedItem): void {
    this.server.to(ROOM + matchId).emit('feed', item);
    this.#sweep();
  }

  /** socket.io bounds nothing: whoever has more than the bound waiting is disconnected. At most every 250 ms. */
  #sweep(): void {
    if (this.#sweeping) return;
    this.#sweeping = true;
    setTimeout(() => {
      this.#sweeping = false;
      for (const client of this.server.of('/').sockets.values()) {
        if (client.data.waitingBytes > this.limits.maxQueueBytes) client.conn.close(true);
      }
    }, SWEEP_MS).unref();
  }
}

function roomClient(client: Client, matchId: number, maxBytes: number): RoomClient {
  return {
    emit: (item) => client.emit('feed', item),
    get full() {
      return client.data.waitingBytes > maxBytes / 2;
    },
    drained: () =>
      new Promise((resolve) => {
        if (!client.connected || client.data.waitingBytes === 0) return resolve();
        client.conn.once('flush', () => resolve());
        client.conn.once('close', () => resolve());
      }),
    get gone() {
      return !client.connected;
    },
    join: () => client.join(ROOM + matchId),
  };
}

/** Counts what engine.io keeps for a client while its transport is busy. */
function countWaiting(client: Client): void {
  client.data.waitingBytes = 0;
  client.conn.on('packetCreate', ({ data }: { data?: unknown }) => {
    client.data.waitingBytes +=
      typeof data === 'string' ? data.length : data instanceof Uint8Array ? data.byteLength : 0;
  });
  client.conn.on('flush', () => (client.data.waitingBytes = 0));
}

function readSubscription(body: unknown): { matchId: number; after: Position | undefined } {
  const { matchId, after } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const id = typeof matchId === 'string' && /^\d{1,9}$/.test(matchId) ? Number(matchId) : matchId;
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || id <= 0) {
    throw new Invalid('matchId', 'Send { matchId: <number>, after?: <cursor> }');
  }
  if (after !== undefined && after !== null && typeof after !== 'string') {
    throw new Invalid('after', 'A cursor is a string', 'INVALID_CURSOR');
  }
  return { matchId: id, after: after ? parseCursor(after, id) : undefined };
}

function describe(error: unknown): { code: string; message: string } {
  if (error instanceof DomainError) return { code: error.code, message: error.message };
  return { code: 'INTERNAL_SERVER_ERROR', message: 'Internal server error' };
}
