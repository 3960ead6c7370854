import type { FeedItem, Position } from '../feed.js';
import type { Hub, Sink } from '../hub.js';
import type { RoomClient } from '../room-feeds.js';
import type { LiveStream } from './live-stream.js';
import { patiently } from './live-streams.js';
import type { LiveMessage, StreamName } from './messages.js';

export interface LiveRoomServer {
  emit(matchId: number, name: StreamName, message: LiveMessage): void;
  isEmpty(matchId: number, name: StreamName): boolean;
}

/** A client of a room; `emit` sends to it alone. */
export type LiveRoomClient = Omit<RoomClient, 'emit'> & { emit(message: LiveMessage): void };

/** Messages that were just sent to a room, for who enters it meanwhile. */
const RECENT = 256;
/** Entries of a beginning that wait to be made into messages. */
const BATCH = 256;

/** Makes the messages of one stream of one match, in their order, for all who are in its room. */
class LiveRoom implements Sink {
  /** Clients between their `subscribe` and their joining: the room must not close under them. */
  joining = 0;
  readonly recent: LiveMessage[] = [];
  readonly full = false;
  readonly closed = false;
  readonly opened: Promise<() => void>;
  /** Resolves when everything pushed so far was sent. */
  #sent: Promise<void> = Promise.resolve();
  #from: number | undefined;

  constructor(
    hub: Hub,
    matchId: number,
    private readonly stream: LiveStream,
    private readonly emit: (message: LiveMessage) => void,
  ) {
    this.opened = hub.subscribe(matchId, this, { after: 'now', topics: stream.topics }).then((release) => {
      this.#from ??= hub.position(matchId);
      return release;
    });
  }

  push(item: FeedItem): void {
    if (!this.stream.accepts(item)) return;
    // What the first message is compared with: everything before it.
    this.#from ??= item.version - 1;
    this.#sent = this.#sent.then(() => this.#send(item)).catch(() => undefined);
  }

  drained(): Promise<void> {
    return this.#sent;
  }

  async #send(item: FeedItem): Promise<void> {
    const message = await patiently(() => this.stream.message(item, this.#from));
    this.#from = item.version;
    if (message === undefined) return;
    this.recent.push(message);
    if (this.recent.length > RECENT) this.recent.shift();
    this.emit(message);
  }
}

/** One room per match and stream, whatever the number of clients in it: a message is made and encoded once. */
export class LiveRooms {
  readonly #rooms = new Map<string, LiveRoom>();

  constructor(
    private readonly hub: Hub,
    private readonly streams: { get(name: StreamName): LiveStream },
    private readonly server: LiveRoomServer,
  ) {}

  /**
   * Gives a client the beginning of a stream (the state, or what followed `after`) and then its room. Returns the version
   * reached.
   * @throws NotFound when the match never existed; Unavailable when the database cannot be read.
   */
  async join(matchId: number, name: StreamName, client: LiveRoomClient, after: Position | undefined): Promise<number> {
    const room = this.#open(matchId, name);
    room.joining++;
    try {
      await room.opened;
      const version = await this.#begin(matchId, this.streams.get(name), client, after);
      // Whatever the room was given by now has been sent; what it sends later comes by the room.
      await room.drained();
      for (const message of room.recent) if (message.version > version) client.emit(message);
      if (!client.gone) await client.join();
      return Math.max(version, room.recent.at(-1)?.version ?? 0);
    } finally {
      room.joining--;
      this.closeIfEmpty(matchId, name);
    }
  }

  /** To be called when the last client left a room. */
  closeIfEmpty(matchId: number, name: StreamName): void {
    const key = `${matchId}:${name}`;
    const room = this.#rooms.get(key);
    if (!room || room.joining > 0 || !this.server.isEmpty(matchId, name)) return;
    this.#rooms.delete(key);
    room.opened.then(
      (release) => release(),
      () => undefined,
    );
  }

  async #begin(
    matchId: number,
    stream: LiveStream,
    client: LiveRoomClient,
    after: Position | undefined,
  ): Promise<number> {
    let from = after?.version;
    let waiting: FeedItem[] = [];
    const send = async (): Promise<void> => {
      const items = waiting;
      waiting = [];
      for (const item of items) {
        const message = await patiently(() => stream.message(item, from));
        from = item.version;
        if (message !== undefined && !client.gone) client.emit(message);
      }
      if (client.full) await client.drained();
    };
    const sink: Sink = {
      push: (item) => {
        if (!stream.accepts(item)) return;
        if (stream.latest) waiting = [item];
        else waiting.push(item);
      },
      get full() {
        return waiting.length >= BATCH;
      },
      drained: send,
      get closed() {
        return client.gone;
      },
    };
    const release = await this.hub.subscribe(matchId, sink, { after, topics: stream.topics, mustExist: true });
    const version = this.hub.position(matchId) ?? 0;
    release();
    await send();
    return version;
  }

  #open(matchId: number, name: StreamName): LiveRoom {
    const key = `${matchId}:${name}`;
    let room = this.#rooms.get(key);
    if (!room) {
      room = new LiveRoom(this.hub, matchId, this.streams.get(name), (message) =>
        this.server.emit(matchId, name, message),
      );
      room.opened.catch(() => this.#rooms.delete(key));
      this.#rooms.set(key, room);
    }
    return room;
  }
}
