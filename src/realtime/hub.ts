import { Injectable, Logger } from '@nestjs/common';
import { NotFound, Unavailable } from '#core/kernel/domain-error.js';
import { type FeedItem, type Position, type Topic, TOPICS } from './feed.js';
import { JournalRepository } from './journal.repository.js';

/** Takes items in the order of their versions, each once. */
export interface Sink {
  /** Must not throw. */
  push(item: FeedItem): void;
  /** What follows is later than this version, which may be ahead of what this process has published. */
  begun?(version: number): void;
  /** A replay waits before it pushes more. */
  readonly full: boolean;
  /** Resolves when everything pushed was taken, or the sink was closed. */
  drained(): Promise<void>;
  readonly closed: boolean;
}

export interface SubscribeOptions {
  /** Deliver everything after this position, or from `now` on; without it a snapshot comes first. */
  after?: Position | 'now' | undefined;
  /** Restricts the stream; all topics by default. */
  topics?: readonly Topic[] | undefined;
  /** Refuse a match that never existed, instead of waiting for it. */
  mustExist?: boolean | undefined;
  /** Is told before everybody else: it decides whether others may be told. */
  first?: boolean | undefined;
}

/** What this process knows of one match that somebody follows. */
interface Channel {
  readonly matchId: number;
  /** Last version given to the sinks. */
  version: number;
  /** The newest items, contiguous up to `version`: a reconnect seldom needs the database. */
  readonly history: FeedItem[];
  readonly snapshots: Map<string, Promise<FeedItem | undefined>>;
  readonly entries: Set<(item: FeedItem) => void>;
  /** Of those who are told first. */
  readonly gates: Set<(item: FeedItem) => void>;
  /** Rejects when the position could not be read. */
  readonly opened: Promise<void>;
  users: number;
}

const ALL_TOPICS: ReadonlySet<Topic> = new Set(TOPICS);
const HISTORY_ITEMS = 256;
const REPLAY_PAGE = 256;

/**
 * Match -> subscribers of this process. The pump gives it journal entries; it gives each subscriber a beginning
 * (snapshot or replay) and then every later entry, with no gap and no duplicate between the two.
 */
@Injectable()
export class Hub {
  readonly #log = new Logger('Hub');
  readonly #channels = new Map<number, Channel>();
  /** Set by the pump: called when a channel begins to be followed. */
  onOpen: (matchId: number) => void = () => undefined;

  constructor(private readonly journal: JournalRepository) {}

  /** Positions of all followed matches, for the pump. */
  positions(): Map<number, number> {
    const positions = new Map<number, number>();
    for (const [matchId, channel] of this.#channels) if (channel.version >= 0) positions.set(matchId, channel.version);
    return positions;
  }

  /** Number of followed matches and of their sinks. */
  get size(): { matches: number; subscribers: number } {
    let subscribers = 0;
    for (const channel of this.#channels.values()) subscribers += channel.entries.size;
    return { matches: this.#channels.size, subscribers };
  }

  position(matchId: number): number | undefined {
    const version = this.#channels.get(matchId)?.version;
    return version === undefined || version < 0 ? undefined : version;
  }

  /** Journal entries in the order of each match's versions; what was seen before is passed over. */
  publish(items: readonly FeedItem[]): void {
    for (const item of items) {
      const channel = this.#channels.get(item.matchId);
      // While a channel opens, its position is not known: what arrives then is read again from that position.
      if (!channel || channel.version < 0 || item.version <= channel.version) continue;
      channel.version = item.version;
      channel.snapshots.clear();
      channel.history.push(item);
      if (channel.history.length > HISTORY_ITEMS) channel.history.shift();
      for (const gate of channel.gates) gate(item);
      for (const entry of channel.entries) entry(item);
    }
  }

  /**
   * Begins to deliver to `sink` and returns the function that ends it. When the promise resolves, the beginning has
   * been delivered and the sink is live.
   * @throws NotFound when the match must exist and never did; Unavailable when the database cannot be read.
   */
  async subscribe(
    matchId: number,
    sink: Sink,
    { after, topics = TOPICS, mustExist = false, first = false }: SubscribeOptions = {},
  ): Promise<() => void> {
    const wanted = topics === TOPICS ? ALL_TOPICS : new Set(topics);
    const channel = await this.#acquire(matchId);
    let position: number;
    try {
      if (mustExist && channel.version === 0) throw new NotFound('Match', matchId);
      position = await this.#begin(channel, sink, after, topics);
      sink.begun?.(position);
      // Nothing is awaited between the last look at the channel's version and joining it: no gap, no duplicate.
      while (position < channel.version && !sink.closed) position = await this.#replay(channel, position, sink, wanted);
    } catch (error) {
      this.#leave(channel);
      throw error;
    }
    const entry = (item: FeedItem): void => {
      if (item.version > position && wanted.has(item.topic)) sink.push(item);
    };
    const entries = first ? channel.gates : channel.entries;
    entries.add(entry);
    return () => {
      if (entries.delete(entry)) this.#leave(channel);
    };
  }

  /** Delivers a snapshot unless `after` is a position to resume from; returns the version reached. */
  async #begin(
    channel: Channel,
    sink: Sink,
    after: Position | 'now' | undefined,
    topics: readonly Topic[],
  ): Promise<number> {
    if (after === 'now') return channel.version;
    if (after && (await this.#isPosition(channel, after))) return after.version;
    const snapshot = await this.#snapshot(channel, topics);
    if (!snapshot) return channel.version;
    sink.push(snapshot);
    return snapshot.version;
  }

  /** A position of another journal, or beyond the end of this one (a restored backup), is none. */
  async #isPosition(channel: Channel, { epoch, version }: Position): Promise<boolean> {
    if (epoch !== (await this.journal.epoch())) return false;
    // A snapshot may have been ahead of the channel.
    return version <= channel.version || version <= (await this.journal.lastVersion(channel.matchId));
  }

  /** Delivers the next page after `position` and returns the version reached. */
  async #replay(channel: Channel, position: number, sink: Sink, wanted: ReadonlySet<Topic>): Promise<number> {
    const inMemory = (channel.history[0]?.version ?? Infinity) <= position + 1;
    const page = inMemory
      ? channel.history.filter((item) => item.version > position)
      : await this.journal.readRange(channel.matchId, position, channel.version, REPLAY_PAGE);
    if (page[0]?.version !== position + 1) {
      // The journal does not reach back so far: the state stands for what is missing, unless the match is gone.
      const snapshot = await this.#snapshot(channel, [...wanted]);
      if (snapshot) {
        sink.push(snapshot);
        return snapshot.version;
      }
    }
    for (const item of page) {
      if (sink.full) await sink.drained();
      if (wanted.has(item.topic)) sink.push(item);
    }
    return page.at(-1)?.version ?? channel.version;
  }

  /** One read for all who ask while nothing happens to the match. */
  #snapshot(channel: Channel, topics: readonly Topic[]): Promise<FeedItem | undefined> {
    const key = topics.toSorted().join();
    let snapshot = channel.snapshots.get(key);
    if (!snapshot) {
      snapshot = this.journal.snapshot(channel.matchId, topics);
      channel.snapshots.set(key, snapshot);
      snapshot.catch(() => channel.snapshots.delete(key));
    }
    return snapshot;
  }

  async #acquire(matchId: number): Promise<Channel> {
    let channel = this.#channels.get(matchId);
    if (!channel) {
      const opening = this.journal.lastVersion(matchId);
      const created: Channel = {
        matchId,
        version: -1,
        history: [],
        snapshots: new Map(),
        entries: new Set(),
        gates: new Set(),
        users: 0,
        opened: opening.then((version) => {
          created.version = version;
          // Whatever was committed while the position was read.
          this.onOpen(matchId);
        }),
      };
      channel = created;
      this.#channels.set(matchId, created);
    }
    channel.users++;
    try {
      await channel.opened;
      return channel;
    } catch (error) {
      this.#leave(channel);
      this.#log.warn(`cannot open match ${matchId}: ${(error as Error).message}`);
      throw new Unavailable('JOURNAL_UNAVAILABLE', 'The journal cannot be read now: try again in a moment');
    }
  }

  #leave(channel: Channel): void {
    if (--channel.users === 0 && this.#channels.get(channel.matchId) === channel) {
      this.#channels.delete(channel.matchId);
    }
  }
}
