import { Injectable } from '@nestjs/common';
import { statisticsChanges } from '#core/football/plays/statistics-changes.js';
import type { StatisticsDocument } from '#core/football/plays/statistics-document.js';
import { StatisticsHistory, statisticsView } from '#modules/plays/index.js';
import type { FeedItem, Topic } from '../feed.js';
import { headOf, type LiveStream } from './live-stream.js';
import type { StatisticsMessage } from './messages.js';

/** Messages of statistics: what is different from what the reader has, and the whole. */
@Injectable()
export class StatisticsStream implements LiveStream<StatisticsMessage> {
  readonly topics: readonly Topic[] = ['data', 'events', 'players', 'stats'];
  readonly latest = true;
  readonly accepts = ({ entity, op }: FeedItem): boolean => entity !== 'match' || op !== 'delete';
  /** By the entry, and by what its reader has seen before; null: nothing. */
  readonly #made = new WeakMap<FeedItem, Map<StatisticsDocument | null, StatisticsMessage | undefined>>();

  constructor(private readonly history: StatisticsHistory) {}

  async message(item: FeedItem, from: number | undefined): Promise<StatisticsMessage | undefined> {
    const { matchId, version } = item;
    const first = item.op === 'snapshot' || from === undefined;
    // The earlier one first: the later goes on from it.
    const before = first ? null : await this.history.at(matchId, from);
    const document = await this.history.at(matchId, version);
    let made = this.#made.get(item);
    if (made === undefined) this.#made.set(item, (made = new Map()));
    if (!made.has(before)) made.set(before, this.#make(item, before, document));
    return made.get(before);
  }

  #make(
    item: FeedItem,
    before: StatisticsDocument | null,
    document: StatisticsDocument,
  ): StatisticsMessage | undefined {
    const changed = before === null ? [] : statisticsChanges(before, document);
    if (before !== null && changed.length === 0) return undefined;
    return { ...headOf(item), changed, statistics: statisticsView(item.matchId, item.version, document) };
  }
}
