import { type FeedItem, textFrame } from '#realtime/index.js';
import type { ShownStatistics } from '../live/match-stats.view.js';
import { withoutZone } from '../statsboards.dates.js';
import type { StatisticsClient } from './statistics-client.js';
import { TrailingThrottle } from './trailing-throttle.js';

export interface StatisticsSources {
  statistics(): Promise<ShownStatistics>;
  /** The database's time. */
  now(): number;
}

type MessageType = 'full_stats_update' | 'stats_update' | 'stats_sync';

const THROTTLE_MS = 250;
/** With more clients than edit together, only those are asked what they have received that do edit. */
const EDITORS = 32;

/** The statistics of one match and who follows them. Whatever changes them, everybody ends with the newest. */
export class StatisticsRoom {
  readonly #clients = new Set<StatisticsClient>();
  readonly #editors = new WeakSet<StatisticsClient>();
  readonly #telling = new TrailingThrottle(THROTTLE_MS, () => this.#tell());
  #current!: ShownStatistics;
  #answers = 0;

  constructor(
    readonly matchId: number,
    private readonly sources: StatisticsSources,
  ) {}

  async load(): Promise<void> {
    this.#current = await this.sources.statistics();
  }

  apply(_item: FeedItem): void {
    this.#telling.request();
  }

  /** Somebody asks by hand that clients be told anew. */
  refresh(): void {
    for (const client of this.#clients) client.uncertain = true;
    this.#telling.request();
  }

  async join(client: StatisticsClient): Promise<void> {
    if (!this.#telling.isIdle) this.#current = await this.sources.statistics();
    this.#clients.add(client);
    this.#send(client, 'full_stats_update', this.#current);
  }

  leave(client: StatisticsClient): void {
    this.#clients.delete(client);
  }

  close(): void {
    this.#telling.stop();
  }

  /** An edit has begun: its client is told nothing until it ends. */
  editBegins(client: StatisticsClient): void {
    this.#editors.add(client);
    client.pending++;
  }

  /** An edit has ended; everybody who does not know what came of it will be told. */
  editEnds(client: StatisticsClient): void {
    client.pending--;
    this.#telling.request();
  }

  /** Tells a client at once that its edit was refused, and how things are. */
  async sync(client: StatisticsClient, detail: string): Promise<void> {
    this.#send(client, 'stats_sync', await this.sources.statistics(), { detail });
  }

  async #tell(): Promise<void> {
    const statistics = (this.#current = await this.sources.statistics());
    let frame: Buffer | undefined;
    for (const client of this.#clients) {
      if (client.pending > 0 || (!client.uncertain && client.shown?.json === statistics.json)) continue;
      frame ??= this.#encode('stats_update', statistics);
      this.#deliver(client, frame, statistics);
    }
  }

  #send(client: StatisticsClient, type: MessageType, statistics: ShownStatistics, more: object = {}): void {
    this.#deliver(client, this.#encode(type, statistics, more), statistics, type);
  }

  #deliver(
    client: StatisticsClient,
    frame: Buffer,
    statistics: ShownStatistics,
    type: MessageType = 'stats_update',
  ): void {
    const ask = this.#clients.size <= EDITORS || this.#editors.has(client);
    // Every refused edit has its answer; only what everybody is told is replaced by something newer.
    const key = type === 'stats_sync' ? `sync ${++this.#answers}` : type;
    client.send(key, frame, statistics, { ask });
  }

  #encode(type: MessageType, { json }: ShownStatistics, more: object = {}): Buffer {
    const rest = JSON.stringify({ server_timestamp: withoutZone(new Date(this.sources.now())), ...more });
    return textFrame(Buffer.from(`{"type":"${type}","match_id":${this.matchId},"stats":${json},${rest.slice(1)}`));
  }
}
