import type { Scoreboard } from '#modules/live/index.js';
import type { MatchPlayer } from '#modules/matches/index.js';
import type { FeedItem, FrameQueue, Topic } from '#realtime/index.js';
import { matchPlayerView } from '../live/roster.view.js';
import { LiveRows, type Part } from './live-rows.js';
import { type ClockKind, type ClockReaders, MatchClocks } from './match-clocks.js';
import * as messages from './match-messages.js';
import type { MatchFrame } from './match-surroundings.js';
import { socketEventViews } from './socket-event.view.js';
import { socketMatchView } from './socket-match.view.js';
import { TrailingThrottle } from './trailing-throttle.js';

/** What a room reads besides the journal. */
export interface MatchSources extends ClockReaders {
  frame(): Promise<MatchFrame | undefined>;
  scoreboard(): Promise<Scoreboard | undefined>;
  players(): Promise<readonly MatchPlayer[]>;
  /** As JSON. */
  statistics(): Promise<string>;
  /** A clock has ticked: time to compare this process's time with the database's. */
  ticked(): void;
}

/** What is large, or has to be read, is told at most so often; the last state always is. */
const THROTTLE_MS = 250;

/** Parts that are read from services; the others are in the rows. */
const READ = ['everything', 'surroundings', 'scoreboard', 'players'] as const satisfies readonly Part[];

const PARTS_OF_TOPIC: Partial<Record<Topic, readonly Part[]>> = {
  data: ['surroundings'],
  scoreboard: ['scoreboard'],
  clock: ['gameclock'],
  playclock: ['playclock'],
  events: ['events', 'statistics'],
  players: ['players'],
};

const sponsorsOf = (frame: MatchFrame | undefined): string =>
  JSON.stringify([frame?.matchSponsors, frame?.tournamentSponsors]);

/**
 * One match as its clients see it: the rows the journal tells of, what surrounds them, and everybody who watches. Every
 * message is encoded once. All messages are of state: who comes later, or lags, gets the newest and nothing else.
 */
export class MatchRoom {
  readonly #rows = new LiveRows();
  readonly #clients = new Set<FrameQueue>();
  /** What clients have not been told of yet. */
  readonly #changed = new Set<Part>();
  readonly #clocks: MatchClocks;
  readonly #reading = new TrailingThrottle(THROTTLE_MS, () => this.#read());
  readonly #counting = new TrailingThrottle(THROTTLE_MS, () => this.#count());
  #loaded = false;
  #flushing = false;
  #frame: MatchFrame | undefined;
  #scoreboard: Scoreboard | undefined;
  #players: readonly MatchPlayer[] = [];
  #statistics = '';
  /** What was told last; empty when it is to be told again. */
  #toldStatistics = '';
  /** JSON of the rows as they are; undefined after a change until somebody asks. */
  #match: string | undefined;
  #events: string | undefined;
  #lastMessageAt = performance.now();

  constructor(
    readonly matchId: number,
    private readonly sources: MatchSources,
  ) {
    this.#clocks = new MatchClocks(this.#rows, sources, (kind) => this.#tick(kind));
  }

  /** Monotonic time of the last message to everybody. */
  get lastMessageAt(): number {
    return this.#lastMessageAt;
  }

  /** Reads what the journal's snapshot has not. To follow the snapshot, before anybody joins. */
  async load(): Promise<void> {
    this.#changed.clear();
    await this.#readParts(new Set(['everything']));
    this.#toldStatistics = this.#statistics;
    this.#loaded = true;
    this.#follow();
    this.#mark([]);
  }

  /** The next item of the journal. What items of one moment changed is told once. */
  apply(item: FeedItem): void {
    this.#mark(this.#rows.apply(item));
  }

  /** Somebody asks by hand that clients be told anew. */
  refresh(topic: Topic): void {
    const parts = PARTS_OF_TOPIC[topic] ?? [];
    if (parts.includes('statistics')) this.#toldStatistics = '';
    this.#mark(parts);
  }

  /** Gives a client everything, and from now on every change. */
  join(client: FrameQueue): void {
    this.#begin([client]);
    this.#clients.add(client);
  }

  leave(client: FrameQueue): void {
    this.#clients.delete(client);
  }

  close(): void {
    this.#clocks.stop();
    this.#reading.stop();
    this.#counting.stop();
  }

  #mark(parts: readonly Part[]): void {
    for (const part of parts) this.#changed.add(part);
    if (!this.#loaded || this.#flushing || this.#changed.size === 0) return;
    this.#flushing = true;
    queueMicrotask(() => {
      this.#flushing = false;
      this.#flush();
    });
  }

  /** Tells at once what needs no reading. */
  #flush(): void {
    const changed = this.#changed;
    if (changed.has('events')) this.#events = undefined;
    if (changed.has('match')) this.#match = undefined;
    for (const kind of ['gameclock', 'playclock'] as const) {
      if (!changed.delete(kind)) continue;
      this.#clocks.follow(kind);
      this.#sendClock(kind, this.#clients);
    }
    if (READ.some((part) => changed.has(part))) this.#reading.request();
    else if (changed.delete('match')) this.#sendMatch();
    if (changed.has('events') || changed.has('statistics')) this.#counting.request();
  }

  async #read(): Promise<void> {
    const parts = this.#take([...READ, 'match']);
    const sponsors = sponsorsOf(this.#frame);
    await this.#readParts(parts).catch((error: unknown) => {
      this.#mark([...parts]);
      throw error;
    });
    // The newest client takes sponsors from a beginning, and from nothing else.
    if (parts.has('everything') || sponsorsOf(this.#frame) !== sponsors) return this.#startAnew();
    if (parts.has('surroundings') || parts.has('scoreboard') || parts.has('match')) this.#sendMatch();
    // What the scoreboard can show decides about the play clock.
    if (parts.has('scoreboard')) this.#sendClock('playclock', this.#clients);
    if (parts.has('players')) this.#send('players', messages.playersUpdate(this.matchId, this.#playersJson()));
  }

  #take(parts: readonly Part[]): ReadonlySet<Part> {
    return new Set(parts.filter((part) => this.#changed.delete(part)));
  }

  async #readParts(parts: ReadonlySet<Part>): Promise<void> {
    const all = parts.has('everything');
    if (all || parts.has('surroundings')) this.#frame = await this.sources.frame();
    if (all || parts.has('surroundings') || parts.has('scoreboard')) this.#scoreboard = await this.sources.scoreboard();
    if (all || parts.has('players')) this.#players = await this.sources.players();
    if (all) this.#statistics = await this.sources.statistics();
    this.#match = this.#events = undefined;
  }

  /** The last play of a burst is always told, and then the statistics it made. */
  async #count(): Promise<void> {
    const parts = this.#take(['events', 'statistics']);
    if (parts.has('events')) this.#send('events', messages.eventUpdate(this.matchId, this.#eventsJson()));
    this.#statistics = await this.sources.statistics().catch((error: unknown) => {
      this.#mark(['statistics']);
      throw error;
    });
    if (this.#statistics === this.#toldStatistics) return;
    this.#toldStatistics = this.#statistics;
    this.#send('statistics', messages.statisticsUpdate(this.matchId, this.#statistics, this.sources.now()));
  }

  /** The match has appeared, is gone, or has other sponsors: everybody begins again. */
  #startAnew(): void {
    this.#take(['match', 'events', 'gameclock', 'playclock']);
    this.#toldStatistics = this.#statistics;
    this.#begin(this.#clients);
    this.#follow();
  }

  #begin(clients: Iterable<FrameQueue>): void {
    const now = this.sources.now();
    const parts = {
      match: this.#matchJson(),
      players: this.#playersJson(),
      events: this.#eventsJson(),
      statistics: this.#statistics,
    };
    const clocks = { gameclock: this.#clocks.game(now), playclock: this.#playClock(now), now };
    this.#send('initial-load', messages.initialLoad(this.matchId, parts, clocks), clients);
    this.#send('match', messages.matchUpdate('message-update', parts.match, now), clients);
    this.#sendClock('playclock', clients);
    this.#sendClock('gameclock', clients);
  }

  #follow(): void {
    this.#clocks.follow('gameclock');
    this.#clocks.follow('playclock');
  }

  #tick(kind: ClockKind): void {
    if (kind === 'gameclock' || this.#hasPlayClock) this.#sendClock(kind, this.#clients);
    this.sources.ticked();
  }

  #sendMatch(): void {
    this.#send('match', messages.matchUpdate('match-update', this.#matchJson(), this.sources.now()));
  }

  #sendClock(kind: ClockKind, clients: Iterable<FrameQueue>): void {
    const now = this.sources.now();
    if (kind === 'playclock') {
      const frame = messages.playClockUpdate(this.matchId, this.#playClock(now), this.#hasPlayClock, now);
      return this.#send(kind, frame, clients);
    }
    const clock = this.#clocks.game(now);
    if (clock !== null) this.#send(kind, messages.gameClockUpdate(this.matchId, clock, now), clients);
  }

  get #hasPlayClock(): boolean {
    return this.#scoreboard?.hasPlayclock ?? true;
  }

  #playClock(now: number): ReturnType<MatchClocks['play']> {
    return this.#hasPlayClock ? this.#clocks.play(now) : null;
  }

  #matchJson(): string {
    return (this.#match ??= JSON.stringify(socketMatchView(this.matchId, this.#rows, this.#frame, this.#scoreboard)));
  }

  #eventsJson(): string {
    return (this.#events ??= JSON.stringify(socketEventViews(this.#rows.plays, this.#players)));
  }

  #playersJson(): string {
    return JSON.stringify(this.#players.map(matchPlayerView));
  }

  #send(key: string, frame: Buffer, clients: Iterable<FrameQueue> = this.#clients): void {
    this.#lastMessageAt = performance.now();
    for (const client of clients) client.send(key, frame);
  }
}
