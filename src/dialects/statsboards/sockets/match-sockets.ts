import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Feed, type FrameQueue, UpgradeRouter } from '#realtime/index.js';
import { readMessage } from './client-message.js';
import * as messages from './match-messages.js';
import type { MatchRoom } from './match-room.js';
import { MatchRooms } from './match-rooms.js';
import { type Connection, type Seat, SocketDoor } from './socket-door.js';

const PATH = '/api/matches/ws/id/:match_id(^\\d{1,10}$)/:client_id';
const PING_EVERY_MS = 30_000;
/** As documented: who has heard nothing but pings for so long is let go. */
const IDLE_MS = 12 * 60 * 60 * 1_000;
const IDLE = { code: 1000, reason: 'Nothing has happened for 12 hours' };

interface Client {
  queue: FrameQueue;
  room: MatchRoom;
  /** Monotonic time. */
  joinedAt: number;
}

/**
 * The documented socket of a match. A client is a socket: several with one client id, as the tabs of one browser have,
 * are several clients.
 */
@Injectable()
export class MatchSockets implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #clients = new Set<Client>();
  #pings: NodeJS.Timeout | undefined;

  constructor(
    private readonly router: UpgradeRouter,
    private readonly feed: Feed,
    private readonly matches: MatchRooms,
    private readonly door: SocketDoor,
  ) {}

  onApplicationBootstrap(): void {
    this.router.register(PATH, (upgrade) =>
      this.door.open(upgrade, this.matches.rooms, (connection, room) => this.#seat(connection, room)),
    );
    this.feed.onRefresh((matchId, topic) => this.matches.rooms.find(matchId)?.refresh(topic));
    this.#pings = setInterval(() => this.ping(performance.now()), PING_EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.#pings);
  }

  /** Sends every client a ping, and lets go whom nothing has been told for 12 hours at this monotonic time. */
  ping(now: number): void {
    const frame = messages.ping(Date.now());
    for (const { queue, room, joinedAt } of this.#clients) {
      if (now - Math.max(joinedAt, room.lastMessageAt) >= IDLE_MS) queue.close(IDLE);
      else queue.send('ping', frame);
    }
  }

  /** Clients only answer pings. Whatever else they send is no matter. */
  #seat({ queue }: Connection, room: MatchRoom): Seat {
    const client = { queue, room, joinedAt: performance.now() };
    room.join(queue);
    this.#clients.add(client);
    return {
      receive: (data, isBinary) => {
        const message = readMessage(data, isBinary);
        if (message?.['type'] === 'ping') queue.send('pong', messages.pong(message['timestamp']));
      },
      leave: () => {
        room.leave(queue);
        this.#clients.delete(client);
      },
    };
  }
}
