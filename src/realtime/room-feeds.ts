import type { FeedItem, Position } from './feed.js';
import type { Hub, Sink } from './hub.js';

/** What the rooms need of one client's connection. */
export interface RoomClient {
  emit(item: FeedItem): void;
  /** Much of what was emitted has not left yet. */
  readonly full: boolean;
  /** Resolves when what was emitted has left, or the client is gone. */
  drained(): Promise<void>;
  readonly gone: boolean;
  join(): void | Promise<void>;
}

export interface RoomServer {
  emit(matchId: number, item: FeedItem): void;
  isEmpty(matchId: number): boolean;
}

interface Room {
  /** Clients between their `subscribe` and their joining: the room must not close under them. */
  joining: number;
  /** Those who wait for the next item. */
  readonly waiting: Set<() => void>;
  readonly opened: Promise<() => void>;
}

/** One subscription of the hub per match, whatever the number of clients in its room. */
export class RoomFeeds {
  readonly #rooms = new Map<number, Room>();

  constructor(
    private readonly hub: Hub,
    private readonly server: RoomServer,
  ) {}

  /**
   * Gives a client the beginning (snapshot, or what followed `after`) and then the room. Returns the version reached.
   * @throws NotFound when the match never existed; Unavailable when the database cannot be read.
   */
  async join(matchId: number, client: RoomClient, after: Position | undefined): Promise<number> {
    const room = this.#open(matchId);
    room.joining++;
    try {
      await room.opened;
      let reached = 0;
      const sink: Sink = {
        push: (item) => client.emit(item),
        begun: (version) => (reached = version),
        get full() {
          return client.full;
        },
        drained: () => client.drained(),
        get closed() {
          return client.gone;
        },
      };
      const release = await this.hub.subscribe(matchId, sink, { after, mustExist: true });
      // A snapshot or a cursor may be ahead of the room, which would then tell of what the client knows.
      while (!client.gone && (this.hub.position(matchId) ?? reached) < reached) {
        await new Promise<void>((resolve) => room.waiting.add(resolve));
      }
      // From here to the room nothing is awaited: what was published before came by the sink, what follows by the room.
      release();
      const version = this.hub.position(matchId) ?? 0;
      if (!client.gone) await client.join();
      return version;
    } finally {
      room.joining--;
      this.closeIfEmpty(matchId);
    }
  }

  /** To be called when the last client left a room. */
  closeIfEmpty(matchId: number): void {
    const room = this.#rooms.get(matchId);
    if (!room || room.joining > 0 || !this.server.isEmpty(matchId)) return;
    this.#rooms.delete(matchId);
    room.opened.then(
      (release) => release(),
      () => undefined,
    );
  }

  #open(matchId: number): Room {
    let room = this.#rooms.get(matchId);
    if (!room) {
      const waiting = new Set<() => void>();
      const sink: Sink = {
        push: (item) => {
          this.server.emit(matchId, item);
          for (const resolve of waiting) resolve();
          waiting.clear();
        },
        full: false,
        drained: () => Promise.resolve(),
        closed: false,
      };
      room = { joining: 0, waiting, opened: this.hub.subscribe(matchId, sink, { after: 'now' }) };
      room.opened.catch(() => this.#rooms.delete(matchId));
      this.#rooms.set(matchId, room);
    }
    return room;
  }
}
