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
import type { Server } from 'socket.io';
import { Invalid, NotFound } from '#core/kernel/domain-error.js';
import { HandshakeCallers } from '#platform/auth/handshake-callers.js';
import { OwnContext } from '#platform/database/own-context.js';
import { type DashboardClient, prepareClient, roomClient } from './dashboard-client.js';
import { DASHBOARD_STREAMS, type DashboardStream, describeRefusal, readRequest } from './dashboard-request.js';
import type { FeedItem, Position } from './feed.js';
import { Hub } from './hub.js';
import { LiveRooms } from './live/live-rooms.js';
import { LiveStreams } from './live/live-streams.js';
import type { LiveMessage } from './live/messages.js';
import { REALTIME_OPTIONS, type RealtimeOptions } from './realtime-options.js';
import { broadcast } from './room-broadcast.js';
import { RoomFeeds } from './room-feeds.js';
import { Viewers, type Viewing } from './viewers.js';

/** Answer to `subscribe` and `unsubscribe`. */
export type Acknowledgement =
  { ok: true; matchId: number; version: number } | { ok: false; error: { code: string; message: string } };

const SWEEP_MS = 250;
const ROOM = /^match:(\d+)(?::(\w+))?$/;
const roomOf = (matchId: number, stream: DashboardStream): string =>
  stream === 'feed' ? `match:${matchId}` : `match:${matchId}:${stream}`;

/**
 * Live dashboards on socket.io. `subscribe {matchId, after?, streams?}` joins a room of the match for each stream; its
 * messages arrive as events of its name: first the beginning, or what followed `after`, then everything that happens. A
 * message is made and encoded once per room, not per client.
 */
@WebSocketGateway({ path: '/socket.io', destroyUpgrade: false, serveClient: false })
export class DashboardsGateway
  implements OnGatewayInit<Server>, OnGatewayConnection<DashboardClient>, BeforeApplicationShutdown
{
  @WebSocketServer()
  private server: Server;

  readonly #feeds: RoomFeeds;
  readonly #live: LiveRooms;
  #sweeping = false;

  constructor(
    hub: Hub,
    streams: LiveStreams,
    private readonly viewers: Viewers,
    private readonly handshakes: HandshakeCallers,
    private readonly context: OwnContext,
    @Inject(REALTIME_OPTIONS) private readonly limits: RealtimeOptions,
  ) {
    this.#feeds = new RoomFeeds(hub, {
      emit: (matchId, item) => this.#emit(matchId, 'feed', item),
      isEmpty: (matchId) => this.#isEmpty(matchId, 'feed'),
    });
    this.#live = new LiveRooms(hub, streams, {
      emit: (matchId, name, message) => this.#emit(matchId, name, message),
      isEmpty: (matchId, name) => this.#isEmpty(matchId, name),
    });
  }

  afterInit(server: Server): void {
    server.of('/').adapter.on('delete-room', (room: string) => {
      const [, matchId, name = 'feed'] = ROOM.exec(room) ?? [];
      const stream = DASHBOARD_STREAMS.find((each) => each === name);
      if (matchId === undefined || stream === undefined) return;
      if (stream === 'feed') this.#feeds.closeIfEmpty(Number(matchId));
      else this.#live.closeIfEmpty(Number(matchId), stream);
    });
    server.engine.opts.maxHttpBufferSize = this.limits.maxMessageBytes;
    server.engine.opts.allowRequest = (request, decide) =>
      decide(null, this.limits.originAllowed(request.headers.origin, request.headers.host));
  }

  handleConnection(client: DashboardClient): void {
    prepareClient(client);
  }

  @SubscribeMessage('subscribe')
  async subscribe(@ConnectedSocket() client: DashboardClient, @MessageBody() body: unknown): Promise<Acknowledgement> {
    try {
      const { matchId, after, streams } = readRequest(body);
      if (client.rooms.size + streams.length - 1 > this.limits.maxSubscriptions) {
        throw new Invalid('matchId', `At most ${this.limits.maxSubscriptions} streams on one connection`);
      }
      let version = Infinity;
      for (const stream of streams) {
        this.#leave(client, roomOf(matchId, stream));
        version = Math.min(version, await this.#join(client, matchId, stream, after));
      }
      return { ok: true, matchId, version };
    } catch (error) {
      return { ok: false, error: describeRefusal(error) };
    }
  }

  @SubscribeMessage('unsubscribe')
  async unsubscribe(
    @ConnectedSocket() client: DashboardClient,
    @MessageBody() body: unknown,
  ): Promise<Acknowledgement> {
    try {
      const { matchId, streams } = readRequest(body);
      for (const stream of streams) this.#leave(client, roomOf(matchId, stream));
      return { ok: true, matchId, version: 0 };
    } catch (error) {
      return { ok: false, error: describeRefusal(error) };
    }
  }

  beforeApplicationShutdown(): void {
    this.server.disconnectSockets(true);
  }

  async #join(
    client: DashboardClient,
    matchId: number,
    stream: DashboardStream,
    after: Position | undefined,
  ): Promise<number> {
    const room = roomOf(matchId, stream);
    const viewing = await this.#admit(client, matchId, stream);
    const options = { event: stream, room, viewing, maxBytes: this.limits.maxQueueBytes };
    try {
      const version = await (stream === 'feed'
        ? this.#feeds.join(matchId, roomClient<FeedItem>(client, options), after)
        : this.#live.join(matchId, stream, roomClient<LiveMessage>(client, options), after));
      if (viewing.hidden) throw new NotFound('Match', matchId);
      return version;
    } catch (error) {
      if (client.data.viewings.get(room) === viewing) this.#leave(client, room);
      throw error;
    }
  }

  /** socket.io has no close codes: a stream that ends before its client ends it says so by an event. */
  async #admit(client: DashboardClient, matchId: number, stream: DashboardStream): Promise<Viewing> {
    const { headers, auth, query } = client.handshake;
    const token = [auth['token'], query['token']].find((given) => typeof given === 'string') as string | undefined;
    const visibility = await this.context.run(() =>
      this.handshakes.visibility({ authorization: headers.authorization, token }),
    );
    const viewing = await this.viewers.admit(matchId, visibility);
    const room = roomOf(matchId, stream);
    client.data.viewings.get(room)?.end();
    client.data.viewings.set(room, viewing);
    if (!client.connected) viewing.end();
    viewing.onHidden(() => {
      this.#leave(client, room);
      client.emit('ended', { matchId, stream, error: describeRefusal(new NotFound('Match', matchId)) });
    });
    return viewing;
  }

  #leave(client: DashboardClient, room: string): void {
    client.data.viewings.get(room)?.end();
    client.data.viewings.delete(room);
    void client.leave(room);
  }

  #isEmpty(matchId: number, stream: DashboardStream): boolean {
    return !this.server.of('/').adapter.rooms.has(roomOf(matchId, stream));
  }

  #emit(matchId: number, stream: DashboardStream, message: FeedItem | LiveMessage): void {
    broadcast(this.server.of('/'), roomOf(matchId, stream), stream, message);
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
