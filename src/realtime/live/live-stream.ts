import type { FeedItem, Topic } from '../feed.js';
import type { LiveMessage } from './messages.js';

/** How one kind of message is made from journal entries. */
export interface LiveStream<Message extends LiveMessage = LiveMessage> {
  readonly topics: readonly Topic[];
  /** State: of what waits for a reader only the newest counts. Otherwise every message does. */
  readonly latest: boolean;
  /** Whether an entry of those topics concerns the stream; snapshots always do. */
  accepts(item: FeedItem): boolean;
  /**
   * The message of an entry for a reader who has seen everything to version `from`; undefined when it says nothing new.
   * The same object for all readers who are at the same place, so that it is encoded once.
   */
  message(item: FeedItem, from: number | undefined): Promise<Message | undefined>;
}

/** Entries about these tables, and snapshots. */
export const aboutTables =
  (...tables: readonly string[]) =>
  ({ op, entity }: FeedItem): boolean =>
    op === 'snapshot' || tables.includes(entity);

export const headOf = ({ cursor, matchId, version, at }: FeedItem): LiveMessage => ({ cursor, matchId, version, at });

/** The row an entry or snapshot holds of a table; null when there is none, or no more. */
export function rowOf({ op, entity, data }: FeedItem, table: string): Readonly<Record<string, unknown>> | null {
  if (op === 'snapshot') return (data[table] as Record<string, unknown> | null | undefined) ?? null;
  return op === 'delete' || entity !== table ? null : data;
}
